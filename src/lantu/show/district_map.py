"""The districts of a place with their latest figures, for the map and the list beside it.

In: a place and the indicator chosen. Out: shapes and figures, or None where no
boundary is known. Left out on purpose: drawing, which is a script's.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lantu.core.absence import Absence
from lantu.core.definition import Definition
from lantu.core.value import Value
from lantu.show.figures import Figure, Missing, show_value
from lantu.show.numbers import write_period
from lantu.show.titles import indicator_name, place_name
from lantu.store import models
from lantu.store.fetch.figures import observations_by_key, values_in
from lantu.store.fetch.indicators import definitions_by_code, districts_with_boundaries
from lantu.store.known import value_noun

STEPS = 5
FIRST = "gdp"
"""The indicator shown where none is chosen, if it has figures."""


@dataclass(frozen=True, slots=True)
class District:
    """One area of the map."""

    code: str
    name: str
    figure: Figure | Missing
    step: int


@dataclass(frozen=True, slots=True)
class Choice:
    """An indicator the map can show."""

    code: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DistrictMap:
    """All the map needs; `data` goes to the script as JSON."""

    title: str
    when: str
    unit: str
    choices: tuple[Choice, ...]
    districts: tuple[District, ...]
    source: str
    data: dict[str, Any]


def build_map(place_code: str, wanted: str) -> DistrictMap | None:
    """The map of a place's districts, or None where there are no boundaries."""
    areas = districts_with_boundaries(place_code)
    if not areas:
        return None
    latest = _pick_latest([area.code for area in areas])
    definitions = definitions_by_code()
    codes = sorted(
        (code for code, by_place in latest.items() if code in definitions),
        key=lambda code: (not code.startswith(FIRST), -len(latest[code]), code),
    )
    chosen = wanted if wanted in codes else (codes[0] if codes else "")
    definition = definitions.get(chosen)
    districts = _build_districts(areas, latest.get(chosen, {}), definition)
    return DistrictMap(
        title=indicator_name(definition) if definition else "",
        when=next((write_period(value.period) for value in latest.get(chosen, {}).values()), ""),
        unit=definition.unit if definition else "",
        choices=tuple(Choice(code, indicator_name(definitions[code]), code == chosen) for code in codes),
        districts=districts,
        source=next((area.boundary_source for area in areas if area.boundary_source), ""),
        data=_build_shapes(areas, districts),
    )


def _pick_latest(codes: Sequence[str]) -> dict[str, dict[str, Value]]:
    """For each indicator the values of one year: the latest of those that most places have."""
    by_year: dict[str, dict[int, dict[str, Value]]] = defaultdict(lambda: defaultdict(dict))
    for row in values_in(codes):
        value = value_noun(row)
        if value.period.is_full_year and not isinstance(value.quantity, Absence):
            by_year[value.indicator_code][value.period.year][value.place_code] = value
    return {code: years[max(years, key=lambda y: (len(years[y]), y))] for code, years in by_year.items()}


def _build_districts(
    areas: Sequence[models.Place], values: Mapping[str, Value], definition: Definition | None
) -> tuple[District, ...]:
    observations = observations_by_key(key for value in values.values() for key in value.inputs)
    amounts = {code: value.quantity.amount for code, value in values.items() if not isinstance(value.quantity, Absence)}
    ranked = sorted(amounts, key=lambda code: amounts[code], reverse=True)
    shown = [
        District(
            area.code,
            place_name(area),
            show_value(values[area.code], definition, observations) if area.code in values else Missing(""),
            _pick_step(amounts[area.code], list(amounts.values())) if area.code in amounts else 0,
        )
        for area in areas
    ]
    return tuple(sorted(shown, key=lambda d: (ranked.index(d.code) if d.code in ranked else len(ranked), d.code)))


def _pick_step(amount: Decimal, amounts: Sequence[Decimal]) -> int:
    """1 to STEPS by equal parts between the least and the greatest; 0 is kept for no data."""
    low, high = min(amounts), max(amounts)
    if high == low:
        return STEPS
    return min(STEPS, int((amount - low) / (high - low) * STEPS) + 1)


def _build_shapes(areas: Sequence[models.Place], districts: Sequence[District]) -> dict[str, Any]:
    by_code = {district.code: district for district in districts}
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": int(area.code),
                "geometry": _find_geometry(area.boundary),
                "properties": {
                    "code": area.code,
                    "name": place_name(area),
                    "step": by_code[area.code].step,
                    "text": _write_label(by_code[area.code].figure),
                },
            }
            for area in areas
        ],
    }


def _find_geometry(boundary: Any) -> Any:
    """The geometry of a boundary kept as a geometry or as a feature."""
    return boundary.get("geometry", boundary)


def _write_label(figure: Figure | Missing) -> str:
    return "" if isinstance(figure, Missing) else f"{figure.number} {figure.unit} · {figure.when}"
