"""Laws of judging that hold for any figures, and what comes before any rule."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.standing import Class, Reason
from lantu.core.target import Form
from lantu.judge.settings import Settings
from lantu.judge.standing import RULES, judge_target
from tests.unit.judge.builders import LATER, build_target, make_value

ORDER = (Class.MISSED, Class.BEHIND, Class.ON_COURSE, Class.AHEAD, Class.MET)
figures = st.decimals(min_value="0.01", max_value="99999", places=2)
years = st.integers(2021, 2027)
forms = st.sampled_from([Form.LEVEL, Form.FLOOR, Form.CEILING, Form.ABOUT])
comparators = {
    Direction.UP: st.sampled_from([Comparator.EQUAL, Comparator.AT_LEAST, Comparator.MORE_THAN]),
    Direction.DOWN: st.sampled_from([Comparator.EQUAL, Comparator.AT_MOST, Comparator.LESS_THAN]),
}


@st.composite
def promises(draw: st.DrawFn) -> tuple[Form, Direction, Comparator, Decimal, Decimal]:
    form = draw(forms)
    way = {Form.FLOOR: Direction.UP, Form.CEILING: Direction.DOWN}.get(form) or draw(
        st.sampled_from([Direction.UP, Direction.DOWN])
    )
    base, promised = draw(figures), draw(figures)
    assume(form is not Form.LEVEL or (base < promised if way is Direction.UP else base > promised))
    comparator = Comparator.ABOUT if form is Form.ABOUT else draw(comparators[way])
    return form, way, comparator, base, promised


@given(promises(), figures, figures, years)
def test_a_better_figure_never_worsens_the_class(
    promise: tuple[Form, Direction, Comparator, Decimal, Decimal], one: Decimal, other: Decimal, year: int
) -> None:
    form, way, comparator, base, promised = promise
    target = build_target(form, base, promised, comparator=comparator, direction=way)
    worse, better = sorted((one, other), reverse=way is Direction.DOWN)
    classes = [judge_target(target, [make_value(year, x)], as_of=LATER).klass for x in (worse, better)]
    assert ORDER.index(classes[0]) <= ORDER.index(classes[1])


@given(promises(), figures, years)
def test_the_unit_never_changes_the_answer(
    promise: tuple[Form, Direction, Comparator, Decimal, Decimal], amount: Decimal, year: int
) -> None:
    form, way, comparator, base, promised = promise
    fields = {"comparator": comparator, "direction": way}
    large = build_target(form, base, promised, "亿元", **fields)
    small = build_target(form, base * 10000, promised * 10000, "万元", **fields)
    value = make_value(year, amount, "亿元")
    one, other = (judge_target(target, [value], as_of=LATER) for target in (large, small))
    assert (one.klass, one.done, one.elapsed, one.margin) == (other.klass, other.done, other.elapsed, other.margin)


@given(promises(), st.integers(2021, 2025))
def test_reaching_the_promise_is_met(promise: tuple[Form, Direction, Comparator, Decimal, Decimal], year: int) -> None:
    form, way, comparator, base, promised = promise
    target = build_target(form, base, promised, comparator=comparator, direction=way)
    beyond = promised + (Decimal("0.005") if way is Direction.UP else Decimal("-0.005"))
    standing = judge_target(target, [make_value(year, beyond)], as_of=LATER)
    # a promise to hold is met only when it is due
    assert standing.klass is (Class.MET if year == 2025 or standing.done is not None else Class.ON_COURSE)


@given(promises(), figures, years)
def test_the_margin_leads_to_the_next_class(
    promise: tuple[Form, Direction, Comparator, Decimal, Decimal], amount: Decimal, year: int
) -> None:
    form, way, comparator, base, promised = promise
    target = build_target(form, base, promised, comparator=comparator, direction=way)
    standing = judge_target(target, [make_value(year, amount)], as_of=LATER)
    if standing.done is None or standing.expected is None:
        assert standing.margin is None
        return
    assert standing.margin is not None
    gap = standing.done - standing.expected
    assert min(abs(gap - standing.band), abs(gap + standing.band)) == pytest.approx(
        standing.margin, abs=Decimal("1e-20")
    )


@given(st.lists(st.tuples(years, figures), max_size=6), st.dates(date(2020, 1, 1), date(2028, 12, 31)))
def test_nothing_after_the_day_is_used(rows: list[tuple[int, Decimal]], as_of: date) -> None:
    target = build_target(Form.LEVEL, 100, 200)
    standing = judge_target(target, [make_value(*row) for row in dict(rows).items()], as_of=as_of)
    assert standing.data_date is None or standing.data_date <= as_of


def test_a_figure_published_after_the_day_is_not_used() -> None:
    target = build_target(Form.LEVEL, 100, 200)
    early = make_value(2021, 120, published_on=date(2022, 2, 1))
    late = make_value(2022, 190, published_on=date(2023, 2, 1))
    standing = judge_target(target, [late, early], as_of=date(2023, 1, 31))
    assert standing.latest == early
    assert judge_target(target, [late], as_of=date(2023, 1, 31)).reason is Reason.DATE_AFTER_AS_OF


def test_values_of_others_are_passed_over() -> None:
    target = build_target(Form.LEVEL, 100, 200)
    others = [make_value(2022, 150, code="other"), make_value(2022, 150, place="330411")]
    assert judge_target(target, others, as_of=LATER).reason is Reason.NO_VALUE


def test_an_unmatched_target_says_so() -> None:
    target = build_target(Form.LEVEL, 100, 200, code="")
    assert judge_target(target, [], as_of=LATER).reason is Reason.NO_INDICATOR


def test_a_unit_of_another_dimension_says_so() -> None:
    target = build_target(Form.LEVEL, 100, 200, "万人")
    standing = judge_target(target, [make_value(2022, 150, "亿元")], as_of=LATER)
    assert (standing.klass, standing.reason) == (Class.CANNOT_SAY, Reason.UNIT_DIFFERS)


def test_preliminary_is_what_the_used_figure_is() -> None:
    target = build_target(Form.LEVEL, 100, 200)
    old = make_value(2021, 120, status=Status.PRELIMINARY)
    assert judge_target(target, [old], as_of=LATER).is_preliminary
    assert not judge_target(target, [old, make_value(2022, 140)], as_of=LATER).is_preliminary
    assert not judge_target(target, [make_value(2022, 140, status=Status.UNSTATED)], as_of=LATER).is_preliminary


def test_settings_are_used_and_printed() -> None:
    target = build_target(Form.LEVEL, 100, 200)
    narrow = Settings(band=Decimal("0.01"))
    standing = judge_target(target, [make_value(2022, 145)], as_of=LATER, settings=narrow)
    assert (standing.klass, standing.band) == (Class.AHEAD, Decimal("0.01"))


def test_a_standing_carries_what_it_rests_on() -> None:
    target = build_target(Form.LEVEL, 100, 200)
    standing = judge_target(target, [make_value(2022, 145, note="口径有变")], as_of=date(2024, 1, 1))
    assert (standing.target_id, standing.as_of, standing.data_date) == ("t", date(2024, 1, 1), date(2022, 12, 31))
    assert (standing.inputs, standing.note, standing.method) == (("gdp-2022",), "口径有变", "level/1")


def test_every_form_has_a_rule_or_is_not_judged() -> None:
    assert set(Form) - set(RULES) == {Form.ASSIGNED, Form.UNDECIDED}
