"""目标: every target of every plan in force in one list, with filters, order, choice of columns and CSV.

In: what the address asks for. Out: one page of the list, or the whole of it as CSV. Left out on purpose: judging and editing.
"""

import csv
from io import StringIO
from sys import getsizeof
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantu.show.access import needs, seen_places
from lantu.show.columns import Column, lay_columns, turn_page
from lantu.show.figures import Figure, Missing
from lantu.show.kept import keep, keep_each, target_state
from lantu.show.lines import TargetLine, build_lines
from lantu.show.target_filter import (
    AT_RISK,
    LATE,
    ORDERS,
    ListedTarget,
    list_targets,
    mark_chosen,
    offer_choices,
    pick_targets,
    read_asked,
)
from lantu.show.target_html import write_target_row
from lantu.show.titles import department_name
from lantu.show.unread import Known, Unread, heed, say
from lantu.show.whole import kept_whole
from lantu.show.words import CATEGORIES, CLASSES
from lantu.store.fetch.departments import list_departments
from lantu.store.fetch.indicators import definitions_by_code, places_by_code
from lantu.store.fetch.plans import list_plans
from lantu.store.fetch.standings import targets_by_key

A_PAGE = 40
COLUMNS = (
    Column("name", gettext_lazy("指标"), "name", is_fixed=True),
    Column("place", gettext_lazy("地区"), "place"),
    Column("plan", gettext_lazy("规划")),
    Column("base", gettext_lazy("基期")),
    Column("goal", gettext_lazy("目标"), "due"),
    Column("latest", gettext_lazy("最新"), "date"),
    Column("bar", gettext_lazy("进度")),
    Column("standing", gettext_lazy("进展"), "standing", is_fixed=True),
    Column("owner", gettext_lazy("责任部门"), "owner"),
)

FILTER_WORDS = {
    "class": gettext_lazy("进展"),
    "place": gettext_lazy("地区"),
    "binding": gettext_lazy("性质"),
    "department": gettext_lazy("责任部门"),
    "plan": gettext_lazy("规划"),
    "group": gettext_lazy("领域"),
    "trend": gettext_lazy("趋势"),
}


@needs("read")
@kept_whole
def targets(request: HttpRequest) -> HttpResponse:
    """One page of the list; to htmx only the table. The table is the same for all who see the same places."""
    seen = seen_places(request)
    unread = heed(request, known_of(seen))
    rows = write_rows(request.GET, seen, unread)
    if request.headers.get("HX-Request"):
        return HttpResponse(rows)
    asked = read_asked(request.GET)
    context = {
        "asked": dict(asked.told),
        "choices": mark_chosen(keep("target choices", lambda: offer_choices(list_targets(seen)), seen), asked),
        "words": FILTER_WORDS,
        "tools": lay_columns(COLUMNS, request.GET, reverse("targets_table")),
        "rows": rows,
    }
    return render(request, "lantu/targets.html", context)


def known_of(seen: frozenset[str] | None) -> dict[str, Known]:
    """What the list understands of each field of its address."""
    offered = keep("target choices", lambda: offer_choices(list_targets(seen)), seen)
    known: dict[str, Known] = {field: {code for code, _word in pairs} for field, pairs in offered.items()}
    more: dict[str, Known] = {
        "class": {LATE, AT_RISK, *map(str, CLASSES)},
        "place": places_by_code(),
        "plan": lambda key: key in {str(plan.pk) for plan in list_plans()},
        "group": {*(code for code, _word in offered["group"]), *map(str, CATEGORIES)},
        # One without a target of its own is understood too, and finds nothing.
        "department": lambda name: (
            name in dict(offered["department"]) or name in map(department_name, list_departments())
        ),
        "sort": lambda value: value.removeprefix("-") in ORDERS,
    }
    return known | more


def write_rows(query: QueryDict, seen: frozenset[str] | None, unread: tuple[Unread, ...] = ()) -> str:
    """The table with its tools, as HTML, with what of the address was not understood."""
    everything = list_targets(seen)
    shown = pick_targets(everything, read_asked(query))
    page = Paginator(shown, A_PAGE).get_page(query.get("page"))
    turned = query.get("page", "")
    if turned and turned != str(page.number):
        unread += (say("page", turned, _("显示的是第 %(n)s 页") % {"n": page.number}),)
    printed, tools = list(page.object_list), lay_columns(COLUMNS, query, reverse("targets_table"))
    context: dict[str, Any] = {
        "unread": unread,
        "tools": tools,
        "rows": SafeString("\n".join(write_some(printed, tools.shown))),
        "page": page,
        "before": turn_page(query, page.number - 1),
        "after": turn_page(query, page.number + 1),
        "shown_count": len(shown),
        "total_count": len(everything),
    }
    return render_to_string("lantu/parts/target_rows.html", context)


@needs("read")
def targets_table(request: HttpRequest) -> HttpResponse:
    """All that the filters leave, as CSV with a byte-order mark, so that spreadsheets know it is UTF-8."""
    shown = pick_targets(list_targets(seen_places(request)), read_asked(request.GET))
    return HttpResponse(
        "\ufeff" + write_csv(shown),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="targets.csv"'},
    )


def write_some(shown: list[ListedTarget], columns: frozenset[str]) -> list[str]:
    """The HTML of these targets' rows; a row that stood on any page before is not written again."""

    def write(missing: list[ListedTarget]) -> list[str]:
        lines = build_some(missing)
        return [write_target_row(target, line, columns) for target, line in zip(missing, lines, strict=True)]

    by_key = {target.row.key: target for target in shown}
    return keep_each(
        "target row", list(by_key), lambda keys: write([by_key[k] for k in keys]), columns, weigh=weigh_text
    )


def weigh_text(text: str) -> int:
    """About how many bytes it takes in memory."""
    return getsizeof(text) + 300


def build_some(shown: list[ListedTarget]) -> list[TargetLine]:
    """The lines of these targets, read for this page only."""
    return build_lines(
        targets_by_key([t.row.key for t in shown]), keep("definitions", definitions_by_code, state=target_state)
    )


def write_csv(shown: list[ListedTarget]) -> str:
    """One row a target: what a person reads on the page, figures and units apart."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [_("规划"), _("地区"), _("指标"), _("代码"), _("性质"), _("基期"), _("单位"), _("目标"), _("单位"), _("到期"),
         _("最新"), _("单位"), _("时期"), _("数据日期"), _("进展"), _("原因"), _("责任部门"), _("规划所印目标")]
    )  # fmt: skip
    for target, line in zip(shown, build_some(shown), strict=True):
        binding = _("约束性") if line.is_binding else _("预期性") if line.is_expected else ""
        writer.writerow(
            [target.plan, target.place, target.name, target.row.code, binding, *_figure(line.base), *_figure(line.goal),
             line.due_year, *_figure(line.latest), line.latest.when if isinstance(line.latest, Figure) else "", line.data_date,
             line.word, line.why, target.owner, line.goal.adjusted.text if line.goal.adjusted else ""]
        )  # fmt: skip
    return out.getvalue()


def _figure(figure: Figure | Missing) -> tuple[str, str]:
    """Number without commas between thousands, and unit."""
    if isinstance(figure, Missing):
        return "", ""
    words = [figure.before, figure.number if figure.is_words else figure.number.replace(",", ""), figure.after]
    return " ".join(word for word in words if word), figure.unit
