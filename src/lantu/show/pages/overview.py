"""总览: how the promises of every plan stand, what needs attention, and the districts on a map.

In: the class to filter by and the indicator on the map, from the address. Out: one
page. Left out on purpose: judging; the page prints the standings in force.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from lantu.core.standing import Class
from lantu.run.checking import open_counts
from lantu.show.access import needs
from lantu.show.check_addresses import link_scope
from lantu.show.district_map import build_map
from lantu.show.finding_lines import Filters
from lantu.show.lines import TargetLine, build_lines
from lantu.show.rollups import NAMELESS, build_rollups, is_in
from lantu.show.titles import place_name, plan_title
from lantu.show.warning_lines import count_levels
from lantu.show.words import CATEGORIES, CLASS_MEANINGS, CLASSES, word_for
from lantu.store import models
from lantu.store.fetch.checks import latest_runs
from lantu.store.fetch.indicators import definitions_by_code
from lantu.store.fetch.plans import list_plans, versions_in_force
from lantu.store.fetch.standings import StandingTarget, targets_of


@dataclass(frozen=True, slots=True)
class Count:
    """How many targets of a plan stand in a class."""

    klass: str
    word: str
    meaning: str
    number: int
    is_chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class Group:
    """Targets printed under one heading of the plan's table."""

    title: str
    lines: tuple[TargetLine, ...]


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """One plan on the overview."""

    plan: models.Plan
    title: str
    place: str
    period: str
    total: int
    counts: tuple[Count, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The period of the leading plan and how much of it is over."""

    title: str
    place: str
    first_year: int
    last_year: int
    years: tuple[int, ...]
    elapsed_pct: int
    today: date
    as_of: date | None


@needs("read")
def overview(request: HttpRequest) -> HttpResponse:
    """The page."""
    chosen = request.GET.get("class", "")
    chosen = chosen if chosen in CLASSES else ""
    plans = [plan for plan in list_plans() if plan.pk in versions_in_force()]
    versions = versions_in_force()
    targets, definitions = targets_of(versions.values()), definitions_by_code()
    lines = dict(zip((t.row.pk for t in targets), build_lines(targets, definitions), strict=True))
    by, name = request.GET.get("by", ""), request.GET.get("name", "")
    asked = [t for t in targets if is_in(t, by, name, definitions)]
    narrowed = {"by": by, "name": name} if len(asked) < len(targets) else {}
    made = (_build_block(plan, versions[plan.pk], asked, lines, chosen, narrowed) for plan in plans)
    blocks = [block for block in made if block]
    context: dict[str, Any] = {
        "head": _build_head(plans, targets),
        "blocks": blocks,
        "attention": _pick_attention(list(lines.values())),
        "classes": [(klass, word, CLASS_MEANINGS[klass]) for klass, word in CLASSES.items()],
        "warning_counts": count_levels(),
        "rollups": build_rollups(targets, definitions),
        "by": by,
        "chosen_name": name if narrowed and name != NAMELESS else "",
        "chosen": chosen,
        "chosen_word": word_for(CLASSES, chosen) if chosen else "",
        "map": build_map(plans[0].place_id, request.GET.get("map", "")) if plans else None,
        "errors": list_errors(plans),
        "plan_count": len(blocks),
        "target_count": len(lines),
    }
    return render(request, "lantu/overview.html", context)


def list_errors(plans: Sequence[models.Plan]) -> list[tuple[str, int, str]]:
    """Plans in which the checker found errors that stand open: title, how many, the page."""
    told = open_counts(latest_runs())
    open_ones = [(plan, told[plan.pk]) for plan in plans if plan.pk in told and told[plan.pk].errors]
    filters = Filters(severity="error", state="todo")
    return [(plan_title(plan), count.errors, link_scope(plan.pk, count.scope, filters)) for plan, count in open_ones]


def _build_head(plans: Sequence[models.Plan], targets: Sequence[StandingTarget]) -> Head | None:
    plan = next((p for p in plans if p.first_year is not None and p.last_year is not None), None)
    if plan is None or plan.first_year is None or plan.last_year is None:
        return None
    today = timezone.localdate()
    first, last = date(plan.first_year, 1, 1), date(plan.last_year, 12, 31)
    share = (today - first).days / ((last - first).days + 1)
    as_of = max((t.standing.as_of for t in targets if t.standing), default=None)
    return Head(
        title=plan_title(plan),
        place=place_name(plan.place),
        first_year=plan.first_year,
        last_year=plan.last_year,
        years=tuple(range(plan.first_year, plan.last_year + 1)),
        elapsed_pct=round(min(max(share, 0), 1) * 100),
        today=today,
        as_of=as_of,
    )


def _build_block(
    plan: models.Plan,
    version: models.PlanVersion,
    targets: Sequence[StandingTarget],
    lines: dict[int, TargetLine],
    chosen: str,
    narrowed: dict[str, str],
) -> PlanBlock | None:
    own = [lines[t.row.pk] for t in targets if t.row.version_id == version.pk]
    if not own:
        return None
    shown = [line for line in own if not chosen or line.klass == chosen]
    return PlanBlock(
        plan=plan,
        title=plan_title(plan),
        place=place_name(plan.place),
        period=f"{plan.first_year}–{plan.last_year}" if plan.first_year else "",
        total=len(own),
        counts=_count_classes(own, chosen, narrowed),
        groups=tuple(_group_lines(shown)),
    )


def _count_classes(lines: Sequence[TargetLine], chosen: str, narrowed: dict[str, str]) -> tuple[Count, ...]:
    counted = Counter(line.klass for line in lines)

    def query(klass: str) -> str:
        """The class chosen already is let go of."""
        return "?" + urlencode(narrowed if klass == chosen else {"class": klass, **narrowed})

    return tuple(
        Count(klass, str(word), str(CLASS_MEANINGS[klass]), counted[klass], klass == chosen, query(klass))
        for klass, word in CLASSES.items()
    )


def _group_lines(lines: Sequence[TargetLine]) -> list[Group]:
    """Table targets under their categories as printed; what only the prose promises comes last."""
    tabled = [line for line in lines if line.is_tabled]
    others = tuple(line for line in lines if not line.is_tabled)
    groups = [
        Group(word_for(CATEGORIES, title) or _("主要指标"), tuple(part))
        for title, part in groupby(tabled, key=lambda line: line.category)
    ]
    return [*groups, Group(_("正文中的目标"), others)] if others else groups


def _pick_attention(lines: Sequence[TargetLine]) -> list[TargetLine]:
    """Missed before behind, binding before expected, otherwise in the order of the plans."""
    order = {Class.MISSED: 0, Class.BEHIND: 1}
    picked = [line for line in lines if line.klass in order]
    return sorted(picked, key=lambda line: (order[Class(line.klass)], not line.is_binding))
