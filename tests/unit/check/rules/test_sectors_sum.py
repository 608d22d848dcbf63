"""Value added of the three sectors against the gross product."""

from lantu.check.rules.sectors_sum import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
