"""Shares of the three sectors that should add up to a hundred."""

from lantu.check.rules.shares_sum import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
