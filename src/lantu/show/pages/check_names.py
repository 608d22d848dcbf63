"""对应关系: which statements the checker took for one indicator, and people's word on their names.

In: a plan and those it was checked with; words on pairs of names. Out: one page,
redirects. Left out on purpose: what follows from a word, which `check.wordbook` says.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantu.core.catalogue import fold_name
from lantu.core.finding import Alignment
from lantu.run.renaming import apply_names
from lantu.run.wordbook_files import WordbookError
from lantu.run.wordbooks import decide_pair
from lantu.show.access import check_may, may_do, needs
from lantu.show.check_addresses import base_query, link_check
from lantu.show.finding_lines import Texts, link_text, make_texts
from lantu.show.finding_words import RELATIONS
from lantu.show.pages.check import NEEDED, find_plans
from lantu.show.titles import place_name, plan_title
from lantu.show.words import word_for
from lantu.store import models
from lantu.store.fetch.checks import alignments_of, latest_run, pairs_in_force, versions_of

SHOWN = 400
"""Pairs of names on one page; more are found by searching."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One of the two places."""

    quote: str
    plan: str
    href: str


@dataclass(slots=True)
class NameLine:
    """Two names that were taken for one indicator, with the first places where they were and how many there are."""

    first: str
    second: str
    relation: str
    relation_word: str
    reason: str
    a: Spot
    b: Spot
    count: int = 1


@needs("read")
def check_names(request: HttpRequest, key: int) -> HttpResponse:
    """The page."""
    return render_names(request, find_plans(request, key))


@require_POST
@needs(NEEDED)
def decide_names(request: HttpRequest, key: int) -> HttpResponse:
    """Take a word on two names: it holds for the plan's place and all that lies in it."""
    plans = find_plans(request, key)
    place = plans[0].place_id
    check_may(request, NEEDED, place)
    told, by = request.POST, request.user.get_username()
    try:
        decide_pair(
            told.get("first", ""),
            told.get("second", ""),
            told.get("verdict", ""),
            place_code=place,
            reason=told.get("reason", ""),
            by=by,
        )
    except WordbookError:
        return render_names(request, plans, refused=_("要有两个不同的名称，确认和禁止都要写明理由。"), status=422)
    apply_names(place, by=by)
    return redirect(link_names(plans))


def render_names(
    request: HttpRequest, plans: list[models.Plan], *, refused: str = "", status: int = 200
) -> HttpResponse:
    """The whole page."""
    keys = [plan.pk for plan in plans]
    run = latest_run(keys)
    texts = make_texts(versions_of(run) if run is not None else ())
    words = request.GET.get("q", "").strip()
    lines = group_names(alignments_of(run), texts) if run is not None else []
    shown = [line for line in lines if words in line.first + line.second + line.relation_word]
    pairs = pairs_in_force({plan.place_id for plan in plans})
    context: dict[str, Any] = {
        "plan": plans[0],
        "title": plan_title(plans[0]),
        "place": place_name(plans[0].place),
        "names": " + ".join(plan_title(plan) for plan in plans),
        "run": run,
        "lines": shown[:SHOWN],
        "shown_count": len(shown),
        "total_count": len(lines),
        "pairs": pairs,
        "decided_later": run is not None and any(pair.recorded_at > run.recorded_at for pair in pairs),
        "back": link_check(keys[0], keys),
        "files_query": urlencode(base_query(keys)),
        "with": ",".join(str(key) for key in keys[1:]),
        "words": words,
        "may_decide": may_do(request, NEEDED, plans[0].place_id),
        "refused": refused,
    }
    return render(request, "lantu/check_names.html", context, status=status)


def group_names(alignments: list[Alignment], texts: Texts) -> list[NameLine]:
    """Pairs of different names, those that are not simply the same first, in the order of the text."""
    lines: dict[tuple[frozenset[str], str], NameLine] = {}
    for alignment in alignments:
        first, second = alignment.names
        if not first or not second or fold_name(first) == fold_name(second):
            continue
        at = (frozenset((fold_name(first), fold_name(second))), str(alignment.relation))
        if at in lines:
            lines[at].count += 1
            continue
        a, b = (build_spot(e.source, e.span.start, e.span.end, texts) for e in (alignment.a, alignment.b))
        word = word_for(RELATIONS, alignment.relation)
        lines[at] = NameLine(first, second, str(alignment.relation), word, alignment.reason, a, b)
    return list(lines.values())


def build_spot(source: str, start: int, end: int, texts: Texts) -> Spot:
    """One place with the way to it."""
    version = texts.version(source)
    quote = "".join(version.document.text[start:end].split())
    return Spot(quote, plan_title(version.plan), link_text(version, start, end))


def link_names(plans: list[models.Plan]) -> str:
    """The page for these plans."""
    query = urlencode(base_query([plan.pk for plan in plans]))
    return reverse("check_names", args=[plans[0].pk]) + (f"?{query}" if query else "")
