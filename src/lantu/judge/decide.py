"""Which rule decides a promise.

In: an entry, its definition, and the figures of base and promise in one unit.
Out: a form. Left out on purpose: values; the form is fixed before any is seen.
"""

from decimal import Decimal

from lantu.core.definition import Definition, Direction, Kind
from lantu.core.entry import Comparator, Entry, YearSource
from lantu.core.quantity import parse_unit
from lantu.core.target import Form

UP_COMPARATORS = (Comparator.AT_LEAST, Comparator.MORE_THAN)
DOWN_COMPARATORS = (Comparator.AT_MOST, Comparator.LESS_THAN)
_CUT_WORDS = ("降低", "下降", "减少")

_BY_MEASURE = {
    "assigned": Form.ASSIGNED,
    "relative": Form.RELATIVE,
    "coverage": Form.COVERAGE,
    "multiple": Form.MULTIPLE,
    "text": Form.UNDECIDED,
}


def decide_form(entry: Entry, definition: Definition | None, base: Decimal | None, value: Decimal | None) -> Form:
    """The form of a promise.

    Args:
        entry: What the plan says.
        definition: Of the indicator, if matched.
        base: Figure of the base year, or None.
        value: Figure promised, in the same unit, or None.
    """
    if entry.measure in _BY_MEASURE:
        return _BY_MEASURE[entry.measure]
    if value is None:
        return Form.UNDECIDED
    if entry.measure == "rank":
        # 前三 and 第三 alike: the third place or a better one; the rank of an output is not the output
        is_place = definition is not None and definition.unit in ("位", "名")
        return Form.CEILING if is_place else Form.UNDECIDED
    if entry.measure in ("cumulative_cut", "decrement"):
        return _form_of_cut(entry, definition)
    if entry.measure in ("sum", "increment") or (entry.is_cumulative and kind_of(definition) is Kind.FLOW):
        return Form.SUM if kind_of(definition) in (Kind.FLOW, Kind.GROWTH) else Form.CHANGE
    if entry.measure == "growth_rate" or kind_of(definition) is Kind.GROWTH:
        # points a year are a slope, not a rate of growth
        return Form.UNDECIDED if parse_unit(entry.unit).dimension == "percentage point" else Form.GROWTH
    return _form_of_level(entry, definition, base, value)


def kind_of(definition: Definition | None) -> Kind:
    """How the indicator's values are to be read; an unmatched one as a level.

    "单位GDP能耗降低", in %, states each year's cut whatever kind its author wrote.
    """
    if definition is None:
        return Kind.LEVEL
    if definition.unit in ("%", "百分点") and any(word in definition.name for word in _CUT_WORDS):
        return Kind.GROWTH
    return definition.kind


def _form_of_cut(entry: Entry, definition: Definition | None) -> Form:
    if entry.measure == "decrement" and not entry.is_cumulative:
        return Form.UNDECIDED
    if parse_unit(entry.unit).dimension == "percentage point":
        # points are added year by year; only relative cuts are chained
        return Form.SUM if kind_of(definition) is Kind.GROWTH else Form.CHANGE
    return Form.CUT


def _form_of_level(entry: Entry, definition: Definition | None, base: Decimal | None, value: Decimal) -> Form:
    if entry.comparator is Comparator.WITHIN:
        return Form.RANGE
    if entry.comparator is Comparator.ABOUT:
        return Form.ABOUT
    way = way_of(entry.comparator, definition.direction if definition else Direction.NONE, base, value)
    if way is Direction.NONE:
        return Form.UNDECIDED
    is_yearly = entry.year_source is YearSource.ANNUAL
    is_ahead = base is not None and (base < value if way is Direction.UP else base > value)
    if is_ahead and not is_yearly:
        return Form.LEVEL
    # no base, a base already there, or a promise weaker than the base: to be held
    return Form.FLOOR if way is Direction.UP else Form.CEILING


def way_of(comparator: Comparator, direction: Direction, base: Decimal | None, value: Decimal) -> Direction:
    """Which way the promise points: the comparator first, then the indicator, then base to value."""
    if comparator in UP_COMPARATORS:
        return Direction.UP
    if comparator in DOWN_COMPARATORS:
        return Direction.DOWN
    if direction is not Direction.NONE or base is None or base == value:
        return direction
    return Direction.UP if base < value else Direction.DOWN
