"""Paragraphs that end in the middle of a sentence, or begin in the middle of one."""

from lantu.check.rules.broken_sentence import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
