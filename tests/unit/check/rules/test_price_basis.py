"""Growth at comparable prices beside levels at the prices of their years, without a word of it."""

from lantu.check.rules.price_basis import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
