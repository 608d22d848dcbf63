"""计算值: figures computed from readings, of any step and grain, as a page and CSV.

In: pack, step, item, place, days. Out: the figures with coverage, edition and the way down. Left out on purpose: figures of places
one may not read, which are neither shown nor counted.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from lantu.core.step import Step
from lantu.core.time import Period
from lantu.packs.pack import Pack
from lantu.run.lake_values import CELLS, covered_by
from lantu.run.pack_steps import step_packs
from lantu.show.access import needs, seen_places
from lantu.show.cell_lines import Wanted, load_cells, read_day, write_lines
from lantu.show.lake_places import Stations, find_stations
from lantu.show.titles import place_name
from lantu.show.unread import USUAL, heed, is_day
from lantu.show.warning_lines import Choice
from lantu.show.words import GRAINS, word_for
from lantu.store.computed import Computed, read_computed
from lantu.store.computing import is_passing
from lantu.store.fetch.indicators import places_by_code

MOST = 400
"""Lines on the page; the file has them all."""
USUAL_DAYS = 31
"""Of figures by the day, where no days are asked for."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, with all that could be asked."""

    wanted: Wanted
    steps: tuple[Step, ...]
    computed: Computed
    stations: Stations
    seen: frozenset[str] | None


@needs("read")
def cells(request: HttpRequest) -> HttpResponse:
    """The page."""
    packs = _list_packs()
    if not packs:
        return render(request, "lantu/cells.html", {"lines": (), "is_empty": True})
    unread = heed(request, {"pack": packs, "from": is_day, "to": is_day}, dict.fromkeys(("pack", "from", "to"), USUAL))
    asked = _read_question(request, packs)
    unread += heed(
        request,
        {
            "step": {step.name for step in asked.steps},
            "item": asked.wanted.step.cell_items,
            "place": {*asked.stations.place_of, *asked.stations.within, *places_by_code()},
            "within": {*asked.stations.within, *places_by_code()},
        },
        {"step": USUAL, "item": USUAL},
    )
    if unread:
        asked = _read_question(request, packs)
    found = load_cells(CELLS, asked.wanted)
    wanted, names = asked.wanted, _name_places(asked)
    flagged, days = _count_flagged(asked), covered_by(asked.computed)
    context = {
        "unread": unread,
        "lines": [(line, names.get(line.place, line.place)) for line in write_lines(found.slice(0, MOST), wanted)],
        "total": found.num_rows,
        "most": MOST,
        "packs": _offer(((name, pack.title) for name, pack in packs.items()), wanted.pack.name),
        "steps": _offer(((s.name, f"{s.name} · {word_for(GRAINS, s.grain)}") for s in asked.steps), wanted.step.name),
        "items": _offer(((i, _name_item(wanted.pack, i)) for i in wanted.step.cell_items), wanted.item),
        "places": _offer(_list_places(asked, names), request.GET.get("place", "")),
        "within": request.GET.get("within", ""),
        "within_name": names.get(request.GET.get("within", ""), ""),
        "first": wanted.span.start.isoformat(),
        "last": wanted.span.end.isoformat(),
        "step": wanted.step,
        "flagged": flagged,
        "covered": days,
        "export": f"{reverse('cells_table')}?{request.GET.urlencode()}",
    }
    return render(request, "lantu/cells.html", context)


@needs("read")
def cells_table(request: HttpRequest) -> HttpResponse:
    """All figures asked for as CSV, with a byte-order mark, so that spreadsheets know it is UTF-8."""
    packs = _list_packs()
    if not packs:
        raise Http404
    asked = _read_question(request, packs)
    names, step = _name_places(asked), asked.wanted.step
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [
            _("步骤"),
            _("监测项目"),
            _("地区或站点"),
            _("名称"),
            _("起"),
            _("止"),
            _("数值"),
            _("有效"),
            _("共有"),
            _("所用规则"),
        ]
    )
    for line in write_lines(load_cells(CELLS, asked.wanted), asked.wanted):
        number = "" if line.amount is None else f"{line.amount:f}"
        writer.writerow(
            [f"{asked.wanted.pack.name}.{step.name}", asked.wanted.item, line.place, names.get(line.place, ""),
             line.period.start, line.period.end, number, line.n, line.seen, line.editions]
        )  # fmt: skip
    return HttpResponse(
        "\ufeff" + out.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{asked.wanted.pack.name}-{step.name}.csv"'},
    )


def _list_packs() -> dict[str, Pack]:
    return {name: pack for name, pack in sorted(step_packs().items()) if read_computed(CELLS / name) is not None}


def _read_question(request: HttpRequest, packs: dict[str, Pack]) -> Question:
    """What the address asks for; what it leaves open or names wrongly is the first there is."""
    ask = request.GET
    pack = packs.get(ask.get("pack", ""), next(iter(packs.values())))
    computed = read_computed(CELLS / pack.name)
    if computed is None:
        raise Http404
    steps = tuple(step for step in pack.steps if not is_passing(step))
    measured = next((m.step for i in pack.indicators for m in i.measured), steps[0].name)
    step = _find(steps, ask.get("step", "")) or _find(steps, measured) or steps[0]
    item = ask.get("item", "") if ask.get("item", "") in step.cell_items else step.cell_items[0]
    days = covered_by(computed)
    first = days.end - timedelta(days=USUAL_DAYS) if step.grain == "day" else days.start
    span = _order(read_day(ask.get("from", ""), first), read_day(ask.get("to", ""), days.end))
    stations, seen = find_stations(computed.series, pack.name), seen_places(request)
    places = stations.list_seen(seen)
    for told, inside in (
        ("place", lambda code: frozenset({code})),
        ("within", lambda c: stations.within.get(c, frozenset())),
    ):
        if ask.get(told):
            places = inside(ask[told]) if places is None else places & inside(ask[told])
    return Question(Wanted(pack, step, item, span, places), steps, computed, stations, seen)


def _order(first: date, last: date) -> Period:
    return Period(min(first, last), max(first, last))


def _find(steps: Sequence[Step], name: str) -> Step | None:
    return next((step for step in steps if step.name == name), None)


def _name_places(asked: Question) -> dict[str, str]:
    """Places by their names; a station goes by its code and the name of its place."""
    named = {code: place_name(place) for code, place in places_by_code().items()}
    stations = {s: f"{s}（{named[code]}）" for s, code in asked.stations.place_of.items() if code in named}
    return stations | named


def _list_places(asked: Question, names: dict[str, str]) -> list[tuple[str, str]]:
    """Places and stations that have figures of this step and may be seen."""
    seen = asked.stations.list_seen(asked.seen)
    both = {*asked.stations.place_of, *asked.stations.within}
    return [(code, names.get(code, code)) for code in sorted(both) if seen is None or code in seen]


def _name_item(pack: Pack, item: str) -> str:
    found = pack.find_input(item)
    return found.columns[0] if found is not None else item


def _offer(pairs: Iterable[tuple[str, str]], chosen: str) -> list[Choice]:
    return [Choice(code, word, code == chosen) for code, word in pairs]


def _count_flagged(asked: Question) -> int:
    """Doubtful readings of the item at the stations that may be seen; they are kept and count for nothing."""
    seen = asked.stations.list_seen(asked.seen)
    items = {asked.wanted.item} if not asked.wanted.step.into else {*asked.wanted.step.items}
    count = 0
    for name, flagged in zip(*(asked.computed.series[c].to_pylist() for c in ("series", "flagged")), strict=True):
        _pack, item, station = name.split("/", 2)
        count += flagged if item in items and (seen is None or station in seen) else 0
    return count
