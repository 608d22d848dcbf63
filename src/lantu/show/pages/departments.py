"""管理 · 部门与责任: the register of departments, and who answers for each indicator and target of a place.

In: a place and forms. Out: two lists with their forms. Left out on purpose: guessing owners; `run.departments` does,
and here each guess can be confirmed.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.run.departments import DepartmentRefusedError, add_department, close_department, hand_over
from lantu.show.access import check_may, may_do, needs, reach_for
from lantu.show.addresses import link_entry, link_indicator
from lantu.show.refusals import explain_refusal
from lantu.show.target_filter import list_targets
from lantu.show.titles import department_name, indicator_name, place_name
from lantu.show.unread import USUAL, heed
from lantu.store import models
from lantu.store.fetch.departments import find_department, history_of, list_departments, owners_on
from lantu.store.fetch.heads import heads_on
from lantu.store.fetch.indicators import definitions_by_code, places_by_code
from lantu.store.fetch.standings import targets_by_key
from lantu.store.keep.departments import DepartmentFacts


class DepartmentForm(forms.Form):
    """A new department of a place somebody may plan for."""

    code = forms.RegexField(r"^[0-9A-Za-z._-]{1,40}$", label=gettext_lazy("代码"))
    name = forms.CharField(label=gettext_lazy("名称"), max_length=120)
    name_en = forms.CharField(label=gettext_lazy("英文名"), max_length=120, required=False)
    place = forms.ChoiceField(label=gettext_lazy("地区"))
    parent = forms.ChoiceField(label=gettext_lazy("上级部门"), required=False)
    valid_from = forms.DateField(
        label=gettext_lazy("设立日"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reach = reach_for(request, "plan_work")
        places = [(c, f"{place_name(p)} {c}") for c, p in places_by_code().items() if reach.covers(c)]
        parents = [(d.code, department_name(d)) for d in list_departments() if reach.covers(d.place_id)]
        self.fields["place"] = forms.ChoiceField(label=gettext_lazy("地区"), choices=places)
        self.fields["parent"] = forms.ChoiceField(
            label=gettext_lazy("上级部门"), choices=[("", "—"), *parents], required=False
        )


class HandOverForm(forms.Form):
    """Who answers from which day on."""

    department = forms.ChoiceField(label=gettext_lazy("部门"))
    post = forms.CharField(label=gettext_lazy("岗位或责任人"), max_length=120, required=False)
    from_on = forms.DateField(
        label=gettext_lazy("从哪天起"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(label=gettext_lazy("理由"), max_length=500, required=False)

    def __init__(self, place_code: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standing = [d for d in list_departments(timezone.localdate()) if d.place_id == place_code]
        self.fields["department"] = forms.ChoiceField(
            label=gettext_lazy("部门"), choices=[(d.code, department_name(d)) for d in standing]
        )
        self.order_fields(["department", "post", "from_on", "reason"])


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """One thing and who answers for it today."""

    kind: str
    thing: str
    name: str
    href: str
    owner: models.Ownership | None
    owner_name: str
    edit_href: str
    key: str


@needs("read")
def departments(request: HttpRequest) -> HttpResponse:
    """The register."""
    form = DepartmentForm(request) if may_do(request, "plan_work") else None
    return render_departments(request, form)


@require_POST
@needs("plan_work")
def add_one_department(request: HttpRequest) -> HttpResponse:
    """Add a department."""
    form = DepartmentForm(request, request.POST)
    if form.is_valid():
        data = form.cleaned_data
        check_may(request, "plan_work", data["place"])
        facts = DepartmentFacts(
            data["code"], data["name"], data["place"], data["name_en"], data["parent"], data["valid_from"]
        )
        try:
            add_department(facts, by=request.user.get_username())
            return redirect("departments")
        except DepartmentRefusedError as error:
            form.add_error("code", explain_refusal(error.code))
    return render_departments(request, form, status=422)


@require_POST
@needs("plan_work")
def close_one_department(request: HttpRequest, code: str) -> HttpResponse:
    """Say which day is its last; today unless another is given."""
    found = find_department(code)
    if found is None:
        raise Http404
    check_may(request, "plan_work", found.place_id)
    try:
        left = close_department(code, timezone.localdate(), by=request.user.get_username())
    except DepartmentRefusedError as error:
        messages.error(request, explain_refusal(error.code))
    else:
        if left:
            messages.warning(request, _("它还是 %(n)s 项的责任部门，请办理移交。") % {"n": left})
    return redirect("departments")


def render_departments(request: HttpRequest, form: forms.Form | None, status: int = 200) -> HttpResponse:
    """The register with a form as it is."""
    today, reach, may_read = timezone.localdate(), reach_for(request, "plan_work"), reach_for(request, "read")
    owned: dict[str, int] = {}
    for owner in owners_on(today).values():
        owned[owner.department_id] = owned.get(owner.department_id, 0) + 1
    held = heads_on(today)
    lines = [
        (
            d,
            department_name(d),
            place_name(d.place),
            owned.get(d.code, 0),
            reach.covers(d.place_id) and not d.valid_to,
            held.get((d.code, "head")),
            may_read.covers(d.place_id),
        )
        for d in list_departments()
    ]
    return render(request, "lantu/departments.html", {"lines": lines, "form": form}, status=status)


@needs("read")
def owners(request: HttpRequest) -> HttpResponse:
    """Who answers for what in a place, indicators with targets first."""
    places = {c: p for c, p in places_by_code().items() if reach_for(request, "read").covers(c)}
    targeted = [t.row for t in list_targets() if t.row.place_code in places]
    unread = heed(request, {"place": places}, {"place": USUAL})
    chosen = request.GET.get("place", "")
    here = chosen if chosen in places else next((t.place_code for t in targeted), next(iter(places), ""))
    held = owners_on(timezone.localdate())
    definitions = definitions_by_code()
    codes = dict.fromkeys(t.code for t in targeted if t.place_code == here and t.code)
    codes |= dict.fromkeys(thing for kind, thing, place in held if kind == "indicator" and place == here)
    lines = [
        build_line("indicator", c, here, indicator_name(definitions[c]), link_indicator(c, here), held)
        for c in codes
        if c in definitions
    ]
    lines += [
        build_line("target", t.row.address, here, t.row.name, link_entry(t.row.version.plan_id, t.entry.id), held)
        for t in targets_by_key(
            [t.key for t in targeted if t.place_code == here and (not t.code or ("target", t.address, here) in held)]
        )
    ]
    may_change = bool(here) and may_do(request, "plan_work", here)
    context = {
        "unread": unread,
        "lines": lines,
        "batch": "confirm_many_owners",
        "pickable": {line.key for line in lines if may_change and line.owner and line.owner.is_guessed},
        "place": place_name(places[here]) if here else "",
        "places": [(c, place_name(p), c == here) for c, p in places.items()],
        "guessed": sum(1 for line in lines if line.owner and line.owner.is_guessed),
        "open": sum(1 for line in lines if line.owner is None),
        "may_change": may_change,
    }
    return render(request, "lantu/owners.html", context)


def build_line(
    kind: str, thing: str, place: str, name: str, href: str, held: dict[tuple[str, str, str], models.Ownership]
) -> OwnerLine:
    """One thing with its owner."""
    owner = held.get((kind, thing, place))
    edit = f"{reverse('owner')}?kind={kind}&thing={thing.replace('#', '%23')}&place={place}"
    held_by = department_name(owner.department) if owner else ""
    return OwnerLine(kind, thing, name, href, owner, held_by, edit, f"{kind} {place} {thing}")


@needs("read")
def owner(request: HttpRequest) -> HttpResponse:
    """All who answered for one thing, with the form for a hand-over."""
    return render_owner(request, request.GET, None)


@require_POST
@needs("plan_work")
def hand_over_owner(request: HttpRequest) -> HttpResponse:
    """Hand over, or confirm."""
    place = request.POST.get("place", "")
    check_may(request, "plan_work", place)
    form = HandOverForm(place, request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            hand_over(
                request.POST.get("kind", ""), request.POST.get("thing", "")[:300], place, data["department"],
                data["from_on"], post=data["post"], reason=data["reason"], by=request.user.get_username(),
            )  # fmt: skip
            return redirect(f"{reverse('owners')}?place={place}")
        except DepartmentRefusedError as error:
            form.add_error("reason" if error.code == "reason" else "department", explain_refusal(error.code))
    return render_owner(request, request.POST, form, status=422)


def render_owner(request: HttpRequest, asked: Any, form: HandOverForm | None, status: int = 200) -> HttpResponse:
    """The page of one thing."""
    kind, thing, place_code = asked.get("kind", ""), asked.get("thing", "")[:300], asked.get("place", "")
    name = name_thing(kind, thing, place_code)
    place = places_by_code().get(place_code)
    if not name or place is None:
        raise Http404
    check_may(request, "read", place_code)
    rows = history_of(kind, thing, place_code)
    held = rows[0] if rows else None
    first = {
        "from_on": timezone.localdate(),
        "department": held.department_id if held else "",
        "post": held.post if held else "",
    }
    if form is None and may_do(request, "plan_work", place_code):
        form = HandOverForm(place_code, initial=first)
    context = {
        "kind": kind, "thing": thing, "name": name, "place_code": place_code, "place": place_name(place),
        "rows": [(row, department_name(row.department)) for row in rows], "form": form,
    }  # fmt: skip
    return render(request, "lantu/owner.html", context, status=status)


def name_thing(kind: str, thing: str, place_code: str) -> str:
    """What an indicator or target is called; "" where there is none."""
    if kind == "indicator":
        definition = definitions_by_code().get(thing)
        return indicator_name(definition) if definition else ""
    if kind == "target":
        found = next((t.row for t in list_targets() if t.row.address == thing), None)
        return found.name if found and found.place_code == place_code else ""
    return ""
