"""What formulas are given and what they give back: the contract of formulas.py.

In: nothing (nouns only). Out: rows of named figures, outcomes with their parts.
Left out on purpose: files and columns; a formula never sees them.

A formula is a function of formulas.py in one of two forms:
``name(row, rules, **arguments) -> Outcome`` or ``name(rows, rules, **arguments) -> Outcome``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.diagnostic import Diagnostic, Severity

Figure = Decimal | Absence
FormulaFunction = Callable[..., "Outcome"]


@dataclass(frozen=True, slots=True)
class InputRow:
    """One row of input, read.

    Attributes:
        number: Counted from 0, in the order of the input.
        figures: By name of input; every declared figure is there, or its absence.
        words: By name of input; empty where nothing was written.
        flags: Names of inputs of kind flag that were written as true.
        day: The civil day the row is about, where it states one.
        hour: 0 to 24, where it states one.
        minute: Of the hour, where it states one.
        is_set_aside: Whether a rule found that the row may not enter means and counts.
    """

    number: int
    figures: Mapping[str, Figure]
    words: Mapping[str, str] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    day: date | None = None
    hour: int | None = None
    minute: int = 0
    is_set_aside: bool = False

    def figure(self, name: str) -> Figure:
        """The figure of that name, or its absence."""
        return self.figures.get(name, NOT_STATED)

    def amount(self, name: str) -> Decimal | None:
        """The figure where there is one; None says that it is absent."""
        found = self.figure(name)
        return None if isinstance(found, Absence) else found

    @property
    def hour_ending_day(self) -> date | None:
        """The natural day an hourly mean belongs to when hours are named by their end: 00:00 closes the day before."""
        if self.day is not None and self.hour == 0:
            return self.day - timedelta(days=1)
        return self.day


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a formula found.

    Attributes:
        value: The indicator's value, or why there is none.
        parts: What it was made of, by name, in the order to show: decimals, words, lists and mappings of them.
        diagnostics: What a person should know about it.
    """

    value: Decimal | str | Absence
    parts: Mapping[str, Any] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


NOT_STATED = Absence(AbsenceKind.NOT_STATED, "no figure is given")


def make_remark(code: str, message: str, hint: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    """A diagnostic of a formula; file, row and column are added by whoever called the formula."""
    return Diagnostic(code, severity, message, hint)


def make_absent(code: str, message: str, hint: str, parts: Mapping[str, Any] | None = None) -> Outcome:
    """An outcome without a value, with the reason as its diagnostic."""
    absence = Absence(AbsenceKind.NOT_MEASURED, message)
    return Outcome(absence, dict(parts or {}), (make_remark(code, message, hint),))


def collect_amounts(rows: Iterable[InputRow], name: str) -> tuple[Decimal, ...]:
    """The figures of one name that may enter means: those of rows not set aside, absences left out."""
    found = (row.amount(name) for row in rows if not row.is_set_aside)
    return tuple(amount for amount in found if amount is not None)


def take_amounts(row: InputRow, *names: str) -> tuple[Decimal, ...] | Outcome:
    """The figures of those names; an outcome without a value where any is absent."""
    found = tuple(amount for name in names if (amount := row.amount(name)) is not None)
    if len(found) == len(names):
        return found
    missing = ", ".join(name for name in names if row.amount(name) is None)
    return make_absent("P034", f"the row does not give {missing}", "give all figures that the formula needs")


def divide_amounts(row: InputRow, above: str, below: str) -> Fraction | Outcome:
    """One figure of a row over another, exact; an outcome without a value where that cannot be."""
    found = take_amounts(row, above, below)
    if isinstance(found, Outcome):
        return found
    over, under = found
    if under == 0:
        return make_absent("P040", f"{below} is zero, and nothing can be divided by it", "correct the figure")
    return Fraction(over) / Fraction(under)
