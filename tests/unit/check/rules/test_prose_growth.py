"""Growth said in prose against the two levels of the same sentence."""

from lantu.check.rules.prose_growth import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
