"""Cells become values in the indicator's unit; a computed figure goes before a reported one, an absence does not."""

from datetime import date
from decimal import Decimal

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Definition, Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.quantity import make_quantity
from lantu.core.step import By, Dated, Held, Over, Step
from lantu.core.time import Period, parse_period, year_period
from lantu.core.value import Value
from lantu.measure.calendar import number_period
from lantu.measure.measured import (
    Cell,
    editions_on,
    is_measured,
    name_rule,
    period_of,
    prefer_measured,
    values_of_cells,
)

OLD = Held("GB 1-2012, HJ 2", date(2012, 1, 1), date(2023, 12, 31), {"": Decimal(1)})
NEW = Held("GB 1-2024", date(2024, 1, 1), None, {"": Decimal(2)})
STEP = Step(
    "air", "city_year", ("city_day",), ("pm25",), Over.TIME, By.MEAN, "year", 3,
    rules={"least": Dated("validity", (OLD, NEW)), "round": Dated("rounding", (OLD, NEW)), "own": Dated("", (OLD,))},
    source="clause 4",
)  # fmt: skip
SOURCE = Definition("air.pm25_annual", "细颗粒物", "微克/立方米", Direction.DOWN, Kind.INDEX)
COVERED = Period(date(2022, 6, 1), date(2025, 12, 31))


def value(year: int, figure: str, rule: str = "reported", key: str = "7") -> Value:
    quantity = make_quantity(figure, "%") if figure else Absence(AbsenceKind.NOT_MEASURED, "too few")
    return Value("x", "330400", year_period(year), quantity, Comparator.EQUAL, Status.FINAL, (key,), rule)


def test_figures_absences_and_parts_of_a_year() -> None:
    own = Definition("pm25", "细颗粒物", "毫克/立方米", Direction.DOWN, Kind.INDEX)
    cells = [
        Cell("pm25", "330400", 2024, 27_000, 350, 366),
        Cell("pm25", "330400", 2023, None, 30, 40),
        Cell("pm25", "330400", 2022, 31_000, 200, 214),
    ]
    (whole, few, part), diagnostics = values_of_cells(STEP, cells, SOURCE, own, COVERED)
    assert diagnostics == ()
    assert str(whole.quantity) == "0.027 毫克/立方米"
    assert (whole.rule, whole.note, whole.status) == ("air.city_year: GB 1-2024", "有366个，有效350个", Status.UNSTATED)
    assert whole.inputs == ("cell/air/city_year/pm25/330400/2024",)
    assert isinstance(few.quantity, Absence)
    assert "有效30个" in few.quantity.reason
    assert isinstance(part.quantity, Absence)
    assert "暂为0.031 毫克/立方米" in part.quantity.reason
    assert part.status is Status.PRELIMINARY
    assert is_measured(whole)
    assert not is_measured(value(2024, "5"))


def test_a_unit_that_does_not_fit_is_told() -> None:
    own = Definition("share", "比率", "%", Direction.UP, Kind.RATIO)
    values, diagnostics = values_of_cells(STEP, [Cell("pm25", "330400", 2024, 1, 1, 1)], SOURCE, own, COVERED)
    assert values == ()
    assert [d.code for d in diagnostics] == ["M004"]


def test_the_rule_names_the_editions_of_the_day_once() -> None:
    assert name_rule(STEP, date(2023, 12, 31)) == "air.city_year: GB 1-2012, HJ 2"
    assert editions_on(STEP.rules.values(), date(2024, 1, 1)) == ("GB 1-2024",)
    assert editions_on((), date(2024, 1, 1)) == ()


def test_periods_of_numbers() -> None:
    month = number_period(date(2024, 2, 1), "month")
    monthly = Step("air", "m", ("d",), ("pm25",), Over.TIME, By.MEAN, "month", 3)
    assert period_of(monthly, month) == parse_period("2024-02")
    assert period_of(STEP, 2024) == year_period(2024)


def test_which_of_two_is_the_value() -> None:
    reported = [value(2021, "1"), value(2022, "2"), value(2023, "3"), value(2020, "")]
    computed = [
        value(y, f, "air.s", "cell/air/s") for y, f in ((2021, "1"), (2022, "2.5"), (2023, ""), (2020, ""), (2019, ""))
    ]
    chosen = {v.period.year: v for v in prefer_measured(reported, computed)}
    assert {year: v.rule for year, v in sorted(chosen.items())} == {
        2019: "air.s", 2020: "air.s", 2021: "air.s", 2022: "air.s", 2023: "reported",
    }  # fmt: skip
    assert chosen[2021].note == ""
    assert "另有填报数2 %" in chosen[2022].note
