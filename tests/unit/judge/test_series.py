"""Which values may decide."""

from datetime import date
from fractions import Fraction

from lantu.core.definition import Kind
from lantu.core.entry import Comparator
from lantu.core.quantity import make_quantity, parse_unit
from lantu.core.standing import Reason
from lantu.core.target import Form
from lantu.judge.series import (
    Point,
    exact_amount,
    list_known,
    list_progress,
    pick_latest,
    pick_part_of_year,
    to_points,
)
from tests.unit.judge.builders import CITY, build_target, make_case, make_value

BILLION = parse_unit("亿元")


def points(*rows: tuple[object, object]) -> list[Point]:
    found = to_points([make_value(*row) for row in rows], BILLION)
    assert not isinstance(found, Reason)
    return found


def test_known_are_public_and_sorted() -> None:
    values = [make_value(2022, 2), make_value(2021, 1), make_value(2023, 3), make_value(2020, None)]
    assert [v.period.year for v in list_known(values, "gdp", CITY, date(2022, 12, 31))] == [2021, 2022]


def test_progress_begins_after_the_base() -> None:
    target = build_target(Form.LEVEL, 100, 200)
    assert list_progress(make_case(target)) is Reason.NO_VALUE
    assert list_progress(make_case(target, make_value(2020, 1))) is Reason.NO_VALUE_AFTER_BASE
    late = make_case(target, make_value(2023, 1), as_of=date(2022, 1, 1))
    assert list_progress(late) is Reason.DATE_AFTER_AS_OF
    found = list_progress(make_case(target, make_value(2022, 1), make_value(2020, 1)))
    assert not isinstance(found, Reason)
    assert [v.period.year for v in found] == [2022]


def test_amounts_convert_without_rounding() -> None:
    assert exact_amount(make_quantity("0.1", "万亿元"), BILLION) == 1000
    assert exact_amount(make_quantity(1, "亩"), parse_unit("公顷")) == Fraction("666.6666666666666667") / 10000
    assert exact_amount(make_quantity("1.6", "倍"), parse_unit("")) == Fraction("1.6")
    assert exact_amount(make_quantity(5, "%"), parse_unit("百分点")) == 5
    assert exact_amount(make_quantity(5, "万人"), BILLION) is None
    assert to_points([make_value(2021, 5, "万人")], BILLION) is Reason.UNIT_DIFFERS


def test_the_due_year_decides_and_not_a_later_one() -> None:
    rows = points((2024, 1), (2025, 2), (2026, 3))
    latest = pick_latest(rows, 2025)
    assert latest is not None
    assert latest.year == 2025


def test_a_later_year_speaks_for_an_unknown_due_year() -> None:
    latest = pick_latest(points((2024, 1), (2026, 3), (2027, 4)), 2025)
    assert latest is not None
    assert latest.year == 2026


def test_parts_of_a_year_are_no_years() -> None:
    assert pick_latest(points(("2024-01/06", 1), ("2024-Q3", 1)), 2025) is None


def test_part_of_a_year_counts_for_a_flow_from_january() -> None:
    flow = make_case(build_target(Form.LEVEL, 100, 200, kind=Kind.FLOW))
    level = make_case(build_target(Form.LEVEL, 100, 200, kind=Kind.LEVEL))
    rows = points((2023, 1), ("2024-01/06", 2), ("2024-07/09", 9))
    part = pick_part_of_year(rows, flow, rows[0])
    assert part is not None
    assert part.amount == 2
    assert pick_part_of_year(rows, level, rows[0]) is None
    assert pick_part_of_year(points(("2023-01/06", 1), (2023, 2)), flow, rows[0]) is None


def test_a_limit_is_not_plain() -> None:
    (limit,) = points((2022, 5.5))
    assert limit.is_plain
    found = to_points([make_value(2022, 5.5, bound=Comparator.LESS_THAN)], BILLION)
    assert not isinstance(found, Reason)
    assert not found[0].is_plain
