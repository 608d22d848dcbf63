"""How a project stands: completed in time or not, else its money or its share built beside the time gone.

In: what was accepted of a project, and the rates the formulas of projects give. Out: one of the six classes. As with
targets, time is that of the data date, not of today. Left out on purpose: comparing projects; and a class where neither
a plan for the year nor the project's years are known, which would be a guess.
"""

from datetime import date
from decimal import Decimal

from lantu.core.project import ProjectFacts, ProjectRates, ProjectStanding, Stage
from lantu.core.standing import Class, Reason

BAND = Decimal(10)
"""Percentage points, the same half width as that of tasks and targets."""
WHOLE = Decimal(100)


def judge_project(facts: ProjectFacts, rates: ProjectRates, band: Decimal = BAND) -> ProjectStanding:
    """The standing.

    What decides, in this order: completion; the due year being over; being stopped; not having begun though the year to
    begin is over; the lead over time of the year's investment; the share built beside the share of its years gone.

    Args:
        facts: What was accepted.
        rates: As the pack's formulas give them.
        band: Half width of "on course", in percentage points.
    """
    on = facts.data_date
    if facts.stage is None or on is None:
        return ProjectStanding(Class.CANNOT_SAY, Reason.NO_VALUE, rates, band=band)
    elapsed = _share_elapsed(facts, on)

    def stand(klass: Class, ground: str) -> ProjectStanding:
        return ProjectStanding(klass, Reason.NONE, rates, elapsed, ground, on, band)

    due = date(facts.due_year, 12, 31) if facts.due_year is not None else None
    if facts.completed_on is not None:
        return stand(Class.MISSED if due is not None and facts.completed_on > due else Class.MET, "completed")
    if due is not None and on >= due:
        return stand(Class.MISSED, "overdue")
    if facts.stage is Stage.SUSPENDED:
        return stand(Class.BEHIND, "suspended")
    if facts.stage is Stage.PREPARING and facts.start_year is not None and on >= date(facts.start_year, 12, 31):
        return stand(Class.BEHIND, "not_begun")
    if rates.time_lead is not None:
        return stand(_place(rates.time_lead, band), "time_lead")
    if facts.done_pct is not None and elapsed is not None:
        return stand(_place(facts.done_pct - elapsed * WHOLE, band), "share")
    return ProjectStanding(Class.CANNOT_SAY, Reason.NO_BASE, rates, elapsed, "", on, band)


def _place(lead: Decimal, band: Decimal) -> Class:
    if lead < -band:
        return Class.BEHIND
    return Class.AHEAD if lead > band else Class.ON_COURSE


def _share_elapsed(facts: ProjectFacts, on: date) -> Decimal | None:
    """Days of its years gone at the data date, both ends counted; None where its years are not known."""
    if facts.start_year is None or facts.due_year is None or facts.due_year < facts.start_year:
        return None
    begin, end = date(facts.start_year, 1, 1), date(facts.due_year, 12, 31)
    gone = (on - begin).days + 1
    return min(Decimal(1), max(Decimal(0), Decimal(gone) / ((end - begin).days + 1)))
