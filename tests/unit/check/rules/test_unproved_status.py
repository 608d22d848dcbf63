"""Rows called done without a figure that shows it."""

from lantu.check.rules.unproved_status import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
