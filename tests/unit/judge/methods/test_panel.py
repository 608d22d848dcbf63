"""The panel beside a standing, and what must hold of every method whatever the figures.

A better value never worsens a class; units never change one; a target that is reached
is met under every method that applies.
"""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from lantu.core.definition import Direction
from lantu.core.method import Method, Opinion, Refusal
from lantu.core.standing import Class, Standing
from lantu.core.target import Form
from lantu.judge.methods.panel import add_panel
from lantu.judge.plain_row import PlainRow, judge_row
from lantu.judge.standing import judge_target
from tests.unit.judge.builders import LATER, build_target, make_value

WORST_FIRST = {
    Method.LINEAR: ("missed", "behind", "on_course", "met"),
    Method.STATCAN: ("deterioration", "limited", "moderate", "on track", "achieved"),
    Method.UNSD: ("1", "2", "3"),
    Method.ESCAP: ("reverse", "accelerate", "maintain"),
}
BEST = {method: words[-1] for method, words in WORST_FIRST.items()}
CLASSES = (Class.MISSED, Class.BEHIND, Class.ON_COURSE, Class.AHEAD, Class.MET)

AMOUNTS = st.decimals(-1000, 1000, places=2)
STEPS = st.decimals("0.01", 500, places=2)
SHARES = st.decimals("0.1", "99.9", places=1)
WAYS = {Form.FLOOR: Direction.UP, Form.CEILING: Direction.DOWN, Form.CUT: Direction.DOWN}
FORMS = (Form.LEVEL, Form.GROWTH, Form.CUT, Form.FLOOR, Form.CEILING, Form.ABOUT)


@st.composite
def rows(draw: st.DrawFn) -> PlainRow:
    form = draw(st.sampled_from(FORMS))
    direction = draw(st.sampled_from((Direction.UP, Direction.DOWN)))
    return PlainRow(
        indicator="x",
        form=form,
        direction=WAYS.get(form, direction),
        base_year=2020,
        base=draw(AMOUNTS),
        latest_year=draw(st.integers(2021, 2027)),
        latest=draw(AMOUNTS),
        target_year=2025,
        target=draw(SHARES if form in (Form.GROWTH, Form.CUT) else AMOUNTS),
    )


def rank_of(opinion: Opinion) -> int:
    return WORST_FIRST[opinion.method].index(opinion.klass)


def pairs(one: Standing, other: Standing) -> list[tuple[Opinion, Opinion]]:
    both = zip(one.panel, other.panel, strict=True)
    return [(a, b) for a, b in both if a.refused is b.refused is Refusal.NONE]


@given(row=rows(), step=STEPS)
def test_a_better_value_never_worsens_a_class(row: PlainRow, step: Decimal) -> None:
    assert row.latest is not None
    better = row.latest + (step if row.direction is Direction.UP else -step)
    before, after = judge_row(row), judge_row(replace(row, latest=better))
    for a, b in pairs(before, after):
        assert rank_of(a) <= rank_of(b), (a, b)
    if Class.CANNOT_SAY not in (before.klass, after.klass):
        assert CLASSES.index(before.klass) <= CLASSES.index(after.klass)


@given(row=rows(), factor=st.sampled_from([Decimal(s) for s in ("0.0001", "0.1", "3", "10000", "7777.7")]))
def test_units_never_change_a_class(row: PlainRow, factor: Decimal) -> None:
    assert row.base is not None
    assert row.latest is not None
    is_relative = row.form in (Form.GROWTH, Form.CUT)
    target = row.target if is_relative else row.target * factor
    scaled = replace(row, base=row.base * factor, latest=row.latest * factor, target=target)
    one, other = judge_row(row), judge_row(scaled)
    assert one.klass is other.klass
    assert [(o.klass, o.refused, o.figures) for o in one.panel] == [
        (o.klass, o.refused, o.figures) for o in other.panel
    ]


@given(row=rows(), beyond=st.one_of(st.just(Decimal(0)), STEPS))
def test_what_is_reached_is_met_under_every_method_that_applies(row: PlainRow, beyond: Decimal) -> None:
    assert row.base is not None
    if row.form in (Form.GROWTH, Form.CUT):
        row = replace(row, base=abs(row.base) + 1, latest_year=2025, direction=WAYS.get(row.form, Direction.UP))
    at = find_goal(row) + (beyond if row.direction is Direction.UP else -beyond)
    standing = judge_row(replace(row, latest=at))
    assume(standing.klass is not Class.CANNOT_SAY)
    said = {o.method: o.klass for o in standing.panel if o.refused is Refusal.NONE}
    assert said.items() <= BEST.items()
    assert {Method.STATCAN, Method.UNSD} <= said.keys()


def find_goal(row: PlainRow) -> Decimal:
    """The level that keeps the promise in the target year."""
    assert row.base is not None
    if row.form is Form.CUT:
        return row.base * (100 - row.target) / 100
    return row.base * (1 + row.target / 100) ** 5 if row.form is Form.GROWTH else row.target


@given(
    base=st.decimals("0.01", 1000, places=2),
    latest=st.decimals(0, 1000, places=2),
    cut=SHARES,
    year=st.integers(2021, 2025),
)
def test_a_cut_and_its_level_are_one(base: Decimal, latest: Decimal, cut: Decimal, year: int) -> None:
    """A cut of K % is the level base·(1−K/100): each method says the same of both."""
    row = PlainRow("x", Form.CUT, Direction.DOWN, 2020, base, year, latest, 2025, cut)
    level = replace(row, form=Form.LEVEL, target=find_goal(row))
    both = pairs(judge_row(row), judge_row(level))
    assert all(a.klass == b.klass for a, b in both)
    assert len(both) == len(Method) or latest == 0


def test_every_method_answers_once_and_the_standing_stays() -> None:
    target = build_target(Form.LEVEL, 100, 200)
    standing = judge_target(target, (make_value(2022, 140),), as_of=LATER)
    told = add_panel(target, standing)
    assert [opinion.method for opinion in told.panel] == list(Method)
    assert replace(told, panel=()) == standing


def test_what_has_no_figure_is_refused_by_all_with_the_reason() -> None:
    target = build_target(Form.LEVEL, 100, 200)
    told = add_panel(target, judge_target(target, (), as_of=LATER))
    assert {opinion.refused for opinion in told.panel} == {Refusal.NO_VALUE}
    assert len(told.panel) == len(Method)
