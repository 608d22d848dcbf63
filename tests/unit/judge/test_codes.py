"""The table of codes of judge and the codes that are given agree."""

import re
from pathlib import Path

from lantu.judge.codes import CODES


def test_codes_are_unique_and_say_what_to_do() -> None:
    assert len({c.code for c in CODES}) == len(CODES)
    assert all(re.fullmatch(r"J\d{3}", c.code) and c.title and c.wrong and c.todo for c in CODES)


def test_every_code_given_stands_in_the_table_and_every_row_is_given(repo: Path) -> None:
    sources = [path for path in (repo / "src/lantu/judge").rglob("*.py") if path.name != "codes.py"]
    given = {code for path in sources for code in re.findall(r'"(J\d{3})"', path.read_text("utf-8"))}
    assert given == {c.code for c in CODES}
