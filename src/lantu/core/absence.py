"""The names of what is not there.

Zero is a number; a missing figure is one of these, with a reason in words.
In: a kind and a reason. Out: a value that is never mistaken for a number.
Left out on purpose: arithmetic; an absence cannot be added or compared.
"""

from dataclasses import dataclass
from enum import StrEnum


class AbsenceKind(StrEnum):
    """Why a figure is missing."""

    NOT_STATED = "not_stated"
    """The document gives no figure (a dash, an empty cell, assigned later)."""
    NOT_MEASURED = "not_measured"
    """Nobody has reported or sensed a figure for this period."""
    NOT_APPLICABLE = "not_applicable"
    """The question has no answer here (a base year for a coverage promise)."""
    WITHHELD = "withheld"
    """A figure exists and may not be shown to this reader."""
    UNREADABLE = "unreadable"
    """Something is written, and it could not be read."""


@dataclass(frozen=True, slots=True)
class Absence:
    """A missing figure: its kind and the reason a person can read.

    Attributes:
        kind: Why it is missing.
        reason: One sentence, in the language of the material.
    """

    kind: AbsenceKind
    reason: str = ""

    def __bool__(self) -> bool:
        raise TypeError("an absence has no truth value: compare with isinstance(x, Absence)")
