"""Ratios computed from two reported figures of the same place and period.

In: observations and definitions. Out: an expression with a row for each ratio both
of whose parts are plain figures. Left out on purpose: parts that are themselves
computed, limits ("<5.5"), and a denominator of zero.

The figure is numerator over denominator in the definition's unit: both are brought
to the base unit of their dimension, multiplied by the definition's `per` (1000 for
每千人口) and expressed in its unit. It is as settled as the less settled of the two.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import reduce

import ibis

from lantu.core.definition import Definition, Ratio
from lantu.core.observation import Status
from lantu.core.quantity import parse_unit
from lantu.measure.reported import AMOUNT, COLUMNS, KEYS, reported_values

UNSETTLED = (Status.PRELIMINARY, Status.UNSTATED, Status.REVISED)
"""From the least settled on; what is none of them is final."""

_PLACE_AND_TIME = KEYS[1:]


def ratio_values(observations: ibis.Table, definitions: Iterable[Definition]) -> ibis.Table:
    """Computed ratios, whether or not the ratio was also reported.

    Args:
        observations: As in `measure.reported`.
        definitions: All that are known; those with a formula are computed.
    """
    known = {definition.code: definition for definition in definitions}
    parts = reported_values(observations, (code for d in known.values() if d.ratio for code in _codes(d.ratio)))
    plain = parts.filter(parts.bound == "=")
    computed = [
        _compute(plain, definition, definition.ratio, scale_of(definition, definition.ratio, known))
        for definition in known.values()
        if definition.ratio is not None and all(code in known for code in _codes(definition.ratio))
    ]
    if not computed:
        return parts.filter(ibis.literal(False))
    return reduce(lambda above, below: above.union(below), computed)


def _codes(ratio: Ratio) -> tuple[str, str]:
    return (ratio.numerator, ratio.denominator)


def scale_of(definition: Definition, ratio: Ratio, known: dict[str, Definition]) -> Decimal:
    """What numerator over denominator, as kept, is multiplied by to be in the ratio's unit."""
    over, under = parse_unit(known[ratio.numerator].unit), parse_unit(known[ratio.denominator].unit)
    return over.factor * ratio.per / under.factor / parse_unit(definition.unit).factor


def _compute(plain: ibis.Table, definition: Definition, ratio: Ratio, scale: Decimal) -> ibis.Table:
    over = plain.filter(plain.indicator_code == ratio.numerator)
    under = plain.filter((plain.indicator_code == ratio.denominator) & (plain.amount != 0)).view()
    both = over.join(under, list(_PLACE_AND_TIME), rname="{name}_under")
    share = both.amount.cast("float64") / both.amount_under.cast("float64") * float(scale)
    return both.select(
        indicator_code=ibis.literal(definition.code),
        place_code=both.place_code,
        period_start=both.period_start,
        period_end=both.period_end,
        amount=share.round(10).cast(AMOUNT),
        bound=both.bound,
        status=_least_settled(both),
        inputs=both.inputs + "," + both.inputs_under,
        rule=ibis.literal(f"ratio:{ratio.numerator}/{ratio.denominator}"),
        published_on=ibis.greatest(
            both.published_on.fill_null(both.published_on_under), both.published_on_under.fill_null(both.published_on)
        ),
        note=_join_notes(both),
    ).select(*COLUMNS)


def _least_settled(both: ibis.Table) -> ibis.Value:
    rules = [((both.status == s.value) | (both.status_under == s.value), ibis.literal(s.value)) for s in UNSETTLED]
    return ibis.cases(*rules, else_=ibis.literal(Status.FINAL.value))


def _join_notes(both: ibis.Table) -> ibis.Value:
    return ibis.cases(
        (both.note == both.note_under, both.note),
        (both.note == "", both.note_under),
        (both.note_under == "", both.note),
        else_=both.note + "；" + both.note_under,
    )
