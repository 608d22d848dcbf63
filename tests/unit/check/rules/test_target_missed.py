"""A target of one document that a later report of the due year does not reach."""

from lantu.check.rules.target_missed import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
