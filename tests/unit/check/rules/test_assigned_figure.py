"""A figure in prose where the table leaves the target to be assigned."""

from lantu.check.rules.assigned_figure import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
