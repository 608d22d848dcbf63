"""Targets that equal their base."""

from lantu.check.rules.target_held import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
