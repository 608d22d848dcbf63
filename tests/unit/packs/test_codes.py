"""The table of codes of packs."""

import re

from lantu.packs.codes import CODES


def test_codes_are_unique_and_say_what_to_do() -> None:
    assert len({c.code for c in CODES}) == len(CODES)
    assert all(re.fullmatch(r"P\d{3}", c.code) and c.title and c.wrong and c.todo for c in CODES)
