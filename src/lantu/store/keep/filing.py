"""Keep workflows, sheets, what is typed in them, evidence and steps; what was there before stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any

from lantu.core.time import Period
from lantu.store import models
from lantu.store.prepared import columns_of, insert_rows, make_object, prepared

DRAFT_COLUMNS = (
    "task", "value", "numerator", "denominator", "unit", "status", "note", "override_reason", "actor", "recorded_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WorkflowFacts:
    """What is asked for regularly.

    Attributes:
        code: Unique in the instance; a second one of the same code is its next version.
        name: For people.
        place_code: Whose workflow it is.
        grain: year, half, quarter or month.
        accepting_level: Level of the place that accepts: the reporting place itself or one above it.
        due_working_days: After the end of the period.
        codes: Indicators asked for.
        rules: Identities, one a line.
    """

    code: str
    name: str
    place_code: str
    grain: str
    accepting_level: str
    due_working_days: int
    codes: tuple[str, ...]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed in answer to one question."""

    value: str = ""
    numerator: str = ""
    denominator: str = ""
    unit: str = ""
    status: str = "unstated"
    note: str = ""
    override_reason: str = ""


def keep_workflow(facts: WorkflowFacts, at: datetime, *, by: str) -> models.Workflow:
    """A version of a workflow."""
    return models.Workflow.objects.create(
        code=facts.code,
        name=facts.name,
        place_id=facts.place_code,
        grain=facts.grain,
        accepting_level=facts.accepting_level,
        due_working_days=facts.due_working_days,
        codes=list(facts.codes),
        rules=list(facts.rules),
        actor=by,
        recorded_at=at,
    )


def keep_sheet(
    workflow: models.Workflow,
    place_code: str,
    accepting_place: str,
    department: str,
    period: Period,
    due_on: date,
    is_due_exact: bool,
    questions: Sequence[tuple[str, str]],
    at: datetime,
) -> models.ReturnSheet:
    """A sheet with its questions: code of the indicator, and of the ratio it is asked for or ""."""
    sheet = models.ReturnSheet.objects.create(
        workflow=workflow,
        place_id=place_code,
        accepting_place_id=accepting_place,
        department_id=department,
        period_start=period.start,
        period_end=period.end,
        due_on=due_on,
        is_due_exact=is_due_exact,
        recorded_at=at,
    )
    models.ReportingTask.objects.bulk_create(
        models.ReportingTask(
            sheet=sheet,
            position=position,
            indicator_code=code,
            asked_for=asked_for,
            place_id=place_code,
            period_start=period.start,
            period_end=period.end,
            recorded_at=at,
        )
        for position, (code, asked_for) in enumerate(questions, start=1)
    )
    return sheet


def lock_sheet(key: int) -> models.ReturnSheet | None:
    """The sheet, held until the transaction ends, so that two people do not take the same step."""
    found = _locked_sheet(key)
    if not found:
        return None
    sheet, rest = make_object(models.ReturnSheet, found[0])
    sheet.workflow, rest = make_object(models.Workflow, rest)
    sheet.place, rest = make_object(models.Place, rest)
    sheet.department, _ = make_object(models.Department, rest)
    return sheet


@prepared
def _locked_sheet(key: int) -> Any:
    names = (("workflow", models.Workflow), ("place", models.Place), ("department", models.Department))
    others = chain.from_iterable(columns_of(model, f"{name}__") for name, model in names)
    rows = models.ReturnSheet.objects.select_for_update(of=("self",)).filter(pk=key).order_by()
    return rows.values_list(*columns_of(models.ReturnSheet), *others)


def keep_drafts(typed: Iterable[tuple[int, Typed]], at: datetime, *, by: str) -> int:
    """Write what was typed, by key of the question. Returns how many."""
    rows = [
        (
            key, t.value[:120], t.numerator[:120], t.denominator[:120], t.unit[:60], t.status, t.note, t.override_reason,
            by, at,
        )
        for key, t in typed
    ]  # fmt: skip
    insert_rows(models.DraftFigure, DRAFT_COLUMNS, rows)
    return len(rows)


def keep_step(sheet: models.ReturnSheet, step: str, state: str, note: str, at: datetime, *, by: str) -> None:
    """Write a step, and the state it led to."""
    models.SheetStep.objects.create(sheet=sheet, step=step, state=state, note=note, actor=by, recorded_at=at)
    sheet.state = state
    sheet.save(update_fields=["state"])


def set_batch(sheet: models.ReturnSheet, batch: models.ReturnBatch | None) -> None:
    """Which batch holds the sheet's accepted figures, if any does."""
    sheet.batch = batch
    sheet.save(update_fields=["batch"])


def withdraw_batch(batch: models.ReturnBatch, at: datetime) -> None:
    """From now on the figures of a batch do not count."""
    batch.withdrawn_at = at
    batch.save(update_fields=["withdrawn_at"])


def keep_evidence(
    sheet: models.ReturnSheet, document: models.Document, name: str, at: datetime, *, by: str
) -> models.Evidence:
    """A file beside a sheet."""
    return models.Evidence.objects.create(sheet=sheet, document=document, name=name[:255], actor=by, recorded_at=at)


def withdraw_evidence(evidence: models.Evidence, at: datetime) -> None:
    """Take a file back; it stays in the registry."""
    evidence.withdrawn_at = at
    evidence.save(update_fields=["withdrawn_at"])
