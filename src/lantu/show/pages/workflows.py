"""填报任务的布置: workflows, what a period would ask of whom, and asking it.

In: forms. Out: the list of workflows, a look ahead, and the list of sheets once they are made. Left out on purpose:
choosing what is computed; `act.asking` does.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.core.place import LEVELS
from lantu.core.time import Period
from lantu.run.asking import AskingRefusedError, PlaceAsked, ask_for_period, open_workflow, preview_asking
from lantu.sense.cells import read_period
from lantu.show.access import check_may, may_do, needs, reach_for
from lantu.show.numbers import write_period
from lantu.show.refusals import explain_refusal
from lantu.show.titles import department_name, indicator_name, place_name
from lantu.show.words import GRAINS, LEVEL_WORDS, OMISSIONS, word_for
from lantu.store import models
from lantu.store.fetch.departments import list_departments
from lantu.store.fetch.filing import find_workflow, list_workflows
from lantu.store.fetch.indicators import definitions_by_code, places_by_code
from lantu.store.keep.filing import WorkflowFacts


class WorkflowForm(forms.Form):
    """What is asked for regularly."""

    code = forms.RegexField(r"^[0-9A-Za-z._-]{1,60}$", label=gettext_lazy("代码"))
    name = forms.CharField(label=gettext_lazy("名称"), max_length=200)
    place = forms.ChoiceField(label=gettext_lazy("地区"))
    grain = forms.ChoiceField(label=gettext_lazy("周期"), choices=list(GRAINS.items()))
    accepting_level = forms.ChoiceField(
        label=gettext_lazy("由哪一级认定"), choices=[(level, LEVEL_WORDS[level]) for level in LEVELS]
    )
    due_working_days = forms.IntegerField(
        label=gettext_lazy("期末后几个工作日"), min_value=0, max_value=250, initial=10
    )
    codes = forms.CharField(label=gettext_lazy("指标代码，一行一个"), widget=forms.Textarea)
    rules = forms.CharField(label=gettext_lazy("指标间的关系，一行一条"), widget=forms.Textarea, required=False)

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reach = reach_for(request, "plan_work")
        places = [(c, f"{place_name(p)} {c}") for c, p in places_by_code().items() if reach.covers(c)]
        self.fields["place"] = forms.ChoiceField(label=gettext_lazy("地区"), choices=places)
        self.order_fields(["code", "name", "place", "grain", "accepting_level", "due_working_days", "codes", "rules"])


@dataclass(frozen=True, slots=True)
class AskedLine:
    """What one place is asked: department and names; and what not, with the reason."""

    place: str
    asked: tuple[tuple[str, tuple[str, ...]], ...]
    omitted: tuple[tuple[str, str], ...]


@needs("see_sheet")
def workflows(request: HttpRequest) -> HttpResponse:
    """The list, with the form for those who may set one up."""
    return render_workflows(request, WorkflowForm(request) if may_do(request, "plan_work") else None)


@require_POST
@needs("plan_work")
def add_workflow(request: HttpRequest) -> HttpResponse:
    """Keep a workflow, or its next version."""
    form = WorkflowForm(request, request.POST)
    if form.is_valid():
        data = form.cleaned_data
        check_may(request, "plan_work", data["place"])
        facts = WorkflowFacts(
            data["code"], data["name"], data["place"], data["grain"], data["accepting_level"],
            data["due_working_days"], tuple(data["codes"].split()), tuple(data["rules"].splitlines()),
        )  # fmt: skip
        try:
            return redirect("workflow", key=open_workflow(facts, by=request.user.get_username()))
        except AskingRefusedError as error:
            form.add_error("rules" if error.code == "rule" else "codes", f"{explain_refusal(error.code)} {error}")
    return render_workflows(request, form, status=422)


def render_workflows(request: HttpRequest, form: forms.Form | None, status: int = 200) -> HttpResponse:
    """The list with a form as it is."""
    reach = reach_for(request, "see_sheet")
    lines = [
        (w, place_name(w.place), word_for(GRAINS, w.grain), word_for(LEVEL_WORDS, w.accepting_level))
        for w in list_workflows()
        if reach.covers(w.place_id)
    ]
    return render(request, "lantu/workflows.html", {"lines": lines, "form": form}, status=status)


@needs("see_sheet")
def workflow(request: HttpRequest, key: int) -> HttpResponse:
    """One workflow, with a look at what a period would ask (`?period=2025`)."""
    found = get_workflow(request, key, "see_sheet")
    return render_workflow(request, found, request.GET.get("period", ""))


@require_POST
@needs("plan_work")
def ask_returns(request: HttpRequest, key: int) -> HttpResponse:
    """Make the sheets of a period."""
    found = get_workflow(request, key, "plan_work")
    period = parse(request.POST.get("period", ""))
    places = [code for code in request.POST.getlist("place") if code in places_within(found.place_id)]
    if period is None or not places:
        messages.error(request, _("请写明时期，并选至少一个地区。"))
        return render_workflow(request, found, request.POST.get("period", ""), 422)
    asked = ask_for_period(key, places, period, by=request.user.get_username())
    made = sum(len(part.by_department) for part in asked)
    messages.success(request, _("新布置 %(n)s 张填报表。") % {"n": made})
    return redirect("sheets")


def get_workflow(request: HttpRequest, key: int, action: str) -> models.Workflow:
    """The workflow, if whoever asks may do that with it."""
    found = find_workflow(key)
    if found is None:
        raise Http404
    check_may(request, action, found.place_id)
    return found


def render_workflow(request: HttpRequest, found: models.Workflow, said: str, status: int = 200) -> HttpResponse:
    """The page of a workflow."""
    period, places = parse(said), places_within(found.place_id)
    asked = preview_asking(found.pk, places, period) if period else ()
    definitions = definitions_by_code()
    context = {
        "workflow": found,
        "place": place_name(found.place),
        "grain": word_for(GRAINS, found.grain),
        "level": word_for(LEVEL_WORDS, found.accepting_level),
        "names": [indicator_name(definitions[c]) if c in definitions else c for c in found.codes],
        "said": said,
        "period": write_period(period) if period else "",
        "is_wrong": bool(said) and period is None,
        "asked": [(part.place_code, build_line(part)) for part in asked],
        "may_ask": may_do(request, "plan_work", found.place_id),
        "this_year": timezone.localdate().year,
    }
    return render(request, "lantu/workflow.html", context, status=status)


def parse(said: str) -> Period | None:
    """The period somebody wrote, or None."""
    try:
        return read_period(said) if said.strip() else None
    except ValueError:
        return None


def places_within(place_code: str) -> list[str]:
    """A place and the areas directly in it."""
    places = places_by_code()
    return [place_code, *(code for code, place in places.items() if place.parent_id == place_code)]


def build_line(part: PlaceAsked) -> AskedLine:
    """One place of the look ahead."""
    definitions, places = definitions_by_code(), places_by_code()
    departments = {d.code: department_name(d) for d in list_departments()}

    def name(code: str) -> str:
        return indicator_name(definitions[code]) if code in definitions else code

    return AskedLine(
        place_name(places[part.place_code]),
        tuple((departments[code], tuple(name(q.code) for q in questions)) for code, questions in part.by_department),
        tuple((name(o.code), word_for(OMISSIONS, o.why)) for o in part.omissions),
    )
