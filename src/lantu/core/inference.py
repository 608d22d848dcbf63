"""What was not read off the words of an entry itself, and how sure it is.

In: nothing (a noun only). Out: one field, the rule that gave it its content, and
a confidence, carried by entries, rows and cells.
Left out on purpose: the rules and their confidences, which belong to the stage that infers.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inference:
    """One field that rests on other text than the entry's own words.

    Attributes:
        field: Name of the field, such as "year".
        reason: Code of the rule; with the field it is unique.
        confidence: Share of cases, 0 to 1, in which the rule was right where people had labelled the answer.
    """

    field: str
    reason: str
    confidence: float


def join_confidence(inferred: Iterable[Inference], base: float = 1.0) -> float:
    """How sure it is that every inferred field is right, if their errors have nothing to do with each other."""
    for inference in inferred:
        base *= inference.confidence
    return round(base, 2)
