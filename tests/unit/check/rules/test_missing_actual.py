"""Targets of a review table for which nothing is reported."""

from lantu.check.rules.missing_actual import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
