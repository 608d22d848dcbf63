"""指标: one indicator of one place, from its definition to the rows its figures came from.

In: a code, and a place from the address. Out: one page: standing, trend and method, chart,
the panel of methods, every value with its vintages, other places, other plans. Left out on
purpose: forecasting; the page prints the trend that was kept with the standing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantu.core.definition import Definition
from lantu.core.value import Value
from lantu.run.clock import today_in_china
from lantu.run.revising import find_histories
from lantu.show.access import check_may, needs, seen_places
from lantu.show.addresses import link_indicator
from lantu.show.chart_data import build_chart
from lantu.show.computed_view import show_computed
from lantu.show.figures import Figure, Missing, show_value
from lantu.show.kept import keep, target_state
from lantu.show.lines import TargetLine, build_lines
from lantu.show.panel import Panel, show_panel
from lantu.show.revision_lines import RevisionLine, build_rebased, build_revisions
from lantu.show.sentences import list_method
from lantu.show.series import build_blocks
from lantu.show.titles import indicator_name, place_name
from lantu.show.trends import TrendView, show_trend
from lantu.show.units import unit_word
from lantu.show.unread import USUAL, heed
from lantu.show.whole import kept_whole
from lantu.store import models
from lantu.store.fetch.figures import observations_by_key, observations_for, values_for
from lantu.store.fetch.indicators import definitions_by_code, places_by_code
from lantu.store.fetch.standings import StandingTarget, targets_for
from lantu.store.known import value_noun


@dataclass(frozen=True, slots=True)
class PlaceItem:
    """A place this indicator has figures or targets for."""

    code: str
    name: str
    href: str
    is_here: bool
    figure: Figure | Missing | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A target of this indicator with its standing spelled out."""

    line: TargetLine
    method: tuple[tuple[str, str], ...]
    panel: Panel | None
    trend: TrendView | None
    revisions: tuple[RevisionLine, ...]
    rebased: RevisionLine | None


@needs("read")
@kept_whole
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """The page; what it tells is put together once for each state of the registry."""
    wanted, seen = request.GET.get("place", "")[:20], seen_places(request)
    context = keep("indicator", lambda: build_page(code, wanted, seen), code, wanted, seen)
    if context is None:
        raise Http404
    check_may(request, "read", context["place_code"] or None)
    shown = _("显示的是%(place)s") % {"place": context["place"]} if context["place"] else USUAL
    unread = heed(request, {"place": places_by_code()}, {"place": shown})
    return render(request, "lantu/indicator.html", {**context, "unread": unread})


def build_page(code: str, wanted: str, seen: frozenset[str] | None = None) -> dict[str, Any] | None:
    """All the page tells of a place, with the other places seen, or None where there is no such indicator."""
    definitions, places = keep("definitions", definitions_by_code, state=target_state), places_by_code()
    definition = definitions.get(code)
    if definition is None:
        return None
    values = [(row, value_noun(row)) for row in values_for(code)]
    values = [(row, value) for row, value in values if seen is None or value.place_code in seen]
    targets = [t for t in targets_for(code) if seen is None or t.row.place_id in seen]
    place = pick_place(wanted, places, targets, values)
    here = place.code if place else ""
    own = [(row, value) for row, value in values if value.place_code == here]
    own_targets = [t for t in targets if t.row.place_id == here]
    inputs = observations_by_key(key for row, value in values for key in value.inputs)
    lines = build_lines(own_targets, definitions)
    figures = [value for _, value in own]
    histories = find_histories([t.target for t in own_targets], figures, today_in_china())
    return {
        "definition": definition,
        "name": indicator_name(definition),
        "unit": unit_word(definition.unit),
        "ratio": name_ratio(definition, definitions, here),
        "place": place_name(place) if place else "",
        "place_code": here,
        "judgements": [
            Judgement(
                line,
                tuple(list_method(t.target, t.standing, definition)) if t.standing else (),
                show_panel(t.standing),
                show_trend(t.standing.trend) if t.standing else None,
                build_revisions(histories[t.target.id]),
                build_rebased(histories[t.target.id]),
            )
            for line, t in zip(lines, own_targets, strict=True)
        ],
        "chart": build_chart(definition, figures, own_targets),
        "chart_words": write_chart_words(),
        "computed": show_computed(definition, [value for _, value in own]),
        "blocks": build_blocks(own, observations_for(code, here), inputs, definitions),
        "places": list_places(code, here, places, values, targets, definition, inputs),
    }


def write_chart_words() -> dict[str, str]:
    """The words the script of the chart needs."""
    return {
        "actual": _("实绩"),
        "part": _("不满一年"),
        "goal": _("目标"),
        "base": _("基期"),
        "preliminary": _("初步"),
        "bound": _("只知界限"),
        "band": _("预测"),
    }


def pick_place(
    wanted: str,
    places: dict[str, models.Place],
    targets: Sequence[StandingTarget],
    values: Sequence[tuple[models.ValueRow, Value]],
) -> models.Place | None:
    """The place asked for; else the first with a target, else with a figure, else none."""
    codes = [wanted, *(t.row.place_id for t in targets), *(value.place_code for row, value in values)]
    return next((places[code] for code in codes if code in places), None)


def name_ratio(definition: Definition, definitions: dict[str, Definition], place_code: str) -> list[tuple[str, str]]:
    """Names and links of numerator and denominator, for an indicator that is computed."""
    if definition.ratio is None:
        return []
    codes = (definition.ratio.numerator, definition.ratio.denominator)
    return [
        (indicator_name(definitions[code]) if code in definitions else code, link_indicator(code, place_code))
        for code in codes
    ]


def list_places(
    code: str,
    here: str,
    places: dict[str, models.Place],
    values: Sequence[tuple[models.ValueRow, Value]],
    targets: Sequence[StandingTarget],
    definition: Definition,
    inputs: dict[str, models.StagedObservation],
) -> list[PlaceItem]:
    """Every place with a figure or a target of this indicator, with its latest full-year figure."""
    latest = {value.place_code: value for row, value in values if value.period.is_full_year}
    codes = sorted({*latest, *(t.row.place_id for t in targets)})
    return [
        PlaceItem(
            place_code,
            place_name(places[place_code]) if place_code in places else place_code,
            link_indicator(code, place_code),
            place_code == here,
            show_value(latest[place_code], definition, inputs) if place_code in latest else None,
        )
        for place_code in codes
    ]
