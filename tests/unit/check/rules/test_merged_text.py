"""Paragraphs that stand again inside a longer one."""

from lantu.check.rules.merged_text import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
