"""Characters mistaken for others that sound or look alike."""

from lantu.check.rules.confused_character import RULE
from tests.unit.check.proof import prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)
