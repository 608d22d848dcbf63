"""From the cells of a pack's steps to values of indicators.

In: cells of the step that an indicator is, and the indicators that it answers for. Out: values with
their rule and the cell they rest on, and what did not fit. Left out on purpose: cells of days and
hours, of which there are too many for the registry; they stay in their files and can be traced.

A computed figure goes before a reported one of the same place and period; where the readings do not suffice or
cover a part of the period only, the reported one stands, and where there is none, an absence says why.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Definition
from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import Comparator
from lantu.core.identity import cell_address
from lantu.core.observation import Status
from lantu.core.quantity import Quantity, format_amount, make_quantity, parse_unit
from lantu.core.step import Dated, Step
from lantu.core.time import Period
from lantu.core.value import Value
from lantu.measure.calendar import first_day, last_day

KEPT_GRAINS = ("month", "year")
"""Periods whose figures become values."""
_LONGEST_RULE = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a step.

    Attributes:
        item: What it is of.
        place: Of a station or a place.
        period: Its number.
        amount: A whole number of 10^-decimals; None where it is not valid.
        n: Figures it was made of.
        seen: Figures there were.
    """

    item: str
    place: str
    period: int
    amount: int | None
    n: int
    seen: int


def period_of(step: Step, number: int) -> Period:
    """The days of a cell's period."""
    return Period(first_day(number, step.grain), last_day(number, step.grain))


def values_of_cells(
    step: Step, cells: Iterable[Cell], source: Definition, wanted: Definition, covered: Period
) -> tuple[tuple[Value, ...], tuple[Diagnostic, ...]]:
    """The values of an indicator.

    Args:
        step: That makes the cells.
        cells: Of one item and of places that the registry lists.
        source: The pack's indicator, whose unit the cells are in.
        wanted: Whose values they become: the pack's indicator itself, or a city's own.
        covered: From the first to the last day with readings. Of a period that goes beyond there is no figure yet: part
            of a year is no year, and the note says what it comes to so far.
    """
    given, own = parse_unit(source.unit), parse_unit(wanted.unit)
    if not given.fits(own):
        message = f"{wanted.code} is in {wanted.unit or 'a bare number'}, {source.code} in {source.unit}"
        hint = "give both units of one dimension"
        return (), (Diagnostic("M004", Severity.WARNING, message, hint, about=wanted.code),)
    return tuple(_value_of(step, cell, source, wanted, covered) for cell in cells), ()


def _value_of(step: Step, cell: Cell, source: Definition, wanted: Definition, covered: Period) -> Value:
    period = period_of(step, cell.period)
    is_whole = covered.start <= period.start and period.end <= covered.end
    note = f"有{cell.seen}个，有效{cell.n}个"
    figure: Quantity | Absence
    if cell.amount is None:
        figure = Absence(AbsenceKind.NOT_MEASURED, f"有效数据不足：{note}")
    else:
        exact = Decimal(cell.amount).scaleb(-step.decimals)
        figure = make_quantity(format_amount(exact), source.unit).in_unit(parse_unit(wanted.unit))
        if not is_whole:
            note = f"{covered.start}至{covered.end}有读数，期内暂为{figure}；{note}"
            figure = Absence(AbsenceKind.NOT_MEASURED, note)
    return Value(
        indicator_code=wanted.code,
        place_code=cell.place,
        period=period,
        quantity=figure,
        bound=Comparator.EQUAL,
        status=Status.UNSTATED if is_whole else Status.PRELIMINARY,
        inputs=(cell_address(step.pack, step.name, cell.item, cell.place, str(period)),),
        rule=name_rule(step, period.end),
        note=figure.reason if isinstance(figure, Absence) else note,
    )


def name_rule(step: Step, day: date) -> str:
    """The step, and the editions that held on the last day of its period."""
    editions = editions_on(step.rules.values(), day)
    return f"{step.pack}.{step.name}: {', '.join(editions) or step.source}"[:_LONGEST_RULE]


def editions_on(rules: Iterable[Dated], day: date) -> tuple[str, ...]:
    """Names of the editions in force on a day."""
    held = (rule.pick(day) for rule in rules if rule.rule)
    return tuple(dict.fromkeys(name for h in held if h is not None for name in h.edition.split(", ")))


def is_measured(value: Value) -> bool:
    """Whether a value was computed from readings."""
    return any(key.startswith("cell/") for key in value.inputs)


def prefer_measured(reported: Iterable[Value], measured: Iterable[Value]) -> tuple[Value, ...]:
    """Each value once: computed where there is a figure, else reported, else the absence."""
    others: Mapping[tuple[str, str, Period], Value] = {_key(value): value for value in reported}
    chosen = dict(others)
    for value in measured:
        other = others.get(_key(value))
        if other is None or isinstance(other.quantity, Absence):
            chosen[_key(value)] = value
        elif not isinstance(value.quantity, Absence):
            told = "" if other.quantity == value.quantity else f"；另有填报数{other.quantity}"
            chosen[_key(value)] = replace(value, note=value.note + told)
    return tuple(chosen.values())


def _key(value: Value) -> tuple[str, str, Period]:
    return value.indicator_code, value.place_code, value.period
