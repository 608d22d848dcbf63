"""Questions for the tests of the methods, with what does not matter filled in."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from lantu.core.definition import Direction
from lantu.judge.methods.question import Question

WAY = Question(Fraction(100), Fraction(120), Fraction(150), Fraction(2), 5, Direction.UP)
"""From 100 to 150 in five years; two are gone and 120 is reached."""


def ask(base: object = "100", latest: object = "120", goal: object = "150", **fields: Any) -> Question:
    """A question about base, latest and goal; None where there is none of them."""
    amounts = {"base": base, "latest": latest, "goal": goal}
    exact = {name: None if amount is None else Fraction(str(amount)) for name, amount in amounts.items()}
    return replace(WAY, **{**exact, **fields})
