"""Output and output per head imply a population; is it one the documents speak of?"""

from lantu.check.rules.implied_population import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
