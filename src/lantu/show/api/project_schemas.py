"""What the API answers with on major projects, and what writes to them may say.

In: nothing. Out: shapes that the OpenAPI is made from. Left out on purpose: how they are filled.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from lantu.show.api.asked import TEXT, Long, PlaceCode, Whole
from lantu.show.api.work_schemas import REPORT_STEPS, STRICT, Demand

STAGES = Literal["preparing", "started", "building", "completed", "suspended"]
Yuan = Annotated[str, Field(pattern=r"^[0-9]{1,14}(\.[0-9]{1,2})?$", description="yuan, exact")]
Share = Annotated[str, Field(pattern=r"^(100(\.0{1,2})?|[0-9]{1,2}(\.[0-9]{1,2})?)$")]
Year = Annotated[int, Field(ge=1990, le=2100), Whole]
DepartmentCode = Annotated[str, Field(pattern=r"^[0-9A-Za-z._-]{1,40}$")]


class ProjectOut(Schema):
    """A project 重大项目 and how it stands; sums in yuan, null is what nobody stated.

    Due year, sum and scope are those that hold; `plan_*` is what the plan or whoever confirmed it said, where an adjustment holds.
    """

    key: int
    address: str
    plan: int
    place: str
    name: str
    lead: str
    helpers: list[str]
    is_presumed: bool
    start_year: int | None
    due_year: int | None
    plan_due_year: int | None
    total_yuan: str | None
    plan_total_yuan: str | None
    scope: str
    plan_scope: str | None
    stage: str
    year_planned_yuan: str | None
    year_invested_yuan: str | None
    all_invested_yuan: str | None
    done_pct: str | None
    completion: str | None
    time_lead: str | None
    total_completion: str | None
    standing: str
    reason: str
    ground: str
    data_date: date | None
    recorded_at: datetime
    href: str


class ProjectYearOut(Schema):
    """Planned and invested in a year."""

    year: int
    planned_yuan: str | None
    invested_yuan: str | None


class ProjectReportOut(Schema):
    """What was reported of a project for a quarter; invested from the first of January to its end."""

    key: int
    period_start: date
    period_end: date
    stage: str
    invested_yuan: str
    done_pct: str | None
    text: str
    state: str
    actor: str
    recorded_at: datetime
    next_steps: list[str]


class ProjectTermsOut(Schema):
    """What was settled of a project at a moment."""

    place: str
    lead: str
    helpers: list[str]
    is_presumed: bool
    start_year: int | None
    due_year: int | None
    total_yuan: str | None
    scope: str
    actor: str
    recorded_at: datetime


class WholeProjectOut(ProjectOut):
    """A project with its years, all that was ever settled of it and, for whoever may see returns there, its reports."""

    years: list[ProjectYearOut]
    history: list[ProjectTermsOut]
    reports: list[ProjectReportOut]


class ProjectTermsIn(Schema):
    """Where it is, who leads, its years, sum and scope; of a confirmed project due year, sum and scope change by an adjustment."""

    model_config = STRICT

    place: PlaceCode
    lead: DepartmentCode
    helpers: Annotated[list[DepartmentCode], Field(max_length=50, default_factory=list)]
    start_year: Year | None = None
    due_year: Year | None = None
    total_yuan: Yuan | None = None
    scope: Annotated[str, Field(max_length=300, pattern=TEXT)] = ""


class ProjectPlannedIn(Schema):
    """Investment planned for a year; null takes it back."""

    model_config = STRICT

    year: Year
    planned_yuan: Yuan | None


class ProjectReportIn(Schema):
    """How far a project is at the end of a quarter, such as 2026-Q1."""

    model_config = STRICT

    quarter: Annotated[str, Field(pattern=r"^(19|20)[0-9]{2}-Q[1-4]$")]
    stage: STAGES
    invested_yuan: Yuan
    done_pct: Share | None = None
    text: Demand


class ProjectReportStepIn(Schema):
    """A step with a report on a project."""

    model_config = STRICT

    step: REPORT_STEPS
    note: Long = ""


class ProjectReportedOut(Schema):
    """The state of a report on a project."""

    report: int
    project: int
    state: str


class ProjectSetOut(Schema):
    """A project that was written to."""

    project: int
