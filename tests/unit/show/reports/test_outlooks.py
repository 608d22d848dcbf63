"""A trend in a report: every figure bound, nothing said of settled targets."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from lantu.core.report import Piece
from lantu.core.trend import NoTrend, Outlook, Trend
from lantu.run.report_material import Judged, gather_material
from lantu.show.reports.ledger import Ledger
from lantu.show.reports.outlooks import group_of, is_too_short, tell_outlook
from tests.unit.show.city import City

OUTLOOK = Outlook(2025, Decimal("91.234"), Decimal(89), Decimal(93), Decimal(88), Decimal(94))
TREND = Trend(
    way="theta/1", years=8, last_year=2023, unit="%", goal=Decimal(93), outlook=(OUTLOOK,), chance=Decimal("0.125"),
    needed=Decimal("1.2"), recent=Decimal("0.4"),
)  # fmt: skip


@pytest.fixture
def told(city: City) -> tuple[Ledger, Judged]:
    material = gather_material(
        city.plan.pk, year=2025, as_of=date(2026, 3, 1), known_at=datetime(2026, 3, 2, tzinfo=UTC)
    )
    return Ledger(material), next(j for j in material.judged if j.target.indicator_code == "good_air")


def with_trend(judged: Judged, trend: Trend | None) -> Judged:
    return replace(judged, standing=replace(judged.standing, trend=trend))


def read(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def test_outlook_pace_and_chance_are_told_and_bound(told: tuple[Ledger, Judged]) -> None:
    ledger, judged = told
    pieces = tell_outlook(ledger, with_trend(judged, TREND))
    assert read(pieces) == (
        "照以往走势，2025年约为91.23%，八成把握在89.00%至93.00%之间，此后每年须变化1.200个百分点，近几年每年变化0.400个百分点，"
        "如期实现的可能约13%。"
    )
    bound = [ledger.facts[piece.address] for piece in pieces if piece.address]
    assert [fact.amount for fact in bound[:3]] == [OUTLOOK.middle, OUTLOOK.low80, OUTLOOK.high80]
    assert all(fact.roots for fact in bound), "a revised figure makes what rests on it stale"


def test_a_sum_is_told_by_the_year(told: tuple[Ledger, Judged]) -> None:
    ledger, judged = told
    trend = replace(TREND, is_sum=True, unit="万人")
    assert "累计约为91.23万人" in read(tell_outlook(ledger, with_trend(judged, trend)))
    assert "此后每年须完成1.200万人" in read(tell_outlook(ledger, with_trend(judged, trend)))


def test_an_index_is_told_by_its_growth_alone(told: tuple[Ledger, Judged]) -> None:
    ledger, judged = told
    trend = replace(TREND, is_index=True, unit="", needed_pct=Decimal(7), recent_pct=Decimal("5.5"))
    assert read(tell_outlook(ledger, with_trend(judged, trend))).startswith(
        "照以往走势，此后年均须变化7.0%，近几年年均变化5.5%"
    )


def test_nothing_is_told_where_no_trend_is(told: tuple[Ledger, Judged]) -> None:
    ledger, judged = told
    for trend in (None, Trend(refused=NoTrend.SETTLED), Trend(refused=NoTrend.TOO_FEW, years=2)):
        assert tell_outlook(ledger, with_trend(judged, trend)) == ()
        assert group_of(with_trend(judged, trend)) == ""
    assert is_too_short(with_trend(judged, Trend(refused=NoTrend.TOO_FEW)))
    assert not is_too_short(with_trend(judged, TREND))


@pytest.mark.parametrize(("chance", "group"), [("0.8", "likely"), ("0.5", "open"), ("0.2", "unlikely"), (None, "")])
def test_groups_are_those_of_the_pages(told: tuple[Ledger, Judged], chance: str | None, group: str) -> None:
    trend = replace(TREND, chance=None if chance is None else Decimal(chance))
    assert group_of(with_trend(told[1], trend)) == group
