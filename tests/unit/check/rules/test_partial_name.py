"""Names of indicators that lost the word which makes them one."""

from lantu.check.rules.partial_name import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
