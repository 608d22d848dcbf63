"""A title that promises a round number, against the figure below it."""

from lantu.check.rules.named_number import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
