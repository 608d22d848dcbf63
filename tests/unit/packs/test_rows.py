"""What formulas are given."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from lantu.core.absence import Absence
from lantu.packs.rows import NOT_STATED, InputRow, Outcome, collect_amounts, divide_amounts, make_absent, take_amounts


def test_zero_is_a_figure_and_absence_is_none() -> None:
    row = InputRow(0, {"a": Decimal(0), "b": NOT_STATED})
    assert row.amount("a") == 0
    assert row.amount("b") is None
    assert isinstance(row.figure("c"), Absence)


def test_hour_zero_closes_the_day_before() -> None:
    assert InputRow(0, {}, day=date(2021, 3, 1), hour=0).hour_ending_day == date(2021, 2, 28)
    assert InputRow(0, {}, day=date(2021, 3, 1), hour=24).hour_ending_day == date(2021, 3, 1)
    assert InputRow(0, {}, hour=0).hour_ending_day is None


def test_rows_set_aside_enter_no_mean() -> None:
    rows = [InputRow(0, {"a": Decimal(1)}), InputRow(1, {"a": Decimal(9)}, is_set_aside=True), InputRow(2, {})]
    assert collect_amounts(rows, "a") == (Decimal(1),)


def test_an_absent_outcome_says_why() -> None:
    outcome = make_absent("P034", "too few", "look", {"n": 1})
    assert isinstance(outcome.value, Absence)
    assert (outcome.value.reason, outcome.parts, outcome.diagnostics[0].code) == ("too few", {"n": 1}, "P034")


def test_figures_are_taken_together_or_not_at_all() -> None:
    row = InputRow(0, {"a": Decimal(1), "b": Decimal(3), "c": NOT_STATED, "zero": Decimal(0)})
    assert take_amounts(row, "a", "b") == (Decimal(1), Decimal(3))
    assert divide_amounts(row, "a", "b") == Fraction(1, 3)
    assert divide_amounts(row, "zero", "b") == 0
    for names, code in ((("a", "c"), "P034"), (("a", "zero"), "P040")):
        outcome = divide_amounts(row, *names)
        assert isinstance(outcome, Outcome)
        assert [d.code for d in outcome.diagnostics] == [code]
