"""The same target for the same year in two documents about one place."""

from lantu.check.rules.target_change import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
