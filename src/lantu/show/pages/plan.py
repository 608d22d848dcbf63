"""规划: a plan's text with its entries marked, and the list of entries beside it.

In: a plan, perhaps an entry, a span (`at=120-126`) and a version from the address.
Out: one page, rendered once on the server. Left out on purpose: reading; the page
shows what the registry holds.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lantu.core.entry import Entry
from lantu.core.mark import Mark as FileMark
from lantu.run.checking import OpenCount, open_counts
from lantu.show.access import check_may, may_do, needs
from lantu.show.addresses import link_entry
from lantu.show.check_addresses import link_check, link_scope
from lantu.show.file_places import write_place
from lantu.show.margin import list_spots, mark_margin
from lantu.show.notice_words import tell_hint, tell_job, tell_message
from lantu.show.notices import notice_advice, notice_title
from lantu.show.numbers import write_quantity, write_year
from lantu.show.plan_tables import find_grids
from lantu.show.plan_text import Heading, Mark, build_runs
from lantu.show.review_lines import mark_correction
from lantu.show.titles import place_name, plan_title
from lantu.show.unread import heed
from lantu.show.whole import kept_whole
from lantu.show.words import ENTRY_KINDS, ORIGINS, PLAN_KINDS, SEVERITIES, word_for
from lantu.store import models
from lantu.store.codec import decode_marks
from lantu.store.fetch.checks import runs_with
from lantu.store.fetch.plans import (
    entries_of,
    find_entry,
    find_version,
    list_versions,
    notices_of,
    sections_of,
    tables_of,
)
from lantu.store.fetch.reviews import corrected_cells
from lantu.store.publications import find_publication

AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class EntryItem:
    """An entry in the list beside the text."""

    id: str
    kind: str
    kind_word: str
    origin: str
    indicator: str
    figure: str
    year: str
    href: str
    place: str
    is_here: bool
    is_binding: bool


@dataclass(frozen=True, slots=True)
class TreeItem:
    """A section in the tree of contents."""

    id: str
    number: str
    title: str
    kind: str
    level: int
    children: list["TreeItem"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """What the reader said, with the way to the place."""

    code: str
    severity: str
    severity_word: str
    title: str
    message: str
    hint: str
    advice: str
    place: str
    href: str


@needs("read")
@kept_whole
def plan(request: HttpRequest, key: int) -> HttpResponse:
    """The page of one plan."""
    unread = heed(request, {"version": str.isdecimal, "at": read_span})
    number = request.GET.get("version", "")
    version = find_version(key, int(number) if number.isdecimal() else None)
    if version is None:
        raise Http404
    check_may(request, "read", version.plan.place_id)
    entries = entries_of(version)
    sections = sections_of(version)
    chosen = request.GET.get("entry", "")
    at = read_span(request.GET.get("at", "")) or find_focus(find_entry(version, chosen))
    text = version.document.text
    headings = [Heading(s.start, s.end, f"s-{s.section_id}", s.kind, s.level) for s in sections]
    marks = [Mark(row.start, row.end, row.entry_id, row.kind) for row in entries]
    marks += [mark_correction(entry) for entry in corrected_cells(version)]
    places = decode_marks(version.document.marks)
    items, versions = [build_item(row, version, chosen, places) for row in entries], list(list_versions(key))
    runs = build_runs(text, headings, marks, at, find_grids(text, tables_of(version)))
    checks = runs_with(version.plan_id)
    spots = list_spots(version, checks)
    kinds = Counter(item.kind for item in items)
    context: dict[str, Any] = {
        "unread": unread,
        "may_publish": may_do(request, "plan_work", version.plan.place_id),
        "published": find_publication(version.plan_id),
        "plan": version.plan,
        "failure": tell_job(version.message),
        "version": version,
        "versions": versions,
        "title": plan_title(version.plan),
        "place": place_name(version.plan.place),
        "kind": word_for(PLAN_KINDS, version.plan.kind),
        "runs": mark_margin(runs, spots, version, len(text)),
        "has_notes": bool(spots),
        "length": len(text),
        "items": items,
        "kinds": [(kind, word, kinds[kind]) for kind, word in ENTRY_KINDS.items() if kinds[kind]],
        "tree": build_tree(sections),
        "notices": [build_notice(notice, places) for notice in notices_of(version)],
        "chosen": chosen,
        "has_span": at is not None,
        "check": count_findings(version.plan_id, checks),
    }
    page = render(request, "lantu/plan.html", context)
    if any(v.read_at is None for v in versions):
        # How far reading is, or why it failed, is written without an arrow.
        page["Cache-Control"] = "private, no-cache"
    return page


def count_findings(plan_key: int, runs: list[models.CheckRun]) -> tuple[OpenCount | None, str]:
    """What the checker's findings leave open, None where it was never run, and the page that shows it."""
    told = open_counts(runs).get(plan_key)
    if told is None:
        return (OpenCount(0, 0, 0, "") if runs else None), link_check(plan_key, [plan_key])
    return told, link_scope(plan_key, told.scope)


def read_span(text: str) -> tuple[int, int] | None:
    """Offsets from an address such as 120-126, or None where it is none."""
    match = AT.fullmatch(text)
    if match is None:
        return None
    start, end = int(match[1]), int(match[2])
    return (start, end) if start < end else None


def find_focus(entry: Entry | None) -> tuple[int, int] | None:
    """What to mark for an entry: in a table the cell with the figure, elsewhere the whole phrase."""
    if entry is None:
        return None
    span = entry.value_span if entry.origin == "table" and entry.value_span else entry.span
    return span.start, span.end


def build_item(
    row: models.PlanEntry, version: models.PlanVersion, chosen: str, places: Sequence[FileMark] = ()
) -> EntryItem:
    """One entry of the list."""
    figure = write_quantity(row.value, row.unit) if row.value is not None else ""
    return EntryItem(
        id=row.entry_id,
        kind=row.kind,
        kind_word=word_for(ENTRY_KINDS, row.kind),
        origin=word_for(ORIGINS, row.origin),
        indicator=row.indicator or row.quote[:40],
        figure=figure,
        year=write_year(row.year) if row.year else "",
        href=link_entry(version.plan_id, row.entry_id),
        place=write_place(places, row.start),
        is_here=row.entry_id == chosen,
        is_binding=row.attribute == "约束性",
    )


def build_tree(sections: Sequence[models.PlanSection]) -> list[TreeItem]:
    """Headings and boxes, each under the one around it."""
    roots: list[TreeItem] = []
    by_id: dict[str, TreeItem] = {}
    for section in sections:
        if section.kind not in ("heading", "box"):
            continue
        item = TreeItem(f"s-{section.section_id}", section.number, section.title, section.kind, section.level)
        by_id[section.section_id] = item
        above = by_id.get(section.parent_id_text)
        (above.children if above is not None and above is not item else roots).append(item)
    return roots


def build_notice(notice: models.Notice, places: Sequence[FileMark] = ()) -> NoticeItem:
    """One notice of the reader."""
    has_span = notice.start is not None and notice.end is not None
    return NoticeItem(
        code=notice.code,
        severity=notice.severity,
        severity_word=word_for(SEVERITIES, notice.severity),
        title=notice_title(notice.code),
        message=tell_message(notice.message, notice.code),
        hint=tell_hint(notice.code, notice.hint),
        advice=notice_advice(notice.code),
        place=write_place(places, notice.start),
        href=f"?at={notice.start}-{notice.end}#here" if has_span else "",
    )
