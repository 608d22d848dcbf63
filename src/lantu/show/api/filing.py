"""Operations on returns: what is asked, answering it, its approval step by step, and files of figures.

In: keys, answers, steps, files. Out: sheets, states, jobs. Left out on purpose: asking for returns, which people do on pages.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from ninja import File, Query, Schema, Status
from ninja.files import UploadedFile
from pydantic import ConfigDict, Field

from lantu.act.approval import STEPS, steps_from
from lantu.core.quantity import format_amount
from lantu.run.filing import CheckedCell, FilingRefusedError, check_sheet, save_drafts, take_step
from lantu.run.jobs import submit_return
from lantu.run.returns import places_in_return
from lantu.show.access import check_may, may_do, reach_for, seen_places
from lantu.show.addresses import find_address
from lantu.show.api.asked import LARGEST, TEXT, Key, Long, Page, Paged, PlaceCode, Short, Whole, cut_page
from lantu.show.api.listing import Listing
from lantu.show.api.operations import operation
from lantu.show.api.problems import ProblemError
from lantu.show.api.schemas import HandedInOut, ReturnOut, SavedOut, SheetOut, SteppedOut, WholeSheetOut
from lantu.show.api.writing import WriteKey, write_once
from lantu.show.pages.sheet import get_sheet, scope_of
from lantu.store import models
from lantu.store.fetch.filing import Areas, scope_of_sheet, sheets_within, steps_of
from lantu.store.keep.filing import Typed

STATES = Literal["draft", "submitted", "returned", "reviewed", "accepted", "locked"]
STATUSES = Literal["preliminary", "final", "revised", "unstated"]
STEP_NAMES = Literal[
    "submit", "withdraw", "send_back", "review", "unreview", "refuse", "keep", "accept", "unaccept", "lock", "unlock"
]
Unit = Annotated[str, Field(max_length=60, pattern=TEXT)]


class SheetsAsked(Paged):
    """Narrow sheets by place and state."""

    place: PlaceCode | None = None
    state: STATES | None = None


class AnswerIn(Schema):
    """An answer to one question; figures as they would be typed."""

    model_config = ConfigDict(extra="forbid", strict=True)

    task: Annotated[int, Field(ge=1, le=LARGEST), Whole]
    value: Short = ""
    numerator: Short = ""
    denominator: Short = ""
    unit: Unit = ""
    status: STATUSES = "unstated"
    note: Long = ""
    override_reason: Long = ""


class AnswersIn(Schema):
    """Answers to some questions of a sheet."""

    model_config = ConfigDict(extra="forbid", strict=True)

    answers: Annotated[list[AnswerIn], Field(max_length=1000)]


class StepIn(Schema):
    """A step of the approval; some need a note."""

    model_config = ConfigDict(extra="forbid", strict=True)

    step: STEP_NAMES
    note: Long = ""


@operation("GET", "/sheets", "see_sheet", Page[SheetOut], is_kept=True, is_plain=True)
def sheets(request: HttpRequest, asked: Query[SheetsAsked]) -> Any:
    """Sheets one may see, those due first on top."""
    return SHEETS.tell(request, asked, reach_for(request, "see_sheet").areas())


@operation("GET", "/sheets/{key}", "see_sheet", WholeSheetOut)
def one_sheet(request: HttpRequest, key: Key) -> Any:
    """A sheet with its questions, answers, checks and steps."""
    found = get_sheet(request, key, "see_sheet")
    cells = check_sheet(found)
    names = ("step", "state", "note", "actor", "recorded_at")
    return {
        **_build_sheet(found, len(cells)),
        "cells": [_build_cell(cell) for cell in cells],
        "steps": [{name: getattr(step, name) for name in names} for step in steps_of(found)],
        "next_steps": [
            step.name for step in steps_from(found.state) if may_do(request, step.action, *scope_of(found, step))
        ],
    }


@operation("POST", "/sheets/{key}/answers", "fill_return", SavedOut)
def answer_sheet(request: HttpRequest, key: Key, body: AnswersIn, write_key: WriteKey) -> Any:
    """Answer questions; what differs from the answer so far is kept, earlier answers stay."""
    scope = scope_of_sheet(key)
    if scope is None:
        raise ProblemError(404, "unknown")
    check_may(request, "fill_return", *scope)
    typed = {answer.task: Typed(**answer.dict(exclude={"task"})) for answer in body.answers}

    def act() -> dict[str, Any]:
        return {"sheet": key, "changed": _try(save_drafts, key, typed, by=_who(request), is_strict=True, is_part=True)}

    return write_once(request, write_key, 200, act)


@operation("POST", "/sheets/{key}/steps", "see_sheet", SteppedOut)
def step_sheet(request: HttpRequest, key: Key, body: StepIn, write_key: WriteKey) -> Any:
    """Take a step of the approval; who may depends on the step."""
    found = get_sheet(request, key, "see_sheet")
    step = STEPS[body.step]
    check_may(request, step.action, *scope_of(found, step))
    return write_once(
        request,
        write_key,
        200,
        lambda: {
            "sheet": key,
            "step": step.name,
            "state": _try(take_step, key, step.name, note=body.note, by=_who(request)),
        },
    )


@operation("GET", "/returns", "read", Page[ReturnOut])
def returns(request: HttpRequest, asked: Query[Paged]) -> Any:
    """Files of figures; those with a row of a place one may read."""
    rows, seen = models.ReturnBatch.objects.order_by("-recorded_at", "-id"), seen_places(request)
    if seen is not None:
        rows = rows.filter(observations__place_code__in=seen).distinct()
    return cut_page(request, rows, asked, _build_return)


@operation("POST", "/returns", "upload_return", HandedInOut, status=202)
def hand_in(request: HttpRequest, file: File[UploadedFile], write_key: WriteKey) -> Any:
    """Hand in figures in bulk as CSV or XLSX; a job reads them. Every row must be of a place one may report for."""
    data, name = file.read(), (file.name or "return.csv")[:200]
    reach = reach_for(request, "upload_return")
    beyond = sorted(code for code in places_in_return(data, name) if not reach.covers(code))
    if beyond:
        raise ProblemError(403, "refused", f"rows of {', '.join(beyond[:10])} are not yours to report")

    def act() -> dict[str, Any]:
        job = submit_return(data, name, by=_who(request))
        return {"job": job, "href": reverse("job", args=[job])}

    return Status(202, write_once(request, write_key, 202, act))


def _who(request: HttpRequest) -> str:
    return request.user.get_username()


def _try(arrow: Any, *args: Any, **kwargs: Any) -> Any:
    """What an arrow returns; its refusal as a problem."""
    try:
        return arrow(*args, **kwargs)
    except FilingRefusedError as error:
        raise ProblemError(404 if error.code == "unknown" else 409, error.code, str(error)) from error


def _build_sheet(row: models.ReturnSheet, questions: int) -> dict[str, Any]:
    names = ("period_start", "period_end", "due_on", "state")
    return {
        "key": row.pk, "workflow": row.workflow.code, "place": row.place_id, "department": row.department_id,
        "accepting_place": row.accepting_place_id, "questions": questions, "href": find_address("sheet", row.pk),
        **{name: getattr(row, name) for name in names},
    }  # fmt: skip


def _sheet_rows(told: Mapping[str, Any], areas: Areas) -> Any:
    wanted = {{"place": "place_id"}.get(name, name): said for name, said in told.items()}
    return sheets_within(areas).filter(**wanted).annotate(questions=Count("tasks"))


SHEET_COLUMNS = {
    "key": "pk", "workflow": "workflow__code", "place": "place_id", "accepting_place": "accepting_place_id",
    "department": "department_id", "period_start": "period_start", "period_end": "period_end", "due_on": "due_on",
    "state": "state", "questions": "questions",
}  # fmt: skip
SHEETS = Listing(_sheet_rows, SHEET_COLUMNS, lambda row: {**row._asdict(), "href": find_address("sheet", row.key)})


def _build_cell(cell: CheckedCell) -> dict[str, Any]:
    typed = cell.typed or models.DraftFigure(status="unstated")
    names = ("value", "numerator", "denominator", "unit", "status", "note", "override_reason")
    return {
        "key": cell.task.pk,
        "indicator": cell.task.indicator_code,
        "asked_for": cell.task.asked_for,
        **{name: getattr(typed, name) for name in names},
        "figure": None if cell.quantity is None else format_amount(cell.quantity.amount),
        "figure_unit": "" if cell.quantity is None else cell.quantity.unit.symbol,
        "checks": [
            {"code": d.code, "severity": str(d.severity), "message": d.message, "hint": d.hint}
            for d in cell.diagnostics
        ],
    }


def _build_return(row: models.ReturnBatch) -> dict[str, Any]:
    names = (
        "name", "actor", "rows_read", "rows_kept", "rows_refused", "rows_doubled", "recorded_at", "withdrawn_at",
    )  # fmt: skip
    return {"key": row.pk, "href": reverse("return", args=[row.pk]), **{name: getattr(row, name) for name in names}}
