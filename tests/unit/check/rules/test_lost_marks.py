"""Marks that a conversion lost: brackets, dates, numbers of sessions, classes, stars."""

from lantu.check.rules.lost_marks import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
