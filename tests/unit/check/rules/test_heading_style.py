"""Numbers of sibling headings that are punctuated in different ways."""

from lantu.check.rules.heading_style import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
