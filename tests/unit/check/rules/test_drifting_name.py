"""Formal names that are not written the same way everywhere."""

from lantu.check.rules.drifting_name import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
