"""What two documents report of one indicator, place and year."""

from lantu.check.rules.reports_differ import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
