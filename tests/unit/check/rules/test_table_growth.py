"""Growth printed in a row against the growth that its two ends give."""

from lantu.check.rules.table_growth import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
