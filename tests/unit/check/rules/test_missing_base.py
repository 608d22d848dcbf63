"""Targets of a forward table without the figure that they start from."""

from lantu.check.rules.missing_base import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
