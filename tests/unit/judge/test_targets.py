"""Entries become targets: form, figures, years and what is reported on the way."""

from decimal import Decimal

import pytest

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Definition, Direction, Kind
from lantu.core.diagnostic import Diagnostic
from lantu.core.entry import Comparator, Entry, Stretch
from lantu.core.quantity import Quantity, make_quantity
from lantu.core.span import span_of
from lantu.core.target import Form, Target
from lantu.judge.targets import make_target
from tests.unit.judge.builders import make_entry

GDP = Definition("gdp", "地区生产总值", "亿元", Direction.UP, Kind.FLOW)
RATIO = Definition("ratio", "城乡收入比", "", Direction.DOWN, Kind.RATIO)
GROWTH = Definition("g", "地区生产总值增长", "%", Direction.UP, Kind.GROWTH, growth_of="gdp")


def make(
    entry: Entry, definition: Definition | None = GDP, partner: Definition | None = None
) -> tuple[Target, list[str]]:
    target, diagnostics = make_target(
        entry,
        target_id="plan/330400/2021/outline#e",
        place_code="330400",
        definition=definition,
        base_year=2020,
        due_year=2025,
        partner=partner,
    )
    assert all(isinstance(d, Diagnostic) and d.hint for d in diagnostics)
    return target, [d.code for d in diagnostics]


def test_a_row_of_a_table_becomes_a_level() -> None:
    entry = make_entry(value=9000, unit="亿元", base_value=5509.5, year=2025, attribute="预期性")
    target, codes = make(entry)
    assert codes == []
    assert (target.form, target.indicator_code, target.kind) == (Form.LEVEL, "gdp", Kind.FLOW)
    assert target.value == make_quantity(9000, "亿元")
    assert target.base.quantity == make_quantity("5509.5", "亿元")
    assert (target.base.year, target.due_year, target.is_binding) == (2020, 2025, False)


def test_figures_are_kept_in_the_indicators_unit() -> None:
    target, _ = make(make_entry(value="0.9", unit="万亿元", base_value="0.55095"))
    assert target.value == make_quantity(9000, "亿元")
    assert target.base.quantity == make_quantity("5509.5", "亿元")


def test_a_lost_unit_is_the_indicators() -> None:
    target, codes = make(make_entry(value=9000, base_value=5509.5))
    assert target.value == make_quantity(9000, "亿元")
    assert codes == []


def test_a_ratio_may_be_written_in_three_ways() -> None:
    for unit in ("", "倍", ":1"):
        target, codes = make(make_entry(value="1.5", unit=unit, base_value="1.52", comparator=Comparator.ABOUT), RATIO)
        assert (target.form, codes) == (Form.ABOUT, [])
        assert isinstance(target.value, Quantity)
        assert target.value.amount == Decimal("1.5")


def test_a_unit_of_another_dimension_is_reported_and_kept() -> None:
    target, codes = make(make_entry(value=350, unit="万人"))
    assert codes == ["J001"]
    assert target.value == make_quantity(350, "万人")


def test_a_year_in_the_entry_goes_before_the_plans() -> None:
    target, _ = make(make_entry(value=9000, unit="亿元", year=2035, base_year=2025))
    assert (target.base.year, target.due_year) == (2025, 2035)


def test_years_that_leave_no_time_are_reported() -> None:
    _, codes = make(make_entry(value=9000, unit="亿元", year=2020))
    assert codes == ["J003"]


def test_further_goals_come_along() -> None:
    text = "力争1万亿元"
    goals = (Stretch(Decimal(1), "万亿元", Comparator.EQUAL, span_of(text, 2, 6)),)
    target, codes = make(make_entry(value=9000, unit="亿元", stretch=goals))
    assert target.stretch == (make_quantity(10000, "亿元"),)
    assert codes == []
    wrong = (Stretch(Decimal(1), "万人", Comparator.EQUAL, span_of(text, 2, 6)),)
    assert make(make_entry(value=9000, unit="亿元", stretch=wrong))[1] == ["J005"]


def test_an_assigned_promise_has_no_figure() -> None:
    target, codes = make(make_entry(measure="assigned", attribute="约束性"))
    assert (target.form, target.is_binding, codes) == (Form.ASSIGNED, True, [])
    assert isinstance(target.value, Absence)
    assert target.value.kind is AbsenceKind.NOT_STATED


def test_a_relative_promise_names_its_partner() -> None:
    entry = make_entry(measure="relative", relative_to="经济增长", comparator=Comparator.ABOUT)
    target, codes = make(entry, GROWTH, GROWTH)
    assert (target.form, target.relative_to, target.partner_kind, codes) == (Form.RELATIVE, "g", Kind.GROWTH, [])
    assert make(entry, GROWTH)[1] == ["J002"]


def test_an_unmatched_entry_becomes_a_target_all_the_same() -> None:
    target, _ = make(make_entry(value=9000, unit="亿元", comparator=Comparator.AT_LEAST), None)
    assert (target.indicator_code, target.form) == ("", Form.FLOOR)


@pytest.mark.parametrize("measure", ["rank", "text"])
def test_what_no_rule_decides_is_reported(measure: str) -> None:
    assert make(make_entry(value=50, unit="亿元", measure=measure))[1] == ["J004"]


def test_points_promised_of_a_share_keep_their_unit() -> None:
    share = Definition("myopia", "儿童青少年总体近视率", "%", Direction.DOWN, Kind.RATIO)
    target, codes = make(make_entry(value=5, unit="百分点", measure="cumulative_cut", is_cumulative=True), share)
    assert (target.form, codes) == (Form.CHANGE, [])
    assert target.value == make_quantity(5, "百分点")
