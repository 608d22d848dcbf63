"""目标分解与年度目标: the tree of plans, the targets of a plan with what their parts come to, and one target's parts.

In: a plan or target, and forms. Out: three pages. Left out on purpose: checking, which `check.breakdown` does.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.check.breakdown import Verdict
from lantu.core.entry import Entry
from lantu.run.breaking_down import BreakdownRefusedError, check_target, file_plan, file_target, state_parts, years_of
from lantu.run.clock import end_of_day
from lantu.show.access import check_may, may_do, needs, reach_for
from lantu.show.addresses import link_indicator
from lantu.show.figures import Figure
from lantu.show.lines import show_target_figure
from lantu.show.numbers import write_amount, write_share
from lantu.show.refusals import explain_refusal
from lantu.show.target_filter import list_targets
from lantu.show.titles import department_name, indicator_name, place_name, plan_title
from lantu.show.units import unit_word
from lantu.show.unread import heed, is_day
from lantu.show.whole import kept_whole
from lantu.show.words import (
    BREAKDOWN_REASONS,
    BREAKDOWN_RULES,
    BREAKDOWN_STATES,
    FORMS,
    LEVEL_WORDS,
    PLAN_KINDS,
    word_for,
)
from lantu.store import models
from lantu.store.adjustments import adjustments_in_force
from lantu.store.codec import decode
from lantu.store.fetch.breakdowns import (
    filings_of,
    filings_then,
    find_plan,
    find_target,
    part_history,
    parts_of,
    places_in,
    themes_of,
)
from lantu.store.fetch.departments import list_departments
from lantu.store.fetch.indicators import definitions_by_code, places_by_code
from lantu.store.fetch.plans import list_plans, versions_in_force
from lantu.store.fetch.standings import targets_of


class FileForm(forms.Form):
    """Kind of a plan and the plan above it."""

    kind = forms.ChoiceField(label=gettext_lazy("类型"), choices=list(PLAN_KINDS.items()))
    parent = forms.ChoiceField(label=gettext_lazy("上级规划"), required=False)

    def __init__(self, plan: models.Plan, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [(str(p.pk), f"{place_name(p.place)} · {plan_title(p)}") for p in list_plans() if p.pk != plan.pk]
        self.fields["parent"] = forms.ChoiceField(
            label=gettext_lazy("上级规划"), choices=[("", "—"), *others], required=False
        )


@dataclass(slots=True)
class PlanNode:
    """A plan in the tree with those that carry it out."""

    plan: models.Plan
    title: str
    place: str
    level: str
    kind: str
    target_count: int
    may_file: bool
    children: list["PlanNode"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """A verdict in words."""

    state: str
    word: str
    rule: str
    total: str
    excess: str
    reason: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartField:
    """One share to be stated."""

    share: str
    name: str
    amount: str
    by: str


@dataclass(frozen=True, slots=True)
class PartBlock:
    """All shares of one kind, and what they come to."""

    kind: str
    title: str
    fields: tuple[PartField, ...]
    verdict: VerdictLine


@needs("read")
@kept_whole
def plan_tree(request: HttpRequest) -> HttpResponse:
    """All plans one may read, each under the one it carries out; `?as_of=` tells where they stood at the end of a day."""
    unread = heed(request, {"as_of": is_day})
    as_of = _read_day(request.GET.get("as_of", ""))
    then = filings_then(end_of_day(as_of)) if as_of else None
    read, work = reach_for(request, "read"), reach_for(request, "plan_work")
    counts = Counter(target.row.plan_key for target in list_targets())
    nodes = {
        p.pk: PlanNode(
            p, plan_title(p), place_name(p.place), word_for(LEVEL_WORDS, p.place.level),
            word_for(PLAN_KINDS, p.kind if then is None else then[p.pk].kind), counts[p.pk], work.covers(p.place_id),
        )
        for p in list_plans()
        if read.covers(p.place_id) and (then is None or p.pk in then)
    }  # fmt: skip
    roots: list[PlanNode] = []
    for node in nodes.values():
        filed = node.plan if then is None else then[node.plan.pk]
        above = nodes.get(filed.parent_id or 0)
        (above.children if above is not None else roots).append(node)
    return render(request, "lantu/plan_tree.html", {"roots": roots, "as_of": as_of, "unread": unread})


def _read_day(text: str) -> date | None:
    """A day of the address; None where it is none, which is now."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@needs("read")
