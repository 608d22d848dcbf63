"""Time gone, way gone, and the class the two make."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.standing import Class
from lantu.judge.progress import (
    class_against_threshold,
    class_on_the_way,
    is_bound_enough,
    is_satisfied,
    share_done,
    share_elapsed,
)


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (date(2021, 12, 31), Fraction(1, 5)),
        (date(2022, 12, 31), Fraction(2, 5)),
        (date(2024, 12, 31), Fraction(4, 5)),
        (date(2025, 12, 31), Fraction(1)),
        (date(2027, 12, 31), Fraction(1)),
        (date(2025, 11, 30), (4 + Fraction(334, 365)) / 5),
    ],
)
def test_elapsed(day: date, share: Fraction) -> None:
    assert share_elapsed(day, 2020, 2025) == share


def test_no_time_has_no_share() -> None:
    assert share_elapsed(date(2021, 12, 31), 2020, 2020) is None


@given(st.dates(date(2021, 1, 1), date(2025, 12, 30)))
def test_elapsed_grows_with_every_day(day: date) -> None:
    earlier, later = share_elapsed(day, 2020, 2025), share_elapsed(date.fromordinal(day.toordinal() + 1), 2020, 2025)
    assert earlier is not None
    assert later is not None
    assert 0 < earlier < later <= 1


def test_done() -> None:
    assert share_done(Fraction(28), Fraction(26), Fraction(27)) == 2
    assert share_done(Fraction(100), Fraction(90), Fraction(200)) == Fraction(-1, 10)


def test_satisfied_respects_the_comparator() -> None:
    two = Fraction(2)
    assert is_satisfied(two, Comparator.EQUAL, two, Direction.UP)
    assert not is_satisfied(two, Comparator.MORE_THAN, two, Direction.UP)
    assert not is_satisfied(two, Comparator.LESS_THAN, two, Direction.DOWN)
    assert is_satisfied(Fraction(3), Comparator.EQUAL, two, Direction.UP)
    assert not is_satisfied(Fraction(3), Comparator.EQUAL, two, Direction.DOWN)
    assert not is_satisfied(Fraction(3), Comparator.EQUAL, two, Direction.NONE)


@given(
    st.sampled_from([Comparator.LESS_THAN, Comparator.AT_MOST, Comparator.MORE_THAN, Comparator.AT_LEAST]),
    st.sampled_from([Direction.UP, Direction.DOWN]),
    st.booleans(),
    st.fractions(-10, 10, max_denominator=4),
    st.fractions(-10, 10, max_denominator=4),
    st.fractions(-20, 20, max_denominator=8),
)
def test_a_bound_that_is_enough_leaves_no_way_out(
    bound: Comparator, way: Direction, is_strict: bool, limit: Fraction, promised: Fraction, truth: Fraction
) -> None:
    strict = {Direction.UP: Comparator.MORE_THAN, Direction.DOWN: Comparator.LESS_THAN}[way]
    comparator = strict if is_strict else Comparator.EQUAL
    possible = {
        Comparator.LESS_THAN: truth < limit,
        Comparator.AT_MOST: truth <= limit,
        Comparator.MORE_THAN: truth > limit,
        Comparator.AT_LEAST: truth >= limit,
    }[bound]
    if possible and is_bound_enough(bound, limit, comparator, promised, way):
        assert is_satisfied(truth, comparator, promised, way)


def test_the_edges_of_the_band_are_on_course() -> None:
    band, share = Fraction(1, 10), Fraction(1, 2)
    assert class_on_the_way(share + band, share, band) is Class.ON_COURSE
    assert class_on_the_way(share - band, share, band) is Class.ON_COURSE
    assert class_on_the_way(share + band + Fraction(1, 10**9), share, band) is Class.AHEAD
    assert class_on_the_way(share - band - Fraction(1, 10**9), share, band) is Class.BEHIND


def test_a_threshold_is_met_only_when_due() -> None:
    assert class_against_threshold(is_kept=True, is_due=False) is Class.ON_COURSE
    assert class_against_threshold(is_kept=False, is_due=False) is Class.BEHIND
    assert class_against_threshold(is_kept=True, is_due=True) is Class.MET
    assert class_against_threshold(is_kept=False, is_due=True) is Class.MISSED
