"""A figure has a unit, a date and a source, or it is missing with a reason."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.entry import Comparator, Entry, EntryKind, Stretch
from lantu.core.observation import Status
from lantu.core.quantity import make_quantity
from lantu.core.span import span_of
from lantu.core.time import parse_period
from lantu.core.value import Value
from lantu.show.figures import Figure, Missing, share_of, show_base, show_target, show_value
from lantu.store.models import ReturnBatch, StagedObservation
from tests.unit.show.city import DEFINITIONS

TEXT = "生产总值 5509.5 9000以上，力争1万亿元 省下达"
VALUE, BASE = span_of(TEXT, 12, 18), span_of(TEXT, 5, 11)
ENTRY = Entry(
    id="e1", kind=EntryKind.TARGET, origin="table", span=span_of(TEXT, 0, 18), section="", indicator="生产总值",
    value=Decimal(9000), unit="亿元", value_span=VALUE, comparator=Comparator.AT_LEAST, base_year=2020,
    base_value=Decimal("5509.5"), base_span=BASE,
)  # fmt: skip
GDP = Value(
    "gdp", "990100", parse_period("2025"), make_quantity("7851", "亿元"), Comparator.EQUAL, Status.PRELIMINARY, ("5",),
    "reported", date(2026, 2, 1),
)  # fmt: skip
ROW = StagedObservation(pk=5, batch=ReturnBatch(pk=3, name="actuals.csv"), row=12, source_name="2025年公报")


def test_a_base_leads_to_its_own_characters() -> None:
    figure = show_base(ENTRY, 7, "纲要")
    assert isinstance(figure, Figure)
    assert (figure.number, figure.unit, figure.when) == ("5,509.5", "亿元", "2020年")
    assert figure.href == "/plan/7?entry=e1&at=5-11#here"


def test_a_base_the_plan_does_not_give_is_missing_not_zero() -> None:
    figure = show_base(replace(ENTRY, base_value=None), 7, "纲要")
    assert figure == Missing("规划未给出")
    zero = show_base(replace(ENTRY, base_value=Decimal(0)), 7, "纲要")
    assert isinstance(zero, Figure)
    assert zero.number == "0"


def test_a_target_with_its_comparator_and_stretch() -> None:
    goal = Stretch(Decimal(1), "万亿元", Comparator.EQUAL, span_of(TEXT, 21, 25))
    figure = show_target(replace(ENTRY, stretch=(goal,)), 7, "纲要", 2025)
    assert (figure.before, figure.number, figure.unit, figure.after) == ("", "9,000", "亿元", "以上")
    assert figure.more == "力争1万亿元"
    assert figure.href.endswith("at=12-18#here")


def test_a_target_without_a_figure_is_told_in_the_plans_words() -> None:
    figure = show_target(replace(ENTRY, value=None, value_span=span_of(TEXT, 26, 29)), 7, "纲要", 2025)
    assert (figure.number, figure.is_words, figure.unit) == ("省下达", True, "")


def test_a_range_and_a_cumulative_target() -> None:
    figure = show_target(replace(ENTRY, value=Decimal(3), value_max=Decimal(4), is_cumulative=True), 7, "纲要", 2025)
    assert (figure.before, figure.number) == ("累计", "3–4")


def test_a_reported_value_leads_to_its_row() -> None:
    figure = show_value(GDP, DEFINITIONS[0], {"5": ROW})
    assert isinstance(figure, Figure)
    assert (figure.number, figure.when, figure.is_preliminary) == ("7,851", "2025年", True)
    assert (figure.href, figure.source) == ("/return/3#row-12", "2025年公报")
    assert figure.more == "2026年2月1日发布"


def test_a_computed_value_leads_to_its_lineage_and_is_rounded() -> None:
    value = replace(GDP, indicator_code="income_ratio", rule="ratio a/b", quantity=make_quantity("1.53333333", ":1"))
    figure = show_value(value, DEFINITIONS[3], {"5": ROW})
    assert isinstance(figure, Figure)
    assert figure.number == "1.53"
    assert figure.href == "/indicator/income_ratio?place=990100#value-2025-12-31-364"


def test_a_reported_value_is_never_rounded() -> None:
    figure = show_value(replace(GDP, quantity=make_quantity("6355.281", "亿元")), DEFINITIONS[0], {"5": ROW})
    assert isinstance(figure, Figure)
    assert figure.number == "6,355.281"


def test_a_bound_shows_its_sign_and_an_absence_its_reason() -> None:
    bound = show_value(replace(GDP, bound=Comparator.LESS_THAN), None, {})
    assert isinstance(bound, Figure)
    assert bound.number == "<7,851"
    absent = replace(GDP, quantity=Absence(AbsenceKind.WITHHELD, "不公开"))
    assert show_value(absent, None, {}) == Missing("不公开")


def test_english() -> None:
    with translation.override("en"):
        figure = show_target(ENTRY, 7, "Outline", 2025)
        assert (figure.after, figure.when) == ("or more", "2025")


@pytest.mark.parametrize(("share", "drawn"), [("-0.5", 0), ("0.25", 0.25), ("7", 1)])
def test_shares_are_drawn_within_the_bar(share: str, drawn: float) -> None:
    assert share_of(Decimal(share)) == drawn
    assert share_of(None) is None
