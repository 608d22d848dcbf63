"""A case: what it was opened for, every step, who may do what next, and the files that show it was done.

In: a case's key and forms. Out: one page, and back to it after each change. Left out on purpose: deciding what may
follow; the arrows do.
"""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from lantu.act.cases import COUNTERS, HANDLE, STEPS
from lantu.run.cases import CaseRefusedError, attach_case_file, take_case_file_back, take_case_step
from lantu.sense.evidence import MAX_BYTES
from lantu.show.access import needs, reach_for
from lantu.show.case_chain import build_chain
from lantu.show.case_lines import (
    STATES,
    STEP_WORDS,
    build_buttons,
    build_case_line,
    covers_case,
    may_do_back,
    may_do_case,
)
from lantu.show.pages.sheet import FileForm
from lantu.show.refusals import explain_refusal
from lantu.show.titles import department_name
from lantu.show.words import word_for
from lantu.store import models
from lantu.store.fetch.cases import case_steps, files_of, find_case, find_case_file, find_cause, held_steps
from lantu.store.fetch.departments import list_departments

LONGEST = 4000
FIRST_DAYS = 10
"""Working days the form suggests."""


@needs("see_case")
def case(request: HttpRequest, key: int) -> HttpResponse:
    """The page."""
    return render_case(request, get_case(request, key))


@require_POST
@needs("see_case")
def step_case(request: HttpRequest, key: int) -> HttpResponse:
    """Take a step, or take one back, that whoever asks may."""
    found, name = get_case(request, key), request.POST.get("step", "")
    if name in COUNTERS:
        is_allowed = may_do_back(request, found, COUNTERS[name].action)
    elif name in STEPS:
        is_allowed = may_do_case(request, found, STEPS[name].action)
    else:
        raise Http404
    if not is_allowed:
        raise PermissionDenied
    try:
        take_case_step(
            key, name, note=request.POST.get("note", "")[:LONGEST], department=request.POST.get("department", ""),
            by=request.user.get_username(), **read_day(request),
        )  # fmt: skip
    except CaseRefusedError as error:
        messages.error(request, explain_refusal(error.code))
        return render_case(request, get_case(request, key), 422)
    return redirect("case", key=key)


def read_day(request: HttpRequest) -> dict[str, Any]:
    """The last day of the form: a date, or working days from today.

    Raises:
        CaseRefusedError: If it can be read as neither.
    """
    said, days = request.POST.get("until", "").strip(), request.POST.get("days", "").strip()
    try:
        return {
            "until": date.fromisoformat(said) if said else None,
            "working_days": int(days[:4]) if days and not said else None,
        }
    except ValueError as error:
        raise CaseRefusedError("date", f"{said or days!r} is no day") from error


@require_POST
@needs(HANDLE)
def attach_to_case(request: HttpRequest, key: int) -> HttpResponse:
    """Keep a file that shows what was done."""
    found = get_case(request, key)
    if not may_do_case(request, found, HANDLE):
        raise PermissionDenied
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            attach_case_file(key, file.read(), file.name, by=request.user.get_username())
            return redirect("case", key=key)
        except CaseRefusedError as error:
            form.add_error("file", explain_refusal(error.code))
    return render_case(request, found, 422, form)


@needs("see_case")
def case_file(request: HttpRequest, key: int) -> HttpResponse:
    """A file, to be saved and never to be shown inside a page of ours."""
    file = find_case_file(key)
    if file is None:
        raise Http404
    get_case(request, file.case_id)
    answer = HttpResponse(bytes(file.document.data), content_type="application/octet-stream")
    ending = file.name.rpartition(".")[2].lower()
    answer["Content-Disposition"] = f'attachment; filename="case-file-{key}.{ending}"'
    return answer


@require_POST
@needs(HANDLE)
def withdraw_case_file(request: HttpRequest, key: int) -> HttpResponse:
    """Take a file back."""
    file = find_case_file(key)
    if file is None:
        raise Http404
    if not may_do_case(request, file.case, HANDLE):
        raise PermissionDenied
    try:
        take_case_file_back(key, by=request.user.get_username())
    except CaseRefusedError as error:
        messages.error(request, explain_refusal(error.code))
    return redirect("case", key=file.case_id)


def get_case(request: HttpRequest, key: int) -> models.Case:
    """The case, if whoever asks may see it."""
    found = find_case(key)
    if found is None:
        raise Http404
    if not covers_case(reach_for(request, "see_case"), found):
        raise PermissionDenied
    return found


def render_case(
    request: HttpRequest, found: models.Case, status: int = 200, file_form: forms.Form | None = None
) -> HttpResponse:
    """The page with its forms."""
    today, steps = timezone.localdate(), case_steps(found)
    held = tuple(h for h, _ in held_steps(steps))
    may_file = found.is_open and found.state != "answered" and may_do_case(request, found, HANDLE)
    context: dict[str, Any] = {
        "case": found,
        "line": build_case_line(found, today),
        "chain": build_chain(found),
        "buttons": build_buttons(request, found, held),
        "departments": [(d.code, department_name(d)) for d in list_departments(today) if _lies_in(d, found)],
        "suggested": _suggest(found, today),
        "first_days": FIRST_DAYS,
        "steps": [
            (word_for(STEP_WORDS, s.step), word_for(STATES, s.state), s, hasattr(s, "undone_by"))
            for s in reversed(steps)
        ],
        "files": files_of(found),
        "may_file": may_file,
        "file_form": file_form or FileForm(auto_id="file_%s"),
        "file_mb": MAX_BYTES // 1024 // 1024,
    }
    return render(request, "lantu/case.html", context, status=status)


def _lies_in(department: models.Department, found: models.Case) -> bool:
    """Whether a department is of the case's place or of one below it."""
    place: models.Place | None = department.place
    while place is not None:
        if place.pk == found.place_id:
            return True
        place = place.parent
    return False


def _suggest(found: models.Case, today: date) -> str:
    """The department that answers for what the case is about."""
    key = found.warning_id or found.finding_id or found.task_id or found.target_id
    cause = find_cause(found.cause_kind, str(key), today) if key else None
    return cause.department if cause else ""
