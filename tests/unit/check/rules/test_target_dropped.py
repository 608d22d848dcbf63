"""Targets of an earlier plan that the place's later outline no longer names."""

from lantu.check.rules.target_dropped import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
