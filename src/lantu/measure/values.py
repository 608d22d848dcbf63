"""All values of an instance: reported figures, and ratios where nothing was reported.

In: observations and definitions. Out: one expression, and its rows as nouns.
Left out on purpose: running it; `store` lends the engine.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import ibis

from lantu.core.definition import Definition
from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.quantity import format_amount, make_quantity
from lantu.core.time import Period
from lantu.core.value import Value
from lantu.measure.ratio import ratio_values
from lantu.measure.reported import KEYS, reported_values


def build_values(observations: ibis.Table, definitions: Iterable[Definition]) -> ibis.Table:
    """One row per indicator, place and period, sorted, with the unit beside the amount.

    A computed ratio yields to a reported one of the same place and period: the reporter may
    know more decimals or a finer scope. Which of the two a value is stands in its rule.
    """
    known = tuple(definitions)
    reported = reported_values(observations, (definition.code for definition in known))
    computed = ratio_values(observations, known).anti_join(reported, list(KEYS))
    every = reported.union(computed)
    return every.mutate(unit=_unit_of(every, known)).order_by(*KEYS)


def _unit_of(values: ibis.Table, definitions: Iterable[Definition]) -> ibis.Value:
    units = [(values.indicator_code == d.code, ibis.literal(d.unit)) for d in definitions]
    return ibis.cases(*units, else_=ibis.literal("")) if units else ibis.literal("")


def rows_to_values(rows: Iterable[Mapping[str, Any]]) -> tuple[Value, ...]:
    """The rows of `build_values` as nouns; zeros that add nothing are taken off the amounts."""
    return tuple(_row_to_value(row) for row in rows)


def _row_to_value(row: Mapping[str, Any]) -> Value:
    return Value(
        indicator_code=row["indicator_code"],
        place_code=row["place_code"],
        period=Period(row["period_start"], row["period_end"]),
        quantity=make_quantity(format_amount(row["amount"]), row["unit"]),
        bound=Comparator(row["bound"]),
        status=Status(row["status"]),
        inputs=tuple(row["inputs"].split(",")),
        rule=row["rule"],
        published_on=row["published_on"],
        note=row["note"],
    )
