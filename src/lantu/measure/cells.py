"""What cells and readings look like, and how a step's shorter periods and finer places become its own.

In: tables of cells. Out: tables with the item, place and period that each row goes into.
Left out on purpose: what becomes of the amounts.
"""

import ibis

from lantu.core.step import Step
from lantu.measure.calendar import add_month, floor_div

READINGS = ibis.schema(
    {"series": "string", "quantity": "string", "micro": "int64", "value": "float64", "flag": "string"}
)
"""Rows of the lake in force: `micro` counts microseconds from 1970 in UTC, `flag` is "" where nothing is against the reading."""

CELLS = ibis.schema(
    {"item": "string", "place": "string", "period": "int64", "amount": "int64", "n": "int64", "seen": "int64"}
)
"""One row per item, place and period. `amount` is null where the figure is not valid; `n` counts what it was made of,
`seen` what there was, valid or not."""

PLACES = ibis.schema({"place": "string", "level": "string", "within": "string", "kind": "string"})
"""One row for each place and each level: the place of that level it lies in, itself included. `kind`: of water body."""

READINGS_TABLE = "readings"
PLACES_TABLE = "places"


def readings_table() -> ibis.Table:
    """The lake's rows, as a table that no engine is bound to yet."""
    return ibis.table(READINGS, name=READINGS_TABLE)


def places_table() -> ibis.Table:
    """The places, likewise."""
    return ibis.table(PLACES, name=PLACES_TABLE)


def cells_table(step: Step) -> ibis.Table:
    """The cells of a step, likewise."""
    return ibis.table(CELLS, name=step.table)


def lift_periods(cells: ibis.Table, grain: str, into: str) -> ibis.Table:
    """The cells with `period` in a longer grain, their own as `fine`, and the number of the month between the two."""
    named = cells.rename(fine="period")
    if grain == into:
        return named.mutate(period=named.fine)
    if grain == "month":
        return named.mutate(period=floor_div(named.fine, 12), month=named.fine)
    named = named.mutate(day=floor_div(named.fine, 24) if grain == "hour" else named.fine)
    if into == "day":
        return named.rename(period="day")
    named = add_month(named, "day", "month").drop("day")
    return named.mutate(period=named.month if into == "month" else floor_div(named.month, 12))


def lift_places(cells: ibis.Table, places: ibis.Table, levels: tuple[str, ...]) -> ibis.Table:
    """The cells with `place` the place of each level that they lie in, and their own as `part`."""
    wanted = places.filter(places.level.isin(levels)).select(part="place", into_place="within")
    joined = cells.rename(part="place").join(wanted, "part")
    return joined.rename(place="into_place")
