"""How a target stands at a date.

In: nothing (nouns only). Out: standings that carry every figure they rest on, so
that anybody can recompute them. Left out on purpose: colours and pages.
"""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter

from lantu.core.method import Opinion
from lantu.core.quantity import Quantity
from lantu.core.target import Form
from lantu.core.trend import Trend
from lantu.core.value import Value


class Class(StrEnum):
    """The six answers (design: judging)."""

    MET = "met"
    AHEAD = "ahead"
    ON_COURSE = "on_course"
    BEHIND = "behind"
    MISSED = "missed"
    CANNOT_SAY = "cannot_say"


class Reason(StrEnum):
    """Why a standing cannot be said, or needs a remark."""

    NONE = ""
    NO_INDICATOR = "no_indicator"
    NO_VALUE = "no_value"
    NO_VALUE_AFTER_BASE = "no_value_after_base"
    NO_FULL_YEAR = "no_full_year"
    NO_BASE = "no_base"
    ASSIGNED_LATER = "assigned_later"
    PARTNER_MISSING = "partner_missing"
    GROWTH_MISSING = "growth_missing"
    UNIT_DIFFERS = "unit_differs"
    ONLY_A_BOUND = "only_a_bound"
    FORM_NOT_JUDGED = "form_not_judged"
    DATE_AFTER_AS_OF = "date_after_as_of"


@dataclass(frozen=True, slots=True)
class Standing:
    """A judgement.

    Attributes:
        target_id: Address of the target.
        as_of: The day the judgement speaks for: nothing recorded later was used.
        klass: The answer.
        form: How it was decided.
        is_preliminary: Whether a figure it rests on is not settled yet.
        reason: Why nothing can be said, where so.
        latest: The value it rests on, or None.
        data_date: Last day of that value's period, or None.
        done: Share of the way gone, or None where the form has none.
        elapsed: Share of the time gone at the data date, or None.
        expected: Share of the way that should be gone by then; equal to elapsed except for
            chained cuts, or None where the form has none.
        margin: How far done minus expected is from the nearest edge of the band, or None.
        band: Half width of "on course", as used.
        tolerance: Share of the target within which "about" holds, as used, or None.
        compared: Figure set against the target where the form computes one (mean growth,
            cumulative cut, sum so far), in the unit of the target or %, or None.
        partner_compared: The partner's figure for the same years, for relative targets, or None.
        is_part_of_year: Whether the latest value covers only part of a year, counted from January.
        base_version: Whose base figure was used.
        base: The base figure of the target as used, or None where it has none.
        inputs: Ids of all observations it rests on.
        note: A remark a reader must see (series broken, part of a year).
        method: Name and version of the rule that decided.
        panel: What recognised methods say of the same figures; () where they were not asked.
        trend: Where the figures point to at the due date; None where that was not asked.
    """

    target_id: str
    as_of: date
    klass: Class
    form: Form
    is_preliminary: bool = False
    reason: Reason = Reason.NONE
    latest: Value | None = None
    data_date: date | None = None
    done: Decimal | None = None
    elapsed: Decimal | None = None
    expected: Decimal | None = None
    margin: Decimal | None = None
    band: Decimal = Decimal("0.10")
    tolerance: Decimal | None = None
    compared: Decimal | None = None
    partner_compared: Decimal | None = None
    is_part_of_year: bool = False
    base_version: str = "plan"
    base: Quantity | None = None
    inputs: tuple[str, ...] = ()
    note: str = ""
    method: str = "schedule/1"
    panel: tuple[Opinion, ...] = ()
    trend: Trend | None = None


_BEFORE = attrgetter(*(field.name for field in fields(Standing) if field.name not in ("panel", "trend")))


def with_panel(standing: Standing, panel: tuple[Opinion, ...]) -> Standing:
    """The standing with a panel; `dataclasses.replace` asks for each of its fields by name and takes twice as long."""
    return Standing(*(*_BEFORE(standing), panel, standing.trend))
