"""A level said with 左右."""

from decimal import Decimal
from fractions import Fraction

from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.standing import Class
from lantu.core.target import Form
from lantu.judge.forms.about import is_inside, judge_about, tolerance_of, widen
from lantu.judge.settings import Settings
from tests.unit.judge.builders import build_target, make_case, make_value


def test_urban_share() -> None:
    target = build_target(Form.ABOUT, 69, 75, "%", comparator=Comparator.ABOUT)
    standing = judge_about(make_case(target, make_value(2022, "72.4", "%")))
    assert (standing.klass, standing.tolerance) == (Class.AHEAD, Decimal("0.02"))


def test_the_targets_own_tolerance_goes_first() -> None:
    exact = build_target(Form.ABOUT, 69, 75, "%", comparator=Comparator.ABOUT, tolerance=Decimal(0))
    assert tolerance_of(make_case(exact)) == 0
    wide = build_target(Form.ABOUT, 69, 75, "%", comparator=Comparator.ABOUT)
    assert tolerance_of(make_case(wide, settings=Settings(about_tolerance=Decimal("0.05")))) == Decimal("0.05")
    assert judge_about(make_case(exact, make_value(2025, "74.9", "%"))).klass is Class.MISSED


def test_only_the_good_side_is_open() -> None:
    goal, share = Fraction(100), Decimal("0.02")
    assert widen(goal, share, Direction.UP) == (98, None)
    assert widen(goal, share, Direction.DOWN) == (None, 102)
    assert widen(goal, share, Direction.NONE) == (98, 102)
    assert widen(-goal, share, Direction.NONE) == (-102, -98)


def test_ends_are_inside() -> None:
    assert is_inside(Fraction(98), (Fraction(98), None))
    assert not is_inside(Fraction(103), (Fraction(98), Fraction(102)))
