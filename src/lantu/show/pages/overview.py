"""总览: how much of the time is over, how the promises stand, what is behind and why, the districts, and what happened.

In: the class and the indicator on the map, from the address. Out: one page. Left out on purpose: judging; the page prints the
standings in force. Tables of single targets are on it only where a city has few of them; `targets` has them all.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from lantu.core.standing import Class
from lantu.run.checking import open_counts
from lantu.show.access import may_do, needs, seen_places
from lantu.show.check_addresses import link_scope
from lantu.show.day_changes import tell_changes
from lantu.show.district_map import build_map
from lantu.show.finding_lines import Filters
from lantu.show.kept import keep, target_state
from lantu.show.lines import TargetLine, build_lines
from lantu.show.pages.sheets import SheetLine, list_lines, visible_sheets
from lantu.show.rollups import build_rollups, count_classes
from lantu.show.target_filter import ORDERS, list_targets
from lantu.show.titles import place_name, plan_title
from lantu.show.unread import heed
from lantu.show.warning_lines import build_warnings, count_levels
from lantu.show.whole import kept_whole
from lantu.show.words import CATEGORIES, CLASS_MEANINGS, CLASSES, word_for
from lantu.store import models
from lantu.store.fetch.checks import latest_runs
from lantu.store.fetch.indicators import definitions_by_code
from lantu.store.fetch.plans import list_plans, versions_in_force
from lantu.store.fetch.standings import StandingTarget, last_judged_day, targets_by_key, targets_of
from lantu.store.fetch.warnings import list_warnings

LATE = (Class.MISSED, Class.BEHIND)
MOST_NAMED = 8
"""Targets named as behind; the list of targets has the others."""
MOST = 3
"""Lines of the small cards; the wall shows a few more warnings."""
FEW = 150
"""Up to so many targets their tables stand on the page itself."""


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
@kept_whole
def overview(request: HttpRequest) -> HttpResponse:
    """The page; what is the same for every reader is made once for each state of the registry."""
    unread = heed(request, {"class": CLASSES})
    chosen = request.GET.get("class", "")
    mapped = request.GET.get("map", "")[:80]
    seen = seen_places(request)
    told = keep("overview", lambda: build_overview(mapped, seen), mapped, seen)
    plans = keep("overview blocks", lambda: build_blocks(chosen, seen), chosen, seen) if told["is_short"] else ""
    due = due_lines(request)
    context: dict[str, Any] = {
        **told,
        "unread": unread,
        "plan_blocks": plans,
        "has_returns": due is not None,
        "may_ask": may_do(request, "plan_work"),
        "due": due[:MOST] if due else [],
        "late_count": sum(line.is_late for line in due or ()),
        "soon_count": sum(line.is_soon for line in due or ()),
    }
    return render(request, "lantu/overview.html", context)


def build_overview(mapped: str, seen: frozenset[str] | None) -> dict[str, Any]:
    """What the top of the page tells, with its HTML where that is long; only of the places seen."""
    versions = versions_in_force()
    plans = [plan for plan in list_plans() if plan.pk in versions and (seen is None or plan.place_id in seen)]
    targets = list_targets(seen)
    warned = [row for row in list_warnings() if seen is None or row.place_id in seen]
    late = sorted((t for t in targets if t.row.klass in LATE), key=ORDERS["standing"])
    told: dict[str, Any] = {
        "head": build_head(plans),
        "counts": count_classes(targets),
        "meanings": CLASS_MEANINGS,
        "attention": build_lines(
            targets_by_key([t.row.key for t in late[:MOST_NAMED]]),
            keep("definitions", definitions_by_code, state=target_state),
        ),
        "more_late": max(0, len(late) - MOST_NAMED),
        "classes": [(klass, word, CLASS_MEANINGS[klass]) for klass, word in CLASSES.items()],
        "warning_counts": count_levels(warned),
        "gravest": build_warnings(warned[: MOST + 2]),
        "changes": tell_changes(targets, is_all=seen is None),
        "rollups": build_rollups(targets),
        "map": build_map(plans[0].place_id, mapped) if plans else None,
        "head_place": plans[0].place_id if plans else "",
        "errors": list_errors(plans),
        "plan_count": len({t.row.plan_key for t in targets}),
        "target_count": len(targets),
        "is_short": len(targets) <= FEW,
    }
    return {**told, "rollup_tables": render_to_string("lantu/parts/rollups.html", told)}


def build_blocks(chosen: str, seen: frozenset[str] | None) -> str:
    """The tables of all plans as HTML, for a city with few targets; others are in the list of targets."""
    versions = versions_in_force()
    found = [t for t in targets_of(versions.values()) if seen is None or t.row.place_id in seen]
    lines = dict(
        zip(
            (t.row.pk for t in found),
            build_lines(found, keep("definitions", definitions_by_code, state=target_state)),
            strict=True,
        )
    )
    made = (_build_block(plan, versions[plan.pk], found, lines, chosen) for plan in list_plans() if plan.pk in versions)
    context = {
        "blocks": [block for block in made if block],
        "chosen": chosen,
        "chosen_word": word_for(CLASSES, chosen) if chosen else "",
    }
    return render_to_string("lantu/parts/plan_blocks.html", context)


def due_lines(request: HttpRequest) -> list[SheetLine] | None:
    """Sheets still to be handed in, those due first on top; None for somebody who may see none."""
    if not may_do(request, "see_sheet"):
        return None
    return [line for line in list_lines(visible_sheets(request)) if line.is_open]


def list_errors(plans: Sequence[models.Plan]) -> list[tuple[str, int, str]]:
    """Plans in which the checker found errors that stand open: title, how many, the page."""
    told = open_counts(latest_runs())
    open_ones = [(plan, told[plan.pk]) for plan in plans if plan.pk in told and told[plan.pk].errors]
    filters = Filters(severity="error", state="todo")
    return [(plan_title(plan), count.errors, link_scope(plan.pk, count.scope, filters)) for plan, count in open_ones]


def build_head(plans: Sequence[models.Plan]) -> Head | None:
    """The period of the first plan that names its years."""
    plan = next((p for p in plans if p.first_year is not None and p.last_year is not None), None)
    if plan is None or plan.first_year is None or plan.last_year is None:
        return None
    today = timezone.localdate()
    first, last = date(plan.first_year, 1, 1), date(plan.last_year, 12, 31)
    share = (today - first).days / ((last - first).days + 1)
    return Head(
        title=plan_title(plan),
        place=place_name(plan.place),
        first_year=plan.first_year,
        last_year=plan.last_year,
        years=tuple(range(plan.first_year, plan.last_year + 1)),
        elapsed_pct=round(min(max(share, 0), 1) * 100),
        today=today,
        as_of=last_judged_day(),
    )


def _build_block(
    plan: models.Plan,
    version: models.PlanVersion,
    targets: Sequence[StandingTarget],
    lines: dict[int, TargetLine],
    chosen: str,
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
        counts=_count_classes(own, chosen),
        groups=tuple(_group_lines(shown)),
    )


def _count_classes(lines: Sequence[TargetLine], chosen: str) -> tuple[Count, ...]:
    """The class chosen already is let go of by its link."""
    counted = Counter(line.klass for line in lines)
    return tuple(
        Count(
            klass,
            str(word),
            str(CLASS_MEANINGS[klass]),
            counted[klass],
            klass == chosen,
            "?" if klass == chosen else f"?class={klass}",
        )
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
