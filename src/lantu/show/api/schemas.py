"""What the API answers with, noun by noun.

In: nothing. Out: shapes that the OpenAPI is made from. Exact figures are text in decimal digits, so that no reader
rounds them; null where there is none, and `absence` says why. Left out on purpose: how they are filled.
"""

from datetime import date, datetime
from typing import Any

from ninja import Schema


class PlaceOut(Schema):
    """A place."""

    code: str
    name: str
    name_en: str
    level: str
    parent: str | None
    valid_from: date | None
    valid_to: date | None


class DepartmentOut(Schema):
    """A department of a place."""

    code: str
    name: str
    name_en: str
    place: str
    parent: str | None
    valid_from: date | None
    valid_to: date | None


class IndicatorOut(Schema):
    """An indicator's definition in force; `body` holds the whole of it."""

    code: str
    name: str
    name_en: str
    unit: str
    owner: str
    recorded_at: datetime
    body: dict[str, Any]


class PlanOut(Schema):
    """A plan, with the number of its version in force, if any was read."""

    key: int
    address: str
    title: str
    title_en: str
    kind: str
    place: str
    parent: int | None
    first_year: int | None
    last_year: int | None
    adopted_on: date | None
    version: int | None
    recorded_at: datetime
    href: str


class EntryOut(Schema):
    """What was read in a plan, with its exact place in the text: characters from 0, end exclusive."""

    id: str
    kind: str
    origin: str
    indicator: str
    indicator_code: str
    value: str | None
    unit: str
    year: int | None
    start: int
    end: int
    quote: str
    version: int
    href: str


class TargetOut(Schema):
    """An executable promise, with the entry it was read from; `body` holds the whole of it."""

    key: int
    address: str
    plan: int
    entry: str
    name: str
    indicator: str
    place: str
    form: str
    due_year: int
    is_binding: bool
    body: dict[str, Any]
    href: str


class StandingOut(Schema):
    """How a target stands, with the figures it rests on; `body` holds the whole of it."""

    target: int
    address: str
    plan: int
    name: str
    indicator: str
    place: str
    due_year: int
    is_binding: bool
    standing: str
    is_preliminary: bool
    reason: str
    as_of: date
    data_date: date | None
    recorded_at: datetime
    body: dict[str, Any]
    href: str


class ValueOut(Schema):
    """An indicator's figure for a place and period; `inputs` are the keys of the observations it rests on."""

    key: int
    indicator: str
    place: str
    period_start: date
    period_end: date
    amount: str | None
    absence: str
    unit: str
    bound: str
    status: str
    rule: str
    inputs: list[str]
    published_on: date | None
    note: str
    recorded_at: datetime
    href: str


class VersionOut(ValueOut):
    """One version of a value; the next of the same period, if there is one, took its place when it was recorded."""


class ObservationOut(Schema):
    """One reported figure with where it came from."""

    key: int
    batch: int
    indicator: str
    place: str
    period_start: date
    period_end: date
    amount: str | None
    absence: str
    unit: str
    bound: str
    status: str
    source: str
    source_url: str
    row: int
    quote: str
    published_on: date | None
    note: str
    recorded_at: datetime
    href: str


class FindingOut(Schema):
    """Something the checker found; `body` holds its evidence."""

    key: str
    code: str
    kind: str
    severity: str
    title: str
    plans: list[int]
    recorded_at: datetime
    body: dict[str, Any]


class WarningStepOut(Schema):
    """One step of a warning."""

    step: str
    level: str
    rule: str
    as_of: date
    recorded_at: datetime


class WarningOut(Schema):
    """A warning and every step of it."""

    key: int
    address: str
    cause: str
    subject: str
    place: str
    indicator: str
    name: str
    department: str
    level: str
    rule: str
    is_open: bool
    since: date
    opened_on: date
    closed_on: date | None
    steps: list[WarningStepOut]
    href: str


class JobOut(Schema):
    """Work in the background."""

    key: int
    kind: str
    subject: str
    state: str
    step: str
    progress_pct: int
    message: str
    result: dict[str, Any]
    created_at: datetime
    ended_at: datetime | None
    href: str


class SheetOut(Schema):
    """What a department of a place has to report for a period."""

    key: int
    workflow: str
    place: str
    accepting_place: str
    department: str
    period_start: date
    period_end: date
    due_on: date
    state: str
    questions: int
    href: str


class CheckOut(Schema):
    """What speaks against an answer."""

    code: str
    severity: str
    message: str
    hint: str


class QuestionOut(Schema):
    """One question of a sheet with the answer so far, and what speaks against it."""

    key: int
    indicator: str
    asked_for: str
    value: str
    numerator: str
    denominator: str
    unit: str
    status: str
    note: str
    override_reason: str
    figure: str | None
    figure_unit: str
    checks: list[CheckOut]


class StepOut(Schema):
    """One step of a sheet's approval."""

    step: str
    state: str
    note: str
    actor: str
    recorded_at: datetime


class WholeSheetOut(SheetOut):
    """A sheet with its questions, steps, and the steps it may take next."""

    cells: list[QuestionOut]
    steps: list[StepOut]
    next_steps: list[str]


class ReturnOut(Schema):
    """A file of reported figures, with how many rows were kept."""

    key: int
    name: str
    actor: str
    rows_read: int
    rows_kept: int
    rows_refused: int
    rows_doubled: int
    recorded_at: datetime
    withdrawn_at: datetime | None
    href: str


class SavedOut(Schema):
    """How many answers changed."""

    sheet: int
    changed: int


class SteppedOut(Schema):
    """The state after a step."""

    sheet: int
    step: str
    state: str


class HandedInOut(Schema):
    """A file was taken; the job reads it."""

    job: int
    href: str


class RoleOut(Schema):
    """A role over a place and all in it; department is blank for all."""

    role: str
    place: str
    department: str


class MeOut(Schema):
    """Who asks, and what they may do."""

    name: str
    roles: list[RoleOut]
    scopes: list[str] | None
