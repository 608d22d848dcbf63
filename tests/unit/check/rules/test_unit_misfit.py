"""Units that an indicator cannot have."""

from lantu.check.rules.unit_misfit import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
