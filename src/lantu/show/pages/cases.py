"""督办: all cases one may see, and the form that opens one.

In: filters, or what a case is opened for. Out: a list, a form, and the new case's page. Left out on purpose: the case
itself; `case` has it.
"""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.act.cases import SUPERVISE
from lantu.act.escalation import LEVELS
from lantu.run.cases import CaseRefusedError, open_one
from lantu.show.access import check_may, needs, reach_for
from lantu.show.case_lines import CAUSES, LATENESS, STATES, CaseLine, build_case_lines, covers_case
from lantu.show.refusals import explain_refusal
from lantu.show.titles import department_name, place_name
from lantu.show.unread import heed
from lantu.show.warning_lines import Choice
from lantu.show.words import word_for
from lantu.store.fetch.cases import case_for, find_cause, list_cases
from lantu.store.fetch.departments import find_department, list_departments
from lantu.store.fetch.indicators import places_by_code
from lantu.store.keep.cases import Cause

FILTERS = ("state", "cause", "place_code", "department_code")


class CaseForm(forms.Form):
    """What somebody has to do."""

    title = forms.CharField(label=gettext_lazy("事项名称"), max_length=300)
    demand = forms.CharField(label=gettext_lazy("办理要求"), max_length=4000, widget=forms.Textarea)
    place = forms.ChoiceField(label=gettext_lazy("地区"), required=False)

    def __init__(self, request: HttpRequest, cause: Cause | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if cause is not None:
            del self.fields["place"]
            return
        reach = reach_for(request, SUPERVISE)
        places = [(code, place_name(p)) for code, p in places_by_code().items() if reach.covers(code)]
        self.fields["place"] = forms.ChoiceField(label=gettext_lazy("地区"), choices=places)


@needs("see_case")
def cases(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by state, cause, place, department, and to what is late."""
    reach = reach_for(request, "see_case")
    lines = build_case_lines(case for case in list_cases() if covers_case(reach, case))
    unread = heed(
        request,
        {"state": STATES, "cause": CAUSES, "place_code": places_by_code(), "department_code": find_department},
    )
    asked = {name: request.GET.get(name, "") for name in FILTERS}
    only_late, with_ended = request.GET.get("late") == "1", request.GET.get("ended") == "1"
    shown = [
        line
        for line in lines
        if all(not wanted or getattr(line, name) == wanted for name, wanted in asked.items())
        and (line.is_open or with_ended or asked["state"] in ("closed", "cancelled"))
        and (not only_late or line.is_late or line.is_soon)
    ]
    supervised = reach_for(request, SUPERVISE)
    open_lines = [line for line in lines if line.is_open]
    context = {
        "unread": unread,
        "lines": shown,
        "total": len(lines),
        "batch": "assign_many_cases",
        "pickable": {x.key for x in shown if x.state == "opened" and supervised.covers(x.place_code)},
        "batch_departments": [(d.code, department_name(d)) for d in list_departments(timezone.localdate())],
        "open_count": len(open_lines),
        "late_count": sum(line.is_late for line in open_lines),
        "soon_count": sum(line.is_soon for line in open_lines),
        "only_late": only_late,
        "with_ended": with_ended,
        "states": _choices(list(STATES.items()), asked["state"]),
        "causes": _choices([(c, w) for c, w in CAUSES.items() if any(x.cause == c for x in lines)], asked["cause"]),
        "places": _choices(_pairs(lines, "place"), asked["place_code"]),
        "departments": _choices(_pairs(lines, "department"), asked["department_code"]),
        "levels": [(days, word_for(LATENESS, name)) for days, name in LEVELS],
    }
    return render(request, "lantu/cases.html", context)


def _pairs(lines: list[CaseLine], part: str) -> list[tuple[str, str]]:
    found = {(getattr(line, f"{part}_code"), getattr(line, part)) for line in lines}
    return sorted((code, word) for code, word in found if code)


def _choices(pairs: list[tuple[str, Any]], chosen: str) -> list[Choice]:
    return [Choice(code, str(word), code == chosen) for code, word in pairs]


@needs(SUPERVISE)
def new_case(request: HttpRequest) -> HttpResponse:
    """The form, filled in from what it is opened for; where a case is open for that, the way there."""
    cause = read_cause(request, request.GET)
    if cause is not None and (found := case_for(cause.kind, cause.cause)):
        return redirect("case", key=found.pk)
    first = {"title": cause.name, "demand": _("请查明原因，提出措施，按期反馈。")} if cause else None
    return render_form(request, CaseForm(request, cause, initial=first), cause)


@require_POST
@needs(SUPERVISE)
def add_case(request: HttpRequest) -> HttpResponse:
    """Open a case and go to it."""
    cause = read_cause(request, request.POST)
    if cause is None:
        check_may(request, SUPERVISE, request.POST.get("place") or None)
    form = CaseForm(request, cause, request.POST)
    if form.is_valid():
        data = form.cleaned_data
        if cause is None:
            cause = Cause("hand", "", data["place"], "")
        try:
            key = open_one(cause, data["title"], data["demand"], by=request.user.get_username())
        except CaseRefusedError as error:
            form.add_error(None, explain_refusal(error.code))
        else:
            return redirect("case", key=key)
    return render_form(request, form, cause, 422)


def read_cause(request: HttpRequest, said: Any) -> Cause | None:
    """What a case is to be opened for, if whoever asks may; None where it is opened by hand."""
    kind = said.get("kind", "hand")
    if kind == "hand":
        return None
    cause = find_cause(kind, said.get("key", ""), timezone.localdate())
    if cause is None:
        raise Http404
    check_may(request, SUPERVISE, cause.place_code)
    return cause


def render_form(request: HttpRequest, form: CaseForm, cause: Cause | None, status: int = 200) -> HttpResponse:
    """The form as it is."""
    kind = cause.kind if cause else "hand"
    key = (cause.warning or cause.finding or cause.task or cause.project or cause.target or "") if cause else ""
    context = {"form": form, "cause": cause, "kind": kind, "key": key, "kind_word": word_for(CAUSES, kind)}
    return render(request, "lantu/new_case.html", context, status=status)
