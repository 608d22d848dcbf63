"""A sheet: its questions and answers with what speaks against them, evidence, steps, and the file to fill in.

In: a sheet's key and forms. Out: one page, and back to it after each change. Left out on purpose: checking and
stepping, which the arrows do.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.act.approval import EDITABLE, STEPS, Step, steps_from
from lantu.core.definition import Kind
from lantu.core.diagnostic import Diagnostic
from lantu.core.time import Period
from lantu.run.filing import (
    CheckedCell,
    FilingRefusedError,
    attach_evidence,
    check_sheet,
    read_workbook_into,
    save_drafts,
    take_evidence_back,
    take_step,
)
from lantu.sense.evidence import MAX_BYTES
from lantu.sense.template import TemplateRow, write_template
from lantu.show.access import check_may, may_do, needs
from lantu.show.addresses import link_indicator
from lantu.show.notice_words import tell_message
from lantu.show.notices import notice_title
from lantu.show.numbers import write_amount, write_period
from lantu.show.pages.plans import check_size
from lantu.show.pages.sheets import list_lines
from lantu.show.refusals import explain_refusal
from lantu.show.titles import indicator_name, place_name
from lantu.show.units import unit_word
from lantu.show.words import SHEET_STATES, STATUSES, STEP_WORDS, word_for
from lantu.store import models
from lantu.store.fetch.filing import evidence_of, find_evidence, find_sheet, steps_of, tasks_of, values_of
from lantu.store.fetch.indicators import definitions_by_code
from lantu.store.keep.filing import Typed

LONGEST = 2000


class FileForm(forms.Form):
    """One file."""

    file = forms.FileField(label=gettext_lazy("文件"), max_length=200, allow_empty_file=True)

    def clean_file(self) -> UploadedFile:
        """Neither empty nor too large."""
        file: UploadedFile = self.cleaned_data["file"]
        check_size(file)
        return file


@dataclass(frozen=True, slots=True)
class CellLine:
    """One question as the page shows it."""

    key: int
    name: str
    href: str
    unit: str
    asked_for: str
    last: str
    typed: Typed
    is_ratio: bool
    figure: str
    checks: tuple[tuple[str, str, str], ...]
    has_errors: bool
    has_warnings: bool
    is_overruled: bool


@dataclass(frozen=True, slots=True)
class StepButton:
    """A step somebody may take now."""

    name: str
    word: str
    needs_note: bool
    is_counter: bool


@needs("see_sheet")
def sheet(request: HttpRequest, key: int) -> HttpResponse:
    """The page."""
    return render_sheet(request, get_sheet(request, key, "see_sheet"))


@require_POST
@needs("fill_return")
def save_sheet(request: HttpRequest, key: int) -> HttpResponse:
    """Keep what was typed; with the button for it, submit as well."""
    found = get_sheet(request, key, "fill_return")
    by = request.user.get_username()
    try:
        save_drafts(key, read_typed(request, found), by=by)
        if request.POST.get("then") == "submit":
            take_step(key, "submit", by=by)
    except FilingRefusedError as error:
        messages.error(request, explain_refusal(error.code))
        return render_sheet(request, get_sheet(request, key, "fill_return"), 422)
    return redirect("sheet", key=key)


@require_POST
@needs("see_sheet")
def step_sheet(request: HttpRequest, key: int) -> HttpResponse:
    """Take a step that whoever asks may take."""
    found = get_sheet(request, key, "see_sheet")
    step = STEPS.get(request.POST.get("step", ""))
    if step is None:
        raise Http404
    check_may(request, step.action, *scope_of(found, step))
    try:
        take_step(key, step.name, note=request.POST.get("note", "")[:LONGEST], by=request.user.get_username())
    except FilingRefusedError as error:
        messages.error(request, explain_refusal(error.code))
        return render_sheet(request, get_sheet(request, key, "see_sheet"), 422)
    return redirect("sheet", key=key)


@needs("see_sheet")
def sheet_template(request: HttpRequest, key: int) -> HttpResponse:
    """The sheet as a file to fill in."""
    found = get_sheet(request, key, "see_sheet")
    definitions, period = definitions_by_code(), Period(found.period_start, found.period_end)
    cells = check_sheet(found)
    rows = [
        TemplateRow(
            found.place.name, found.place_id, definitions[c.task.indicator_code].name, c.task.indicator_code,
            str(period), c.typed.unit if c.typed and c.typed.unit else definitions[c.task.indicator_code].unit,
            c.typed.value if c.typed else "", c.typed.status if c.typed else "", c.typed.note if c.typed else "",
        )
        for c in cells
        if c.task.indicator_code in definitions
    ]  # fmt: skip
    data = write_template(f"{found.workflow.name} {found.place.name} {found.department.name} {period}", rows)
    answer = HttpResponse(data, content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    answer["Content-Disposition"] = f'attachment; filename="sheet-{key}.xlsx"'
    return answer


@require_POST
@needs("fill_return")
def upload_sheet(request: HttpRequest, key: int) -> HttpResponse:
    """Take the answers from a filled-in file."""
    found = get_sheet(request, key, "fill_return")
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return render_sheet(request, found, 422, upload_form=form)
    file = form.cleaned_data["file"]
    try:
        changed, diagnostics = read_workbook_into(key, file.read(), file.name, by=request.user.get_username())
    except FilingRefusedError as error:
        messages.error(request, explain_refusal(error.code))
        return render_sheet(request, found, 422)
    messages.info(request, _("收下 %(n)s 个数，%(m)s 处需要看。") % {"n": changed, "m": len(diagnostics)})
    for diagnostic in diagnostics[:20]:
        messages.warning(
            request, f"{diagnostic.place} · {notice_title(diagnostic.code)} · {tell_message(diagnostic.message)}"
        )
    return redirect("sheet", key=key)


@require_POST
@needs("fill_return")
def attach_file(request: HttpRequest, key: int) -> HttpResponse:
    """Keep a file that supports the figures."""
    found = get_sheet(request, key, "fill_return")
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            attach_evidence(key, file.read(), file.name, by=request.user.get_username())
            return redirect("sheet", key=key)
        except FilingRefusedError as error:
            form.add_error("file", explain_refusal(error.code))
    return render_sheet(request, found, 422, evidence_form=form)


@needs("see_sheet")
def evidence(request: HttpRequest, key: int) -> HttpResponse:
    """A supporting file, to be saved and never to be shown inside a page of ours."""
    found = find_evidence(key)
    if found is None:
        raise Http404
    check_may(request, "see_sheet", found.sheet.place_id, found.sheet.department_id)
    answer = HttpResponse(bytes(found.document.data), content_type="application/octet-stream")
    ending = found.name.rpartition(".")[2].lower()
    answer["Content-Disposition"] = f'attachment; filename="evidence-{key}.{ending}"'
    return answer


@require_POST
@needs("fill_return")
def withdraw_file(request: HttpRequest, key: int) -> HttpResponse:
    """Take a supporting file back."""
    found = find_evidence(key)
    if found is None:
        raise Http404
    check_may(request, "fill_return", found.sheet.place_id, found.sheet.department_id)
    try:
        take_evidence_back(key, by=request.user.get_username())
    except FilingRefusedError as error:
        messages.error(request, explain_refusal(error.code))
    return redirect("sheet", key=found.sheet_id)


def get_sheet(request: HttpRequest, key: int, action: str) -> models.ReturnSheet:
    """The sheet, if whoever asks may do that with it."""
    found = find_sheet(key)
    if found is None:
        raise Http404
    check_may(request, action, found.place_id, found.department_id)
    return found


def scope_of(found: models.ReturnSheet, step: Step) -> tuple[str, str | None]:
    """Over which place and department a step's action is needed: accepting is the accepting level's."""
    if step.action == "accept_return":
        return found.accepting_place_id, None
    return found.place_id, found.department_id


def read_typed(request: HttpRequest, found: models.ReturnSheet) -> dict[int, Typed]:
    """The answers of the form, by key of the question."""

    def said(name: str, key: int, most: int = 120) -> str:
        return str(request.POST.get(f"{name}-{key}", "")).strip()[:most]

    return {
        task.pk: Typed(
            said("value", task.pk), said("numerator", task.pk), said("denominator", task.pk), said("unit", task.pk, 60),
            said("status", task.pk) if said("status", task.pk) in STATUSES else "unstated",
            said("note", task.pk, LONGEST), said("reason", task.pk, LONGEST),
        )
        for task in tasks_of(found)
        if f"value-{task.pk}" in request.POST
    }  # fmt: skip


def render_sheet(
    request: HttpRequest, found: models.ReturnSheet, status: int = 200, **forms_as_they_are: forms.Form
) -> HttpResponse:
    """The page with its forms; those given are shown as they are."""
    cells = build_cells(found)
    may_fill = found.state in EDITABLE and may_do(request, "fill_return", found.place_id, found.department_id)
    buttons = [
        StepButton(step.name, word_for(STEP_WORDS, step.name), step.needs_note, bool(step.undoes))
        for step in steps_from(found.state)
        if step.name != "submit" and may_do(request, step.action, *scope_of(found, step))
    ]
    context: dict[str, Any] = {
        "sheet": found,
        "line": list_lines([found])[0],
        "accepting_place": place_name(found.accepting_place),
        "cells": cells,
        "may_fill": may_fill,
        "buttons": buttons,
        "statuses": list(STATUSES.items()),
        "steps": [
            (word_for(STEP_WORDS, s.step), word_for(SHEET_STATES, s.state), s.note, s.actor, s.recorded_at)
            for s in steps_of(found)
        ],
        "evidence": evidence_of(found),
        "evidence_mb": MAX_BYTES // 1024 // 1024,
        "upload_form": forms_as_they_are.get("upload_form") or FileForm(auto_id="upload_%s"),
        "evidence_form": forms_as_they_are.get("evidence_form") or FileForm(auto_id="evidence_%s"),
        "answered": sum(1 for cell in cells if cell.figure),
        "errors": sum(1 for cell in cells if cell.has_errors),
    }
    return render(request, "lantu/sheet.html", context, status=status)


def build_cells(found: models.ReturnSheet) -> list[CellLine]:
    """Every question with its answer."""
    definitions = definitions_by_code()
    checked = check_sheet(found)
    series = values_of([cell.task.indicator_code for cell in checked], found.place_id)
    return [build_cell(cell, definitions, series.get(cell.task.indicator_code, [])) for cell in checked]


def build_cell(cell: CheckedCell, definitions: Any, series: list[tuple[Period, Any]]) -> CellLine:
    """One question with its answer."""
    code, row = cell.task.indicator_code, cell.typed
    definition, whole = definitions.get(code), definitions.get(cell.task.asked_for)
    last = max((item for item in series if item[0].end < cell.task.period_end), default=None, key=lambda i: i[0].end)
    typed = Typed(
        row.value, row.numerator, row.denominator, row.unit, row.status, row.note, row.override_reason
    ) if row else Typed()  # fmt: skip
    # A question nobody has answered yet is no mistake to be shown in red.
    shown = cell.diagnostics if row is not None else ()
    return CellLine(
        key=cell.task.pk,
        name=indicator_name(definition) if definition else code,
        href=link_indicator(code, cell.task.place_id),
        unit=unit_word(definition.unit) if definition else "",
        asked_for=indicator_name(whole) if whole else "",
        last=f"{write_amount(last[1])}（{write_period(last[0])}）" if last else "",
        typed=typed,
        is_ratio=definition is not None and definition.kind is Kind.RATIO and definition.ratio is None,
        figure=write_amount(cell.quantity.amount) if cell.quantity is not None else "",
        checks=tuple(_show_check(d) for d in shown),
        has_errors=row is not None and cell.has_errors,
        has_warnings=any(d.severity == "warning" for d in shown),
        is_overruled=cell.is_overruled,
    )


def _show_check(diagnostic: Diagnostic) -> tuple[str, str, str]:
    title = f"{diagnostic.code} {notice_title(diagnostic.code)}"
    return str(diagnostic.severity), title, tell_message(diagnostic.message)
