"""Targets of one document that a later report already meets."""

from lantu.check.rules.already_met import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
