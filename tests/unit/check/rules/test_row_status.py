"""The word that says how a row stands, against the row's own figures."""

from lantu.check.rules.row_status import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
