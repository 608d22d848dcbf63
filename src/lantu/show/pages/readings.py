"""监测读数: the series of sensors with how fresh they are, and the readings of one, day by day or month by month.

In: pack, item, place; or a series and a month. Out: two pages. Left out on purpose: readings of places one may not read; what became
of figures of the lake is on the page of computed figures.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantu.core.time import CHINA_TIME
from lantu.run.clock import read_clock
from lantu.run.lake import open_lake
from lantu.run.lake_values import CELLS
from lantu.run.pack_steps import step_packs
from lantu.show.access import needs, seen_places
from lantu.show.cell_lines import read_day
from lantu.show.reading_lines import SeriesLine, find_latest, write_readings, write_series
from lantu.show.titles import place_name
from lantu.show.unread import heed, is_day
from lantu.show.warning_lines import Choice
from lantu.store.computed import read_computed
from lantu.store.fetch.indicators import places_by_code

MOST = 300
"""Series on the page."""
NEAR = timedelta(days=2)
"""Before the newest reading of all: series silent for longer show no figure in the list."""


@needs("read")
def readings(request: HttpRequest) -> HttpResponse:
    """The list of series, the one silent for longest first."""
    rows = list_rows(seen_places(request))
    named = {code: place_name(place) for code, place in places_by_code().items()}
    picked = sorted(_pick_rows(request, rows), key=lambda row: (row["last"], row["series"]))
    shown = picked[:MOST]
    lines = _write_list(shown)
    context = {
        "lines": [(line, named.get(line.place_code, line.place_code)) for line in lines],
        "total": len(picked),
        "most": MOST,
        "packs": _offer(request, "pack", {row["series"].split("/")[0] for row in rows}),
        "items": _offer(request, "item", {row["series"].split("/")[1] for row in rows}),
        "places": _offer(request, "place", {row["place_code"] for row in rows}, named),
        "flagged": sum(row["flagged"] for row in picked),
        "readings": sum(row["rows"] for row in picked),
    }
    return render(request, "lantu/readings.html", context)


@needs("read")
def reading_series(request: HttpRequest) -> HttpResponse:
    """The readings of one series in the month of a day; the newest month where none is asked for."""
    name = request.GET.get("series", "")
    row = next((row for row in list_rows(seen_places(request)) if row["series"] == name), None)
    if row is None:
        raise Http404
    newest = datetime.fromtimestamp(row["last"], UTC).astimezone(CHINA_TIME).date()
    oldest = datetime.fromtimestamp(row["first"], UTC).astimezone(CHINA_TIME).date()
    unread = heed(request, {"day": is_day}, {"day": _("显示的是最新的一个月")})
    day = read_day(request.GET.get("day", ""), newest)
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    found = open_lake().read(series=[name], first=_instant(first), last=_instant(following))
    lines = write_readings(found)
    line = _write_list([row])[0]
    places = places_by_code()
    context = {
        "unread": unread,
        "series": line,
        "place": place_name(places[line.place_code]) if line.place_code in places else line.place_code,
        "lines": lines,
        "month": f"{first:%Y-%m}",
        "earlier": (first - timedelta(days=1)).isoformat() if first > oldest else "",
        "later": following.isoformat() if following <= newest else "",
        "flagged": sum(bool(line.flags) for line in lines),
        "missing": sum(line.missing for line in lines),
    }
    return render(request, "lantu/reading_series.html", context)


def _instant(day: date) -> datetime:
    """The first instant of a day, by the civil time of China."""
    return datetime.combine(day, datetime.min.time(), CHINA_TIME)


def list_rows(seen: frozenset[str] | None) -> list[dict[str, Any]]:
    """Series as of the last measuring, those of places that may be seen; None for all."""
    tables = [found.series for name in sorted(step_packs()) if (found := read_computed(CELLS / name)) is not None]
    rows: list[dict[str, Any]] = [row for table in tables for row in table.to_pylist()]
    return [row for row in rows if seen is None or row["place_code"] in seen]


def _pick_rows(request: HttpRequest, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    ask = request.GET
    return [
        row
        for row in rows
        if ask.get("pack", "") in ("", row["series"].split("/")[0])
        and ask.get("item", "") in ("", row["series"].split("/")[1])
        and ask.get("place", "") in ("", row["place_code"])
    ]


def _write_list(rows: list[dict[str, Any]]) -> list[SeriesLine]:
    if not rows:
        return []
    newest = datetime.fromtimestamp(max(row["last"] for row in rows), UTC)
    found = open_lake().read(series=[row["series"] for row in rows], first=newest - NEAR, last=newest)
    latest, now = find_latest(found), read_clock()
    return [write_series(row, latest.get(row["series"]), now) for row in rows]


def _offer(request: HttpRequest, name: str, codes: set[str], words: dict[str, str] | None = None) -> list[Choice]:
    chosen = request.GET.get(name, "")
    return [Choice(code, (words or {}).get(code, code), code == chosen) for code in sorted(codes)]
