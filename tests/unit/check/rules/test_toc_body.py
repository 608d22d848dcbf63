"""Contents against the headings of the body."""

from lantu.check.rules.toc_body import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