def plan_targets(request: HttpRequest, key: int) -> HttpResponse:
    """The targets of a plan with their themes and what their parts come to."""
    return render_plan_targets(request, key)


@require_POST
@needs("plan_work")
def place_one_plan(request: HttpRequest, key: int) -> HttpResponse:
    """Say of what kind a plan is and which one stands above it."""
    plan = find_plan(key)
    if plan is None:
        raise Http404
    check_may(request, "plan_work", plan.place_id)
    form = FileForm(plan, request.POST)
    if form.is_valid():
        parent = form.cleaned_data["parent"]
        try:
            file_plan(key, form.cleaned_data["kind"], int(parent) if parent else None, by=request.user.get_username())
            return redirect("plan_tree")
        except BreakdownRefusedError as error:
            form.add_error("parent", explain_refusal(error.code))
    return render_plan_targets(request, key, form, 422)


def render_plan_targets(
    request: HttpRequest, key: int, form: FileForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of a plan's targets."""
    plan = find_plan(key)
    if plan is None:
        raise Http404
    check_may(request, "read", plan.place_id)
    version = versions_in_force().get(key)
    targets = targets_of([version]) if version else []
    addresses = [t.row.address for t in targets]
    parts, themes, definitions = parts_of(addresses), themes_of(addresses), definitions_by_code()
    rows, adjusted = [], adjustments_in_force(timezone.now(), timezone.localdate())
    for t in targets:
        broken = check_target(t.row, parts, definitions)
        goal = show_target_figure(t.entry, plan, t.row, adjusted)
        verdicts = [(_name_kind(k), show_verdict(v)) for k, v in (
            ("place", broken.places), ("department", broken.departments), ("year", broken.years),
        ) if v.reason not in ("no_parts", "no_figure")]  # fmt: skip
        rows.append((t.row, _name_target(t.row, definitions), goal, themes.get(t.row.address, []), verdicts))
    if form is None and may_do(request, "plan_work", plan.place_id):
        form = FileForm(plan, initial={"kind": plan.kind, "parent": str(plan.parent_id or "")})
    context = {
        "plan": plan, "title": plan_title(plan), "place": place_name(plan.place), "rows": rows, "form": form,
        "kind": word_for(PLAN_KINDS, plan.kind), "parent": plan_title(plan.parent) if plan.parent else "",
        "filings": [
            (f, word_for(PLAN_KINDS, f.kind), plan_title(f.parent) if f.parent else "") for f in filings_of(key)
        ],
        "themes": sorted({theme for row in rows for theme in row[3]}),
    }  # fmt: skip
    return render(request, "lantu/plan_targets.html", context, status=status)


@needs("read")
def target_parts(request: HttpRequest, key: int) -> HttpResponse:
    """One target's parts."""
    return render_parts(request, get_target(request, key, "read"))


@require_POST
@needs("plan_work")
def save_parts(request: HttpRequest, key: int) -> HttpResponse:
    """State the parts of one kind."""
    row = get_target(request, key, "plan_work")
    kind = request.POST.get("kind", "")
    typed = {name.removeprefix("part-"): str(v)[:40] for name, v in request.POST.items() if name.startswith("part-")}
    try:
        state_parts(key, kind, typed, reason=request.POST.get("reason", "")[:500], by=request.user.get_username())
    except BreakdownRefusedError as error:
        messages.error(request, f"{error.share} {explain_refusal(error.code)}".strip())
        return render_parts(request, row, 422)
    return redirect("target_parts", key=key)


@require_POST
@needs("plan_work")
def set_themes(request: HttpRequest, key: int) -> HttpResponse:
    """File a target under themes, written with blanks or commas between."""
    get_target(request, key, "plan_work")
    said = request.POST.get("themes", "").replace("，", ",").replace("、", ",").replace(" ", ",")
    file_target(key, said.split(","), by=request.user.get_username())
    return redirect("target_parts", key=key)


def get_target(request: HttpRequest, key: int, action: str) -> models.PlanTarget:
    """The target, if whoever asks may do that with it."""
    row = find_target(key)
    if row is None:
        raise Http404
    check_may(request, action, row.place_id)
    return row


def render_parts(request: HttpRequest, row: models.PlanTarget, status: int = 200) -> HttpResponse:
    """The page of one target."""
    plan, definitions = row.version.plan, definitions_by_code()
    parts = parts_of([row.address])
    broken = check_target(row, parts, definitions)
    entry = decode(Entry, row.entry.body)
    today = timezone.localdate()
    goal: Figure = show_target_figure(entry, plan, row, adjustments_in_force(timezone.now(), today))
    shares = {
        "year": [(str(year), str(year)) for year in years_of(row)],
        "place": [(place.code, place_name(place)) for place in places_in(row.place_id)],
        "department": [(d.code, department_name(d)) for d in list_departments(today) if d.place_id == row.place_id],
    }
    verdicts = {"year": broken.years, "place": broken.places, "department": broken.departments}
    blocks = [
        PartBlock(
            kind, _name_kind(kind), tuple(_build_fields(names, parts.get((row.address, kind), {}))),
            show_verdict(verdicts[kind]),
        )
        for kind, names in shares.items()
        if names
    ]  # fmt: skip
    context = {
        "target": row, "name": _name_target(row, definitions), "plan": plan, "title": plan_title(plan),
        "place": place_name(row.place), "goal": goal, "unit": unit_word(entry.unit), "form_word": word_for(FORMS, row.form),
        "href": link_indicator(row.indicator_code, row.place_id) if row.indicator_code else "", "blocks": blocks,
        "themes": themes_of([row.address]).get(row.address, []), "may_change": may_do(request, "plan_work", row.place_id),
        "history": [(p, _name_kind(p.kind), _name_share(p), write_amount(p.amount) if p.amount is not None else "")
                    for p in part_history(row.address)[:50]],
    }  # fmt: skip
    return render(request, "lantu/target_parts.html", context, status=status)


def _build_fields(names: Iterable[tuple[str, str]], stated: Mapping[str, models.TargetPart]) -> Iterable[PartField]:
    for share, name in names:
        part = stated.get(share)
        amount = write_amount(part.amount).replace(",", "") if part and part.amount is not None else ""
        yield PartField(share, name, amount, part.actor if part else "")


def show_verdict(verdict: Verdict) -> VerdictLine:
    """A verdict in words."""
    places = places_by_code() if verdict.missing else {}
    return VerdictLine(
        state=verdict.state,
        word=word_for(BREAKDOWN_STATES, verdict.state),
        rule=word_for(BREAKDOWN_RULES, verdict.rule) if verdict.rule else "",
        total=write_amount(verdict.total, 2) if verdict.total is not None else "",
        excess=write_share(verdict.excess, 1) if verdict.excess is not None else "",
        reason=word_for(BREAKDOWN_REASONS, verdict.reason) if verdict.reason else "",
        missing=tuple(place_name(places[m]) if m in places else m for m in verdict.missing),
    )


def _name_kind(kind: str) -> str:
    return {"place": _("按地区"), "department": _("按部门"), "year": _("按年度")}.get(kind, kind)


def _name_share(part: models.TargetPart) -> str:
    if part.kind == "place":
        place = places_by_code().get(part.share)
        return place_name(place) if place else part.share
    return part.share


def _name_target(row: models.PlanTarget, definitions: Mapping[str, Any]) -> str:
    definition = definitions.get(row.indicator_code)
    return indicator_name(definition) if definition else row.name
