"""Words often written wrong in official documents, and other small slips of the pen."""

from lantu.check.rules.known_misspelling import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
