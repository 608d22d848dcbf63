"""Sheets, what is asked in them, what was typed, and who took which step."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Q

from lantu.core.time import Period
from lantu.store import models
from lantu.store.prepared import columns_of, make_object, prepared

Areas = Iterable[tuple[Iterable[str], Iterable[str] | None]]
OPEN_STATES = ("draft", "returned")


@dataclass(frozen=True, slots=True)
class Burden:
    """Cells asked of a department in a month."""

    department: models.Department
    month: date
    cells: int


def list_workflows() -> list[models.Workflow]:
    """The version in force of each workflow, by code."""
    rows = models.Workflow.objects.select_related("place").order_by("recorded_at", "id")
    return sorted({row.code: row for row in rows}.values(), key=lambda row: row.code)


def find_workflow(key: int) -> models.Workflow | None:
    """One version of a workflow."""
    return models.Workflow.objects.filter(pk=key).select_related("place").first()


def list_sheets() -> list[models.ReturnSheet]:
    """All sheets, those due first on top, each with how many questions it holds."""
    rows = models.ReturnSheet.objects.select_related("workflow", "place", "department", "accepting_place")
    return list(rows.annotate(task_count=Count("tasks")).order_by("due_on", "place_id", "department_id", "id"))


def sheets_within(areas: Areas) -> Any:
    """Sheets of places and departments (None for all) named together, in the same order, as a query."""
    within = Q(pk__in=())
    for places, departments in areas:
        within |= Q(place__in=places) if departments is None else Q(place__in=places, department__in=departments)
    return models.ReturnSheet.objects.filter(within).order_by("due_on", "place_id", "department_id", "id")


def find_sheet(key: int) -> models.ReturnSheet | None:
    """One sheet."""
    rows = models.ReturnSheet.objects.select_related("workflow", "place", "department", "accepting_place", "batch")
    return rows.filter(pk=key).first()


def scope_of_sheet(key: int) -> tuple[str, str] | None:
    """Codes of a sheet's place and department: all that the policy asks of it."""
    place_and_department = next(iter(_scopes(key)), None)
    return place_and_department and (place_and_department[0], place_and_department[1])


@prepared
def _scopes(key: int) -> Any:
    return models.ReturnSheet.objects.filter(pk=key).order_by().values_list("place_id", "department_id")


def tasks_of(sheet: models.ReturnSheet) -> list[models.ReportingTask]:
    """Its questions in their order."""
    return list(sheet.tasks.order_by("position"))


def drafts_of(sheet: models.ReturnSheet) -> dict[int, models.DraftFigure]:
    """What was typed last for each question, by key of the question."""
    rows = models.DraftFigure.objects.filter(task__sheet=sheet).order_by("recorded_at", "id")
    return {row.task_id: row for row in rows}


def task_keys_of(sheet: models.ReturnSheet) -> frozenset[int]:
    """Keys of its questions."""
    return frozenset(key for (key,) in _task_keys(sheet.pk))


@prepared
def _task_keys(sheet: int) -> Any:
    return models.ReportingTask.objects.filter(sheet=sheet).order_by().values_list("pk")


def last_drafts(task_keys: Iterable[int]) -> dict[int, models.DraftFigure]:
    """What was typed last for these questions. Somebody who holds their sheet writes it, so the highest key is the last."""
    rows = [make_object(models.DraftFigure, row)[0] for row in _last_drafts(*sorted(task_keys))]
    return {row.task_id: row for row in rows}


@prepared
def _last_drafts(*task_keys: int) -> Any:
    last = models.DraftFigure.objects.filter(task__in=task_keys).order_by().values("task").annotate(last=Max("pk"))
    rows = models.DraftFigure.objects.filter(pk__in=last.values("last")).order_by()
    return rows.values_list(*columns_of(models.DraftFigure))


def history_of_draft(task_key: int) -> list[models.DraftFigure]:
    """All that was ever typed for a question, newest first."""
    return list(models.DraftFigure.objects.filter(task_id=task_key).order_by("-recorded_at", "-id"))


def steps_of(sheet: models.ReturnSheet) -> list[models.SheetStep]:
    """All steps, newest first."""
    return list(sheet.steps.order_by("-recorded_at", "-id"))


def evidence_of(sheet: models.ReturnSheet) -> list[models.Evidence]:
    """Files that support it and were not taken back."""
    return list(sheet.evidence.filter(withdrawn_at__isnull=True).select_related("document"))


def find_evidence(key: int) -> models.Evidence | None:
    """One file."""
    rows = models.Evidence.objects.filter(pk=key, withdrawn_at__isnull=True)
    return rows.select_related("sheet", "sheet__workflow", "sheet__place", "document").first()


def codes_asked(place_code: str, period: Period) -> set[str]:
    """Indicators somebody was asked for a place and period, in whatever workflow."""
    rows = models.ReportingTask.objects.filter(
        place_id=place_code, period_start=period.start, period_end=period.end
    ).order_by()
    return set(rows.values_list("indicator_code", flat=True))


def codes_reported(place_code: str, period: Period) -> set[str]:
    """Indicators with a value in force for a place and period."""
    rows = models.ValueRow.objects.filter(place_code=place_code, period_start=period.start, period_end=period.end)
    latest = {row.indicator_code: row for row in rows.order_by("recorded_at", "id")}
    return {code for code, row in latest.items() if row.amount is not None}


def values_of(codes: Iterable[str], place_code: str) -> dict[str, list[tuple[Period, Decimal]]]:
    """The figures in force of some series of a place."""
    rows = models.ValueRow.objects.filter(place_code=place_code, indicator_code__in=list(codes), bound="=")
    latest = {(r.indicator_code, r.period_start, r.period_end): r for r in rows.order_by("recorded_at", "id")}
    series: dict[str, list[tuple[Period, Decimal]]] = defaultdict(list)
    for row in latest.values():
        if row.amount is not None:
            series[row.indicator_code].append((Period(row.period_start, row.period_end), row.amount))
    return series


def burdens() -> list[Burden]:
    """Cells asked of each department in each month something is due."""
    departments = {d.code: d for d in models.Department.objects.select_related("place")}
    counted: dict[tuple[str, date], int] = defaultdict(int)
    rows = models.ReturnSheet.objects.order_by().values_list("department_id", "due_on").annotate(Count("tasks"))
    for code, due_on, cells in rows:
        counted[code, due_on.replace(day=1)] += cells
    return [Burden(departments[code], month, n) for (code, month), n in sorted(counted.items(), key=lambda i: i[0])]
