"""How fast a district means to grow, against its city."""

from lantu.check.rules.level_growth import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
