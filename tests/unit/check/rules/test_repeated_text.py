"""Paragraphs and sentences that stand in a document more than once."""

from lantu.check.rules.repeated_text import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
