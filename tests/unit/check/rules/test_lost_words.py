"""Short words that were lost: 以, 在, 与, the kind or the number of a road."""

from lantu.check.rules.lost_words import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
