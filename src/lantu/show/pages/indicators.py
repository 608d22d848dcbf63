"""指标 list: every definition, found by name, alias, code or pinyin initials.

In: what is searched for, filters, order and columns. Out: one page, and the same rows as CSV. Left out on purpose: editing; definitions
come from packs and the city's own file.
"""

import csv
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy

from lantu.core.catalogue import fold_name
from lantu.core.definition import Definition
from lantu.show.access import needs, seen_places
from lantu.show.columns import Column, TableTools, lay_columns
from lantu.show.kept import keep, target_state
from lantu.show.titles import indicator_name
from lantu.show.units import unit_word
from lantu.show.unread import heed
from lantu.show.whole import kept_whole
from lantu.store.fetch.figures import count_observations
from lantu.store.fetch.indicators import definitions_by_code
from lantu.store.fetch.plans import target_codes
from lantu.store.pinyin import write_pinyin


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One definition of the list."""

    code: str
    name: str
    unit: str
    owner: str
    is_owner_guessed: bool
    target_count: int
    value_count: int


COLUMNS = (
    Column("name", gettext_lazy("名称"), "name", is_fixed=True),
    Column("unit", gettext_lazy("单位")),
    Column("owner", gettext_lazy("责任部门"), "owner"),
    Column("targets", gettext_lazy("目标"), "targets", is_number=True),
    Column("values", gettext_lazy("数值"), "values", is_number=True),
    Column("code", gettext_lazy("代码"), "code"),
)
ORDERS: dict[str, Callable[[IndicatorRow], Any]] = {
    "name": lambda row: row.name,
    "owner": lambda row: (not row.owner, row.owner),
    "targets": lambda row: -row.target_count,
    "values": lambda row: -row.value_count,
    "code": lambda row: row.code,
}


@needs("read")
@kept_whole
def indicators(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by `?q=`, `?owner=` and `?with=`."""
    owners = sorted({row.owner for row in list_rows() if row.owner})
    unread = heed(
        request,
        {
            "owner": owners,
            "with": ("targets", "values"),
            "sort": lambda value: value.removeprefix("-") in ORDERS,
        },
    )
    tools = lay_columns(COLUMNS, request.GET, reverse("indicators_table"))
    query, seen = request.GET, seen_places(request)
    context = {
        "table": keep("indicator rows", lambda: write_table(query, tools, seen), query.urlencode(), seen),
        "wanted": request.GET.get("q", "").strip()[:100],
        "has": request.GET.get("with", ""),
        "owner": request.GET.get("owner", ""),
        "owners": owners,
        "unread": unread,
        "tools": tools,
    }
    return render(request, "lantu/indicators.html", context)


@needs("read")
def indicators_table(request: HttpRequest) -> HttpResponse:
    """The same rows as CSV."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([str(column.word) for column in COLUMNS])
    for row in pick_rows(request.GET, seen_places(request)):
        writer.writerow([row.name, row.unit, row.owner, row.target_count, row.value_count, row.code])
    return HttpResponse(
        "\ufeff" + out.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="indicators.csv"'},
    )


def write_table(query: QueryDict, tools: TableTools, seen: frozenset[str] | None = None) -> str:
    """The rows with the tools above them, as HTML; the same for every reader of the same places."""
    asked = any(query.get(field) for field in ("q", "owner", "with"))
    context = {
        "rows": pick_rows(query, seen),
        "tools": tools,
        "wanted": query.get("q", "").strip()[:100],
        "is_asked": asked,
    }
    return render_to_string("lantu/parts/indicator_rows.html", context)


def pick_rows(query: QueryDict, seen: frozenset[str] | None = None) -> list[IndicatorRow]:
    """The rows an address asks for, in its order, with counts of the places seen; None sees all."""
    wanted, owner, has = query.get("q", "").strip()[:100], query.get("owner", ""), query.get("with", "")
    definitions = keep("definitions", definitions_by_code, state=target_state)
    rows = [
        row
        for row in list_rows(seen)
        if is_found(definitions[row.code], wanted)
        and (not owner or row.owner == owner)
        and (has != "targets" or row.target_count)
        and (has != "values" or row.value_count)
    ]
    sort = query.get("sort", "")
    order = ORDERS.get(sort.removeprefix("-"))
    return sorted(rows, key=order, reverse=sort.startswith("-")) if order else rows


def list_rows(seen: frozenset[str] | None = None) -> tuple[IndicatorRow, ...]:
    """All definitions, those with targets and figures there first; kept until something is recorded."""
    return keep("indicators", lambda: _list_rows(seen), seen)


def _list_rows(seen: frozenset[str] | None) -> tuple[IndicatorRow, ...]:
    observed, targeted = count_observations(seen), Counter(target_codes(seen))
    rows = [
        IndicatorRow(
            d.code, indicator_name(d), unit_word(d.unit), d.owner, d.is_owner_guessed, targeted[d.code],
            observed.get(d.code, 0),
        )
        for d in keep("definitions", definitions_by_code, state=target_state).values()
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (-bool(row.target_count), -bool(row.value_count), row.code)))


def is_found(definition: Definition, wanted: str) -> bool:
    """Whether any name of the indicator holds what was searched for, in letters or as pinyin initials."""
    names = (definition.code, definition.name, definition.name_en, definition.owner, *definition.aliases)
    folded = fold_name(wanted)
    if any(folded in fold_name(name) for name in names):
        return True
    return folded.isascii() and folded.isalnum() and folded in write_pinyin(definition.name)[0]
