"""Targets that ask for less than there already is."""

from lantu.check.rules.weaker_than_base import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
