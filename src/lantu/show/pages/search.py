"""搜索: one box for indicators, targets, sentences, projects and places, in Chinese, English or pinyin.

In: `?q=`. Out: groups of links, as a page or, for the box that opens over every page, as a part of one. Left out on purpose:
guessing; only what was typed is looked for.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from lantu.show.access import needs, seen_places
from lantu.show.addresses import link_indicator
from lantu.show.language import is_english
from lantu.show.titles import place_name, plan_title
from lantu.show.whole import kept_whole
from lantu.show.words import word_for
from lantu.store import models
from lantu.store.fetch.indicators import places_by_code
from lantu.store.fetch.search import Found, search_index

GROUP_WORDS: dict[str, Any] = {
    "indicator": gettext_lazy("指标"),
    "target": gettext_lazy("目标"),
    "place": gettext_lazy("地区"),
    "project": gettext_lazy("项目"),
    "sentence": gettext_lazy("原文"),
}
FEW, MANY = 6, 40
"""Rows of a group in the box, and on the page."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found."""

    title: SafeString
    detail: SafeString
    where: str
    href: str


@dataclass(frozen=True, slots=True)
class HitGroup:
    """Things of one kind."""

    kind: str
    word: str
    hits: tuple[Hit, ...]
    has_more: bool


@needs("read")
@kept_whole
def search(request: HttpRequest) -> HttpResponse:
    """The page, or with `?part=1` the results alone."""
    wanted, is_part = request.GET.get("q", "").strip()[:100], request.GET.get("part") == "1"
    places = places_by_code()
    found = search_index(wanted, FEW if is_part else MANY, seen_places(request))
    context: dict[str, Any] = {
        "wanted": wanted,
        "groups": [build_group(group, wanted, places) for group in found],
        "is_part": is_part,
        "all_href": f"{reverse('search')}?{urlencode({'q': wanted})}",
    }
    return render(request, "lantu/parts/found.html" if is_part else "lantu/search.html", context)


def build_group(found: Found, wanted: str, places: dict[str, models.Place]) -> HitGroup:
    """A group as the page prints it."""
    hits = tuple(build_hit(row, wanted, places) for row in found.rows)
    return HitGroup(found.kind, word_for(GROUP_WORDS, found.kind), hits, found.has_more)


def build_hit(row: models.SearchRow, wanted: str, places: dict[str, models.Place]) -> Hit:
    """One row with the way to it."""
    has_quote = row.kind in ("sentence", "target", "project")
    place = place_name(places[row.place_code]) if row.place_code in places and row.kind != "place" else ""
    plan = plan_title(row.version.plan) if row.version else ""
    return Hit(
        title=mark(row.title_en if is_english() and row.title_en else row.title, wanted),
        detail=mark(excerpt(row.detail, wanted), wanted) if has_quote else SafeString(""),
        where=plan or row.detail if row.kind in ("indicator", "sentence", "project") else " · ".join(filter(None, (place, plan))),
        href=link_hit(row),
    )  # fmt: skip


def link_hit(row: models.SearchRow) -> str:
    """Where a found thing is."""
    if row.kind == "indicator":
        return link_indicator(row.thing)
    if row.kind == "place":
        return f"{reverse('targets')}?{urlencode({'place': row.place_code})}"
    if row.kind == "target":
        query = urlencode({"plan": row.plan_key, "q": row.title})
        return f"{reverse('targets')}?{query}#t-{row.thing}"
    return f"{reverse('plan', args=[row.plan_key])}?{urlencode({'entry': row.thing})}#here"


def excerpt(text: str, wanted: str, around: int = 44) -> str:
    """The part of a sentence that holds what was typed."""
    at = max(text.find(wanted), 0)
    start, end = max(0, at - around), at + len(wanted) + around
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def mark(text: str, wanted: str) -> SafeString:
    """The text with what was typed marked, where it stands there as typed."""
    before, found, after = text.partition(wanted) if wanted else (text, "", "")
    return format_html("{}<mark>{}</mark>{}", before, found, after) if found else format_html("{}", text)
