"""Base and change over the whole time against the figure at the end."""

from lantu.check.rules.table_change import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
