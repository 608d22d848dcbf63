"""Names of indicators with two characters swapped."""

from lantu.check.rules.swapped_name import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
