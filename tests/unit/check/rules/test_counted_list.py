"""A list that says how many items it has."""

from lantu.check.rules.counted_list import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
