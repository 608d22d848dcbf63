"""What of a target is continued: which years, which figures, which limits."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest

from lantu.core.definition import Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.target import Form, Target
from lantu.core.trend import NoTrend
from lantu.core.value import Value
from lantu.judge.standing import judge_target
from lantu.judge.trend.continued import Continued, find_continued
from tests.unit.judge.builders import LATER, build_target, make_value


def find(target: Target, *values: Value) -> Continued | NoTrend:
    return find_continued(target, values, judge_target(target, values, as_of=LATER))


def series(first: int, amounts: Sequence[object], **fields: Any) -> tuple[Value, ...]:
    return tuple(make_value(first + n, amount, **fields) for n, amount in enumerate(amounts))


def told(target: Target, *values: Value) -> Continued:
    found = find(target, *values)
    assert isinstance(found, Continued), found
    return found


def test_a_level_continues_its_own_figures() -> None:
    found = told(build_target(Form.LEVEL, 100, 200), *series(2018, [90, 95, 100, 110, 120]))
    assert found.years == (2018, 2019, 2020, 2021, 2022)
    assert found.figures[-1] == 120
    assert found.limits == (200, None)
    assert found.limit == 200


def test_a_missing_year_ends_the_row() -> None:
    values = (*series(2015, [80, 85]), *series(2020, [100, 110, 120]))
    assert told(build_target(Form.LEVEL, 100, 200), *values).years == (2020, 2021, 2022)


def test_parts_of_years_bounds_and_later_years_are_not_continued() -> None:
    values = (
        *series(2020, [100, 110, 120]),
        make_value("2023-01/06", 70),
        make_value(2018, 95, bound=Comparator.LESS_THAN),
        make_value(2019, 98, bound=Comparator.LESS_THAN),
    )
    assert told(build_target(Form.LEVEL, 100, 200), *values).years == (2020, 2021, 2022)


def test_the_base_the_plan_prints_lengthens_the_row_that_follows_it() -> None:
    found = told(build_target(Form.LEVEL, 100, 200), *series(2021, [110, 120]))
    assert found.years == (2020, 2021, 2022)
    assert found.figures == (100, 110, 120)
    later = told(build_target(Form.LEVEL, 100, 200), *series(2022, [110, 120]))
    assert later.years == (2022, 2023)


def test_growth_of_levels_is_an_index_from_the_base() -> None:
    target = build_target(Form.GROWTH, None, 6, "%", kind=Kind.FLOW, years=(2020, 2022))
    found = told(target, *series(2020, [200, 210]))
    assert found.is_index
    assert found.figures == (100, 105)
    assert found.limit == Fraction(100) * Fraction(106, 100) ** 2


def test_growth_of_rates_is_chained_before_and_after_the_base() -> None:
    target = build_target(Form.GROWTH, None, 6, "%", kind=Kind.GROWTH, code="rate")
    found = told(target, *series(2020, [10, 10, 20], unit="%", code="rate"))
    assert found.years == (2019, 2020, 2021, 2022)
    assert found.figures == (Fraction(1000, 11), 100, 110, 132)


def test_a_cut_is_an_index_that_falls() -> None:
    target = build_target(Form.CUT, None, 15, "%", kind=Kind.GROWTH, code="cut", direction=Direction.DOWN)
    found = told(target, *series(2021, [3, 3], unit="%", code="cut"))
    assert found.figures == (100, 97, Fraction(9409, 100))
    assert found.limits == (None, 85)


def test_a_sum_continues_the_years_and_remembers_what_there_is() -> None:
    target = build_target(Form.SUM, None, 50, "万人", kind=Kind.FLOW)
    found = told(target, *series(2019, [8, 9, 10, 11], unit="万人"))
    assert found.is_sum
    assert found.so_far == 21
    assert found.figures == (8, 9, 10, 11)


def test_about_and_range_have_their_limits() -> None:
    about = told(build_target(Form.ABOUT, 60, 75, "%", direction=Direction.UP), *series(2020, [60, 61, 62], unit="%"))
    assert about.limits == (Fraction("73.5"), None)
    ranged = build_target(
        Form.RANGE, 60, 70, "%", direction=Direction.NONE, value_max=build_target(Form.LEVEL, 1, 75, "%").value
    )
    assert told(ranged, *series(2020, [60, 61, 62], unit="%")).limits == (70, 75)


@pytest.mark.parametrize(("direction", "limits"), [(Direction.UP, (67, None)), (Direction.DOWN, (None, 53))])
def test_a_change_counts_from_the_base(direction: Direction, limits: tuple[object, object]) -> None:
    target = build_target(Form.CHANGE, 60, 7, "百分点", base_unit="%", direction=direction)
    assert told(target, *series(2020, [60, 61], unit="%")).limits == limits


@pytest.mark.parametrize(
    ("form", "promised", "reason"),
    [
        (Form.RELATIVE, None, NoTrend.NO_FIGURE),
        (Form.ASSIGNED, None, NoTrend.NO_FIGURE),
        (Form.UNDECIDED, 5, NoTrend.NO_FIGURE),
    ],
)
def test_what_has_no_figure_is_not_continued(form: Form, promised: object, reason: NoTrend) -> None:
    assert find(build_target(form, 100, promised), *series(2020, [100, 110, 120])) is reason


def test_met_and_missed_are_settled_and_no_standing_is_nothing_to_continue() -> None:
    assert find(build_target(Form.LEVEL, 100, 110), *series(2020, [100, 120])) is NoTrend.SETTLED
    assert find(build_target(Form.LEVEL, 100, 200), *series(2021, [100, 1, 1, 1, 150])) is NoTrend.SETTLED
    assert find(build_target(Form.LEVEL, 100, 200)) is NoTrend.NOT_JUDGED
