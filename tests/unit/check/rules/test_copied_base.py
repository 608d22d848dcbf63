"""Base figures of a district that are the city's own."""

from lantu.check.rules.copied_base import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
