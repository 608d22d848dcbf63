"""One question to be judged, and the two ways to answer it.

In: a target, values, a date and settings. Out: standings with the fields every
form fills alike. Left out on purpose: the rules, one file each in `forms`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from lantu.core.absence import Absence
from lantu.core.observation import Status
from lantu.core.quantity import Quantity
from lantu.core.standing import Class, Reason, Standing
from lantu.core.target import Form, Target
from lantu.core.value import Value
from lantu.judge.exact import quotient, to_decimal, to_fraction
from lantu.judge.progress import subtract_shares
from lantu.judge.settings import Settings

METHODS = MappingProxyType({form: f"{form.value}/1" for form in Form})
"""Name and version of each form's rule."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is asked.

    Attributes:
        target: The promise.
        values: Of its indicator, as known at the date.
        partner_values: Of the indicator it is compared with.
        as_of: The day the answer speaks for.
        settings: Tolerances.
    """

    target: Target
    values: tuple[Value, ...]
    partner_values: tuple[Value, ...]
    as_of: date
    settings: Settings


@dataclass(frozen=True, slots=True)
class Figures:
    """What an answer rests on, exact.

    Attributes:
        used: Values it rests on; the last one is the latest.
        done: Share of the way gone.
        elapsed: Share of the time gone.
        expected: Share of the way that should be gone, where it is not the elapsed one.
        compared: Figure set against the promise.
        partner_compared: The partner's.
        tolerance: Share within which "about" holds.
        base_version: Whose base figure was used, or "" for the target's.
        note: A remark a reader must see.
    """

    used: tuple[Value, ...]
    done: Fraction | None = None
    elapsed: Fraction | None = None
    expected: Fraction | None = None
    compared: Fraction | None = None
    partner_compared: Fraction | None = None
    tolerance: Decimal | None = None
    base_version: str = ""
    note: str = ""


def cannot_say(case: Case, reason: Reason, latest: Value | None = None) -> Standing:
    """Nothing can be said, and why; the latest value is shown where there is one."""
    return Standing(
        target_id=case.target.id,
        as_of=case.as_of,
        klass=Class.CANNOT_SAY,
        form=case.target.form,
        reason=reason,
        latest=latest,
        data_date=latest.period.end if latest else None,
        band=case.settings.band,
        base_version=case.target.base.version,
        inputs=latest.inputs if latest else (),
        note=latest.note if latest else "",
        method=METHODS[case.target.form],
    )


def say(case: Case, klass: Class, figures: Figures) -> Standing:
    """The answer with all it rests on."""
    latest = figures.used[-1]
    elapsed = to_decimal(figures.elapsed)
    is_own = figures.expected is not None
    expected = figures.expected if is_own else figures.elapsed
    notes = (figures.note, *(value.note for value in figures.used))
    return Standing(
        target_id=case.target.id,
        as_of=case.as_of,
        klass=klass,
        form=case.target.form,
        is_preliminary=is_preliminary(figures.used),
        latest=latest,
        data_date=latest.period.end,
        done=to_decimal(figures.done),
        elapsed=elapsed,
        expected=None if figures.done is None else to_decimal(expected) if is_own else elapsed,
        margin=_margin(figures.done, expected, to_fraction(case.settings.band)),
        band=case.settings.band,
        tolerance=figures.tolerance,
        compared=to_decimal(figures.compared),
        partner_compared=to_decimal(figures.partner_compared),
        is_part_of_year=not latest.period.is_full_year,
        base_version=figures.base_version or case.target.base.version,
        base=_base_of(case),
        inputs=tuple(dict.fromkeys((*case.target.base.inputs, *(i for value in figures.used for i in value.inputs)))),
        note="；".join(dict.fromkeys(note for note in notes if note)),
        method=METHODS[case.target.form],
    )


def _base_of(case: Case) -> Quantity | None:
    base = case.target.base.quantity
    return None if isinstance(base, Absence) else base


def is_preliminary(used: Iterable[Value]) -> bool:
    """Whether a figure is not settled: stated to be preliminary, or of part of a year."""
    return any(value.status is Status.PRELIMINARY or not value.period.is_full_year for value in used)


def _margin(done: Fraction | None, expected: Fraction | None, band: Fraction) -> Decimal | None:
    if done is None or expected is None:
        return None
    gap, under = subtract_shares(done, expected)
    # min(|gap − band|, |gap + band|)
    return quotient(abs(abs(gap) * band.denominator - band.numerator * under), under * band.denominator)
