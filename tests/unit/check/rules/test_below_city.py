"""A district's target that asks for less than its city's."""

from lantu.check.rules.below_city import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
