"""Facts know what they rest on, and anchors are given once."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from lantu.core.entry import Comparator
from lantu.core.standing import Class
from lantu.run.report_material import Judged, gather_material
from lantu.show.reports.ledger import Ledger, list_used, printed_figure, show_quantity, write_promise
from tests.unit.show.city import City


@pytest.fixture
def ledger(city: City) -> Ledger:
    later = datetime(2026, 3, 2, tzinfo=UTC)
    return Ledger(gather_material(city.plan.pk, year=2025, as_of=date(2026, 3, 1), known_at=later))


def find(ledger: Ledger, name: str) -> Judged:
    return next(judged for judged in ledger.material.judged if judged.target.name == name)


def test_a_standing_rests_on_its_values_and_on_what_the_plan_prints(ledger: Ledger) -> None:
    gdp = find(ledger, "地区生产总值")
    plan = "plan/990100/2021/outline#e1"
    assert ledger.roots_of(gdp) == ("value/gdp/990100/2025", f"{plan}/base", f"{plan}/target")
    assert {fact.address for fact in ledger.facts.values()} == set(ledger.roots_of(gdp))
    assert ledger.fact_of_class(gdp).shown == "未实现"
    done = ledger.fact_of_standing(gdp, "done", Decimal("67.08"), "%", 1)
    assert (done.shown, done.roots) == ("67.1%", ledger.roots_of(gdp))


def test_pieces_have_anchors_of_their_own_and_numbers_stand_alone(ledger: Ledger) -> None:
    fact = ledger.fact_of_plan(find(ledger, "地区生产总值"), "target")
    assert fact is not None
    first, second = ledger.bind(fact), ledger.bind_number(fact)
    assert (first.text, second.text) == ("9,000亿元", "9,000")
    assert first.anchor != second.anchor
    assert ledger.fact_of_plan(find(ledger, "单位能耗降低"), "base") is None


def test_a_computed_value_says_where_its_parts_were_published(ledger: Ledger) -> None:
    ratio = find(ledger, "城乡居民收入比")
    (value,) = list_used(ratio.standing, ledger.material)
    fact = ledger.fact_of_value(value)
    assert (fact.shown, fact.source) == ("1.5:1", "2024年公报")
    assert list_used(find(ledger, "常住人口城镇化率").standing, ledger.material) == []
    assert ledger.fact_of_count("x", 3, "项", "目标 数量", [ratio], "/").roots == ledger.roots_of(ratio)
    assert ratio.standing.klass is Class.MET


def test_writing() -> None:
    assert show_quantity(Decimal("1.23456789"), "%", 2) == "1.23%"
    assert show_quantity(Decimal("1.2345"), "%", 2) == "1.2345%"


def test_what_a_plan_prints(ledger: Ledger) -> None:
    entry = find(ledger, "优良天数比率").entry
    assert entry.comparator is Comparator.AT_LEAST
    assert write_promise(entry) == "以上"
    assert printed_figure(entry, "base")[0] == Decimal("87.2")
    assert printed_figure(entry, "upper")[0] is None
