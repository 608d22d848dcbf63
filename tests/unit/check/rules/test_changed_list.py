"""Fixed lists of names of which one item changed."""

from lantu.check.rules.changed_list import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
