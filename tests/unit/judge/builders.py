"""Targets, values and cases for the tests of judge, with what does not matter filled in."""

from datetime import date
from decimal import Decimal
from typing import Any

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Direction, Kind
from lantu.core.entry import Comparator, Entry, EntryKind
from lantu.core.observation import Status
from lantu.core.quantity import Quantity, make_quantity
from lantu.core.span import span_of
from lantu.core.target import Base, Form, Target
from lantu.core.time import parse_period
from lantu.core.value import Value
from lantu.judge.case import Case
from lantu.judge.settings import DEFAULT, Settings

NOTHING = Absence(AbsenceKind.NOT_STATED)
LATER = date(2099, 12, 31)
CITY = "330400"


def quantity(amount: object, unit: str) -> Quantity | Absence:
    return NOTHING if amount is None else make_quantity(str(amount), unit)


def make_value(period: object, amount: object, unit: str = "亿元", code: str = "gdp", **fields: Any) -> Value:
    return Value(
        indicator_code=code,
        place_code=fields.pop("place", CITY),
        period=parse_period(str(period)),
        quantity=quantity(amount, unit),
        bound=fields.pop("bound", Comparator.EQUAL),
        status=fields.pop("status", Status.FINAL),
        inputs=fields.pop("inputs", (f"{code}-{period}",)),
        rule="reported",
        **fields,
    )


def build_target(form: Form, base: object, promised: object, unit: str = "亿元", **fields: Any) -> Target:
    years = fields.pop("years", (2020, 2025))
    base_unit = fields.pop("base_unit", unit)
    return Target(
        id="t",
        entry_id="e",
        indicator_code=fields.pop("code", "gdp"),
        name="地区生产总值",
        place_code=CITY,
        form=form,
        comparator=fields.pop("comparator", Comparator.EQUAL),
        value=quantity(promised, unit),
        due_year=years[1],
        direction=fields.pop("direction", Direction.UP),
        base=Base(years[0], quantity(base, base_unit)),
        kind=fields.pop("kind", Kind.LEVEL),
        **fields,
    )


def make_case(
    target: Target, *values: Value, partner: tuple[Value, ...] = (), as_of: date = LATER, settings: Settings = DEFAULT
) -> Case:
    return Case(target, values, partner, as_of, settings)


def make_entry(**fields: Any) -> Entry:
    text = "到2025年，地区生产总值达到9000亿元"
    start = {"id": "e", "kind": EntryKind.TARGET, "origin": "table", "span": span_of(text, 8, 20), "section": ""}
    for name in ("value", "value_max", "base_value"):
        if name in fields:
            fields[name] = Decimal(str(fields[name]))
    return Entry(**{**start, "indicator": "地区生产总值", **fields})
