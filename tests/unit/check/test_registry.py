"""The list of rules."""

import re
from pathlib import Path

from lantu.check import rules
from lantu.check.codes import CODES
from lantu.check.registry import RULES


def test_every_rule_file_is_in_the_list() -> None:
    files = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    listed = {rule.find.__module__.rpartition(".")[2] for rule in RULES}
    assert listed == files


def test_codes_are_unique_and_every_rule_says_why_and_what_to_do() -> None:
    assert len({code.code for code in CODES}) == len(CODES)
    for code in CODES:
        assert re.fullmatch(r"C\d{3}", code.code)
        assert code.title
        assert code.wrong
        assert code.todo
