"""How many counties, towns or streets a place says it has."""

from lantu.check.rules.counted_places import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
