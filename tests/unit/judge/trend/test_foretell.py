"""The trend of a target: chance, paces, and every reason to tell none."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.core.definition import Kind
from lantu.core.standing import Class
from lantu.core.target import Form, Target
from lantu.core.trend import NoTrend, Trend
from lantu.core.value import Value
from lantu.judge.standing import judge_target
from lantu.judge.trend.foretell import LEAST_CHANCE, add_trend, foretell
from tests.unit.judge.builders import LATER, build_target, make_value


def tell(target: Target, *values: Value) -> Trend:
    return foretell(target, values, judge_target(target, values, as_of=LATER))


def series(first: int, amounts: Sequence[object], **fields: Any) -> tuple[Value, ...]:
    return tuple(make_value(first + n, amount, **fields) for n, amount in enumerate(amounts))


STEADY = series(2019, [95, 100, 105, 110])
"""Five more each year up to 2022."""


def test_a_trend_reaches_to_the_due_year_and_names_its_way() -> None:
    trend = tell(build_target(Form.LEVEL, 100, 125), *STEADY)
    assert [look.year for look in trend.outlook] == [2023, 2024, 2025]
    assert (trend.way, trend.years, trend.last_year, trend.unit) == ("average/1", 4, 2022, "亿元")
    assert trend.inputs == ("gdp-2019", "gdp-2020", "gdp-2021", "gdp-2022")
    for look in trend.outlook:
        assert look.low95 < look.low80 < look.middle < look.high80 < look.high95


def test_paces_by_hand() -> None:
    trend = tell(build_target(Form.LEVEL, 100, 125), *STEADY)
    assert (trend.needed, trend.recent) == (5, 5)
    assert trend.needed_pct == Decimal("4.3532")  # (125/110)^(1/3)
    assert trend.recent_pct == Decimal("5.0082")  # (110/95)^(1/3)
    shares = tell(build_target(Form.LEVEL, 60, 75, "%"), *series(2019, [59, 60, 61, 62], unit="%"))
    assert shares.needed_pct is None
    assert shares.needed == Decimal("4.33333")


def test_a_near_goal_is_likelier_than_a_far_one() -> None:
    chances = [tell(build_target(Form.LEVEL, 100, goal), *STEADY).chance for goal in (112, 122, 180)]
    told = [chance for chance in chances if chance is not None]
    assert len(told) == 3
    assert told == sorted(told, reverse=True)
    assert told[0] > Decimal("0.7")
    assert told[2] <= Decimal("0.1")


def test_a_floor_that_is_kept_needs_nothing() -> None:
    trend = tell(build_target(Form.FLOOR, 12, 12, "%"), *series(2019, [12.5, 12.6, 12.6, 12.7], unit="%"))
    assert trend.is_kept
    assert trend.needed is not None
    assert trend.needed < 0


def test_a_sum_adds_the_years_up() -> None:
    trend = tell(build_target(Form.SUM, None, 60, "万人", kind=Kind.FLOW), *series(2019, [10, 10, 10, 10], unit="万人"))
    assert trend.is_sum
    assert [round(look.middle) for look in trend.outlook] == [30, 40, 50]
    assert trend.needed == Decimal("13.3333")
    assert trend.recent == 10
    assert trend.chance is not None
    assert trend.chance < Decimal("0.5")


@pytest.mark.parametrize(
    ("target", "values", "reason", "years"),
    [
        (build_target(Form.LEVEL, 100, 200), STEADY[3:], NoTrend.TOO_FEW, 1),
        (build_target(Form.LEVEL, 100, 200, years=(2020, 2035)), STEADY, NoTrend.TOO_FAR, 4),
        (build_target(Form.LEVEL, 0, 200), series(2019, [0, 0, 10, 20]), NoTrend.NOT_POSITIVE, 4),
        (build_target(Form.LEVEL, 100, 105), STEADY, NoTrend.SETTLED, 0),
    ],
)
def test_no_trend_and_why(target: Target, values: tuple[Value, ...], reason: NoTrend, years: int) -> None:
    trend = tell(target, *values)
    assert trend.refused is reason
    assert trend.years == years
    assert trend.outlook == ()
    assert trend.chance is None


def test_a_share_is_not_told_to_rise_above_a_hundred() -> None:
    trend = tell(build_target(Form.LEVEL, 90, 99.9, "%"), *series(2018, [90, 92, 94, 97, 99], unit="%"))
    assert max(look.high95 for look in trend.outlook) <= 100


def test_the_standing_is_not_changed() -> None:
    target = build_target(Form.LEVEL, 100, 125)
    standing = judge_target(target, STEADY, as_of=LATER)
    told = add_trend(target, STEADY, standing)
    assert told.trend is not None
    assert (told.klass, told.done) == (standing.klass, standing.done)
    assert told.klass is not Class.CANNOT_SAY


@given(
    st.lists(st.floats(1, 1e6), min_size=3, max_size=4),
    st.floats(1, 1e6),
)
@settings(max_examples=60)
def test_chances_keep_their_bounds_and_figures_are_finite(amounts: list[float], goal: float) -> None:
    trend = tell(
        build_target(Form.FLOOR, None, f"{goal:.3f}", years=(2018, 2025)), *series(2019, [f"{a:.3f}" for a in amounts])
    )
    if trend.refused is NoTrend.NONE:
        assert trend.chance is not None
        assert Decimal(str(LEAST_CHANCE)) <= trend.chance <= 1 - Decimal(str(LEAST_CHANCE))
        assert all(look.low95 <= look.middle <= look.high95 for look in trend.outlook)
        assert all(look.high95.is_finite() for look in trend.outlook)
