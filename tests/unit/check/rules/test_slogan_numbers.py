"""Numbered slogans whose numbers changed."""

from lantu.check.rules.slogan_numbers import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
