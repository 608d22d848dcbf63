"""One promise written as a row of figures, judged without a registry.

In: a row. Out: its standing with the panel of methods. Left out on purpose: units;
base, latest and target of a row are in one unit, and growth and cuts are in %.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.quantity import Quantity, parse_unit
from lantu.core.standing import Standing
from lantu.core.target import Base, Form, Target
from lantu.core.time import year_period
from lantu.core.value import Value
from lantu.judge.methods.panel import add_panel
from lantu.judge.standing import judge_target

_CODE, _PLACE = "row", ""
_HUNDRED = Decimal(100)
_RATE_WORDS = ("增速", "增长率", "增幅", "涨幅", "growth", "growth rate")
_COMPARATORS = {
    Form.FLOOR: Comparator.AT_LEAST,
    Form.CEILING: Comparator.AT_MOST,
    Form.ABOUT: Comparator.ABOUT,
    Form.RANGE: Comparator.WITHIN,
}


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A promise and what is known of it.

    Attributes:
        indicator: Its name, as written.
        form: level, growth, cut, sum, floor, ceiling, about or range.
        direction: Which way is good.
        base_year: The year the promise counts from.
        base: Figure of that year, or None.
        latest_year: Year of the latest figure, or None.
        latest: The latest figure; of a sum the sum so far; of growth and cut without a base
            the mean growth and the cut so far, in %. None where nothing is known.
        target_year: Last year of the promise.
        target: The figure promised; the lower end of a range.
        target_max: Upper end of a range, else None.
        tolerance: Share of the target within which 左右 holds, or None for the setting.
        bound: LESS_THAN and the like where the latest figure is only a limit.
    """

    indicator: str
    form: Form
    direction: Direction
    base_year: int
    base: Decimal | None
    latest_year: int | None
    latest: Decimal | None
    target_year: int
    target: Decimal
    target_max: Decimal | None = None
    tolerance: Decimal | None = None
    bound: Comparator = Comparator.EQUAL

    @property
    def is_rate(self) -> bool:
        """Whether its figures are rates of growth: said by the name, or growth without a base."""
        is_named = self.indicator.strip().lower().endswith(_RATE_WORDS)
        return is_named or (self.form is Form.GROWTH and self.base is None)


def judge_row(row: PlainRow) -> Standing:
    """The standing of a row, with the panel."""
    target = _make_target(row)
    standing = judge_target(target, _list_values(row), as_of=date(row.latest_year or row.target_year, 12, 31))
    return add_panel(replace(target, kind=Kind.GROWTH) if row.is_rate else target, standing)


def _make_target(row: PlainRow) -> Target:
    unit = "%" if row.form in (Form.GROWTH, Form.CUT) else ""
    base = _HUNDRED if _is_index(row) else row.base
    return Target(
        id=row.indicator,
        entry_id="",
        indicator_code=_CODE,
        name=row.indicator,
        place_code=_PLACE,
        form=row.form,
        comparator=_COMPARATORS.get(row.form, Comparator.EQUAL),
        value=_quantity(row.target, unit),
        due_year=row.target_year,
        direction=row.direction,
        base=Base(row.base_year, Absence(AbsenceKind.NOT_STATED) if base is None else _quantity(base, "")),
        value_max=None if row.target_max is None else _quantity(row.target_max, unit),
        tolerance=row.tolerance,
        # who writes floor or ceiling asks for every year, whether or not the base was there
        is_yearly=row.form in (Form.FLOOR, Form.CEILING),
    )


def _is_index(row: PlainRow) -> bool:
    """Whether the latest figure is in % of change from the base, so that the base is 100 by its meaning."""
    return (row.form is Form.CUT and row.base is None) or (row.form is Form.GROWTH and row.is_rate)


def _list_values(row: PlainRow) -> tuple[Value, ...]:
    if row.latest is None or row.latest_year is None:
        return ()
    latest = _make_value(row, row.latest_year, _latest_level(row, row.latest, row.latest_year))
    if row.form is not Form.SUM:
        return (latest,)
    # a sum so far stands in its last year; the years before it must be there, and add nothing
    before = range(row.base_year + 1, row.latest_year)
    return (*(_make_value(row, year, Decimal(0)) for year in before), latest)


def _latest_level(row: PlainRow, latest: Decimal, latest_year: int) -> Decimal:
    if not _is_index(row):
        return latest
    if row.form is Form.CUT:
        return _HUNDRED - latest
    with localcontext() as context:
        context.prec = 400  # enough for the product of any mean with a dozen digits over thirty years
        return _HUNDRED * (1 + latest / _HUNDRED) ** max(latest_year - row.base_year, 0)


def _make_value(row: PlainRow, year: int, amount: Decimal) -> Value:
    return Value(_CODE, _PLACE, year_period(year), _quantity(amount, ""), row.bound, Status.UNSTATED, (), "reported")


def _quantity(amount: Decimal, unit: str) -> Quantity:
    return Quantity(amount, parse_unit(unit))
