"""对比: two plan versions or two levels side by side, target by target.

In: two versions. Out: one page, or the same as CSV. Left out on purpose: saying
whether a change is good; the words say what it is and whether it asks for less.
"""

import csv
from collections import Counter
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantu.check.claims import Claim
from lantu.check.compare import Comparison, say_target
from lantu.run.checking import CheckRefusedError, compare_versions
from lantu.show.access import check_may, may_do, needs
from lantu.show.finding_lines import link_text
from lantu.show.finding_words import COMPARISONS
from lantu.show.numbers import write_year
from lantu.show.titles import place_name, plan_title
from lantu.show.unread import heed
from lantu.show.words import word_for
from lantu.store import models

EASIER = "easier"
"""What to ask for to see only targets of the second that ask for less."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two promises.

    Attributes:
        words: As printed.
        href: Its place in the text.
    """

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class CompareLine:
    """One indicator and year in both."""

    name: str
    year: str
    first: Side | None
    second: Side | None
    verdict: str
    verdict_word: str
    reason: str
    is_easier: bool | None


@needs("read")
def compare(request: HttpRequest) -> HttpResponse:
    """The page."""
    pair = find_pair(request)
    context: dict[str, Any] = {"choices": list_choices(request), "chosen": read_keys(request), "refused": ""}
    if pair is None:
        context["refused"] = _("请选两个不同的版本。") if request.GET else ""
        return render(request, "lantu/compare.html", context, status=422 if request.GET else 200)
    first, second, rows = pair
    unread = heed(request, {"verdict": {EASIER, *map(str, COMPARISONS)}})
    chosen = request.GET.get("verdict", "")
    counts = Counter(str(row.verdict) for row in rows)
    found = [
        (str(verdict), word, counts[str(verdict)]) for verdict, word in COMPARISONS.items() if counts[str(verdict)]
    ]
    easier = sum(row.is_easier is True for row in rows)
    shown = [row for row in rows if chosen in ("", row.verdict) or (chosen == EASIER and row.is_easier)]
    context |= {
        "unread": unread,
        "first": first,
        "second": second,
        "first_title": plan_title(first.plan),
        "second_title": plan_title(second.plan),
        "lines": [build_line(row, first, second) for row in shown],
        "total": len(rows),
        "verdicts": [*found, (EASIER, _("要求降低"), easier)] if easier else found,
        "verdict": chosen,
        "easier": easier,
    }
    return render(request, "lantu/compare.html", context)


@needs("read")
def compare_table(request: HttpRequest) -> HttpResponse:
    """The same as CSV, for a spreadsheet."""
    pair = find_pair(request)
    if pair is None:
        raise Http404
    first, second, rows = pair
    out = StringIO()
    table = csv.writer(out)
    names = [f"{plan_title(v.plan)} v{v.number}" for v in (first, second)]
    table.writerow(
        [_("指标"), _("年份"), *names, _("对比"), _("原因"), _("要求是否降低"), _("前者位置"), _("后者位置")]
    )
    for row in rows:
        easier = {True: _("是"), False: _("否"), None: ""}[row.is_easier]
        spans = [f"{c.span.start}-{c.span.end}" if c else "" for c in (row.first, row.second)]
        cells = [say_target(row.first), say_target(row.second), word_for(COMPARISONS, row.verdict), row.reason, easier]
        table.writerow([guard_cell(str(cell)) for cell in (row.name, row.year or "", *cells, *spans)])
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="compare-{first.pk}-{second.pk}.csv"'
    return response


def guard_cell(text: str) -> str:
    """Text that a spreadsheet takes for text, even where it begins like a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text


def read_keys(request: HttpRequest) -> tuple[int, int]:
    """Keys of the two versions; 0 where none is given."""
    a, b = (request.GET.get(name, "") for name in ("a", "b"))
    return (int(a) if a.isdecimal() else 0, int(b) if b.isdecimal() else 0)


def find_pair(
    request: HttpRequest,
) -> tuple[models.PlanVersion, models.PlanVersion, tuple[Comparison, ...]] | None:
    """The two versions compared, if whoever asks may read both."""
    for version in models.PlanVersion.objects.filter(pk__in=read_keys(request)).select_related("plan"):
        check_may(request, "read", version.plan.place_id)
    try:
        return compare_versions(*read_keys(request))
    except CheckRefusedError:
        return None


def build_line(row: Comparison, first: models.PlanVersion, second: models.PlanVersion) -> CompareLine:
    """One line of the table."""
    return CompareLine(
        name=row.name,
        year=write_year(row.year) if row.year else "",
        first=build_side(row.first, first),
        second=build_side(row.second, second),
        verdict=str(row.verdict),
        verdict_word=word_for(COMPARISONS, row.verdict),
        reason=row.reason,
        is_easier=row.is_easier,
    )


def build_side(claim: Claim | None, version: models.PlanVersion) -> Side | None:
    """What one version promises, with the way to it."""
    if claim is None:
        return None
    return Side(say_target(claim), link_text(version, claim.span.start, claim.span.end))


def list_choices(request: HttpRequest) -> list[tuple[int, str]]:
    """Every version that was read: key and name."""
    rows = models.PlanVersion.objects.filter(read_at__isnull=False).select_related("plan", "plan__place")
    return [
        (v.pk, f"{place_name(v.plan.place)} · {plan_title(v.plan)} · {_('第 %(n)s 版') % {'n': v.number}}")
        for v in rows.order_by("plan_id", "-number")
        if may_do(request, "read", v.plan.place_id)
    ]
