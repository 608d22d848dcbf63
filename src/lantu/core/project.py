"""A project of a plan as it is judged: its stage, its years, its money; and how it stands.

In: nothing (nouns only). Out: what `judge` decides on and gives. Left out on purpose: departments and approval; and how
the rates are computed, which the pack of projects knows.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lantu.core.standing import Class, Reason


class Stage(StrEnum):
    """How far a project is, in the words of the monthly reports of development and reform commissions."""

    PREPARING = "preparing"
    """前期: studied, approved, not begun."""
    STARTED = "started"
    """开工: begun in the period."""
    BUILDING = "building"
    """在建."""
    COMPLETED = "completed"
    """完工."""
    SUSPENDED = "suspended"
    """停缓建: stopped or put off."""


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What is known of a project at a moment; money in yuan.

    Attributes:
        start_year: Year it is to begin, or None where nobody said.
        due_year: Year it is to be completed, or None where nobody said.
        total: Investment in all, or None where nobody said.
        stage: As last accepted, or None where nothing was.
        data_date: Last day of the quarter accepted last, or None.
        completed_on: Last day of the quarter for which it was first accepted as completed, or None.
        year_planned: Investment planned for the year of the data date, or None.
        year_invested: Invested in that year up to the data date, or None.
        all_invested: Sum of what was accepted last for each year, or None.
        done_pct: Share built as last accepted, 0 to 100, or None where it was not said.
    """

    start_year: int | None = None
    due_year: int | None = None
    total: Decimal | None = None
    stage: Stage | None = None
    data_date: date | None = None
    completed_on: date | None = None
    year_planned: Decimal | None = None
    year_invested: Decimal | None = None
    all_invested: Decimal | None = None
    done_pct: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ProjectRates:
    """What the formulas of projects give; None where a figure they need is absent.

    Attributes:
        completion: Invested in the year over planned for the year, %.
        time_lead: That less the share of the year gone, percentage points.
        total_completion: Invested in all over the total, %.
    """

    completion: Decimal | None = None
    time_lead: Decimal | None = None
    total_completion: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ProjectStanding:
    """How a project stands.

    Attributes:
        klass: The answer.
        reason: Why nothing can be said, where so.
        rates: As used.
        elapsed: Share of its years gone at the data date, or None where they are not known.
        ground: What decided: completed, overdue, suspended, not_begun, time_lead, share or "".
        data_date: As in the facts.
        band: Half width of "on course", in percentage points, as used.
    """

    klass: Class
    reason: Reason = Reason.NONE
    rates: ProjectRates = ProjectRates()
    elapsed: Decimal | None = None
    ground: str = ""
    data_date: date | None = None
    band: Decimal = Decimal(10)
