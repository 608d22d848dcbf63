"""Levels of two years and the growth said of the second, in one document or in several."""

from lantu.check.rules.year_on_year import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
