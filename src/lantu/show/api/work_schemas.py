"""What the API answers with on cases, tasks and adjustments, and what writes to them may say.

In: nothing. Out: shapes that the OpenAPI is made from. Left out on purpose: how they are filled.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from lantu.show.api.asked import LARGEST, TEXT, Day, Long, PlaceCode, Whole
from lantu.show.api.schemas import StepOut

STRICT = ConfigDict(extra="forbid", strict=True)
LATENESS = "soon, urge 催办, notify 通报, interview 约谈, or blank"
Demand = Annotated[str, Field(max_length=4000, pattern=TEXT)]
Title = Annotated[str, Field(max_length=300, pattern=TEXT)]
BodyKey = Annotated[int, Field(ge=1, le=LARGEST), Whole]
CAUSES = Literal["standing", "warning", "finding", "task", "project", "hand"]
CASE_STATES = Literal["opened", "assigned", "accepted", "answered", "returned", "closed", "cancelled"]
CASE_STEPS = Literal[
    "assign", "recall", "decline", "undecline", "accept", "unaccept", "ask_extension", "withdraw_ask",
    "grant_extension", "ungrant", "refuse_extension", "unrefuse", "answer", "withdraw_answer", "send_back", "keep",
    "close", "reopen", "cancel", "restore",
]  # fmt: skip
REPORT_STEPS = Literal["withdraw", "resubmit", "send_back", "keep", "accept", "unaccept"]
ADJUSTMENT_STATES = Literal["submitted", "reviewed", "approved", "refused", "withdrawn"]
ADJUSTMENT_STEPS = Literal[
    "withdraw", "resubmit", "review", "unreview", "refuse", "unrefuse", "approve", "unapprove"
]  # fmt: skip


class CaseOut(Schema):
    """Something somebody has to do by a day; with `as_of`, as it stood at the end of that day."""

    key: int
    address: str
    place: str
    cause_kind: str
    cause: str
    title: str
    demand: str
    state: str
    is_open: bool
    department: str
    due_on: date | None
    is_due_exact: bool
    asked_until: date | None
    days_left: int | None
    lateness: str = Field(description=LATENESS)
    actor: str
    recorded_at: datetime
    href: str


class CaseStepOut(Schema):
    """One step of a case, and what it says since; `is_undone` where a counter-step took it back."""

    step: str
    state: str
    department: str
    due_on: date | None
    asked_until: date | None
    note: str
    actor: str
    recorded_at: datetime
    is_undone: bool


class CaseFileOut(Schema):
    """A file that shows what was done."""

    key: int
    name: str
    actor: str
    recorded_at: datetime
    href: str


class WholeCaseOut(CaseOut):
    """A case with every step, its files, and the steps whoever asks may take now."""

    steps: list[CaseStepOut]
    files: list[CaseFileOut]
    next_steps: list[str]


class CaseIn(Schema):
    """What somebody has to do, and what for: the key of a target, warning, finding or task, or a place."""

    model_config = STRICT

    cause_kind: CAUSES
    key: BodyKey | None = None
    place: PlaceCode | None = None
    title: Title
    demand: Demand


class CaseStepIn(Schema):
    """A step of a case. Assigning needs a department and a last day, or working days from today; some need a note."""

    model_config = STRICT

    step: CASE_STEPS
    note: Demand = ""
    department: Annotated[str, Field(max_length=40, pattern=TEXT)] = ""
    until: Day | None = None
    working_days: Annotated[int, Field(ge=1, le=250), Whole] | None = None


class CaseKeptOut(Schema):
    """The state of a case after a write."""

    case: int
    address: str
    state: str


class FileKeptOut(Schema):
    """The key of a file that was kept."""

    case: int
    file: int


class TaskOut(Schema):
    """What a plan sets somebody to do, with how it stands; shares are exact decimals of one."""

    key: int
    address: str
    plan: int
    place: str
    name: str
    bodies: list[str]
    lead: str
    helpers: list[str]
    is_guessed: bool
    starts_on: date
    due_on: date
    standing: str
    reason: str
    done: str | None
    elapsed: str | None
    data_date: date | None
    late_milestones: list[str]
    recorded_at: datetime
    href: str


class MilestoneOut(Schema):
    """Something of a task that is to be reached by a day."""

    key: int
    name: str
    due_on: date
    reached_on: date | None


class TaskReportOut(Schema):
    """What was reported of a task for a quarter."""

    key: int
    period_start: date
    period_end: date
    done_pct: str
    reached: list[int]
    text: str
    state: str
    actor: str
    recorded_at: datetime
    next_steps: list[str]


class WholeTaskOut(TaskOut):
    """A task with milestones and, for whoever may see returns there, its reports."""

    milestones: list[MilestoneOut]
    reports: list[TaskReportOut]


class TaskReportIn(Schema):
    """How far a task is at the end of a quarter, such as 2026-Q1; `reached` are keys of milestones."""

    model_config = STRICT

    quarter: Annotated[str, Field(pattern=r"^(19|20)[0-9]{2}-Q[1-4]$")]
    done_pct: Annotated[str, Field(pattern=r"^(100(\.0{1,2})?|[0-9]{1,2}(\.[0-9]{1,2})?)$")]
    reached: Annotated[list[BodyKey], Field(max_length=200, default_factory=list)]
    text: Demand


class TaskReportStepIn(Schema):
    """A step with a report on a task."""

    model_config = STRICT

    step: REPORT_STEPS
    note: Long = ""


class TaskReportedOut(Schema):
    """The state of a report on a task."""

    report: int
    task: int
    state: str


class AdjustmentOut(Schema):
    """One figure of a target, or one thing said of a project, replaced by another from a day on; old and new stay.

    An adjusted scope is words, and its amount is null.
    """

    key: int
    target_address: str
    place: str
    part: str
    before: str | None
    amount: str | None
    words_before: str
    words: str
    unit: str
    version_name: str
    grounds: str
    effective_on: date
    state: str
    actor: str
    recorded_at: datetime
    href: str


class WholeAdjustmentOut(AdjustmentOut):
    """An adjustment with every step, and the steps whoever asks may take now."""

    steps: list[StepOut]
    next_steps: list[str]


class AdjustmentIn(Schema):
    """Which figure of which target, to what, why, from when; the amount in the unit of the old one."""

    model_config = STRICT

    target: BodyKey
    part: Literal["value", "base"]
    amount: Annotated[str, Field(pattern=r"^-?[0-9]{1,24}(\.[0-9]{1,10})?$")]
    version_name: Annotated[str, Field(max_length=60, pattern=TEXT)] = ""
    grounds: Demand
    effective_on: Day


class AdjustmentStepIn(Schema):
    """A step of an adjustment; approving says under which document."""

    model_config = STRICT

    step: ADJUSTMENT_STEPS
    note: Long = ""


class AdjustedOut(Schema):
    """The state of an adjustment after a write."""

    adjustment: int
    state: str
