"""A figure in prose against the same figure in a table of the same document."""

from lantu.check.rules.prose_table import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
