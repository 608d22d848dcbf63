"""A document that says all targets were reached, against its own review table."""

from lantu.check.rules.claimed_done import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
