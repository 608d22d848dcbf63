"""Links name the place to mark."""

from datetime import date

from lantu.core.span import span_of
from lantu.core.time import Period, parse_period
from lantu.show.addresses import link_entry, link_indicator, link_row, value_anchor
from lantu.store.models import StagedObservation


def test_an_entry_with_its_span() -> None:
    assert link_entry(3, "e1", span_of("到9000亿元", 1, 5)) == "/plan/3?entry=e1&at=1-5#here"


def test_an_entry_of_a_version() -> None:
    assert link_entry(3, "e1", number=2) == "/plan/3?entry=e1&version=2#here"


def test_a_row_of_a_return() -> None:
    assert link_row(StagedObservation(batch_id=7, row=12)) == "/return/7#row-12"


def test_an_indicator_of_a_place() -> None:
    assert link_indicator("economy/gdp", "330400", "lineage") == "/indicator/economy/gdp?place=330400#lineage"
    assert link_indicator("gdp") == "/indicator/gdp"


def test_part_of_a_year_has_an_anchor_of_its_own() -> None:
    whole, part = Period(date(2025, 1, 1), date(2025, 11, 30)), Period(date(2025, 11, 1), date(2025, 11, 30))
    assert value_anchor(whole) != value_anchor(part)
    assert value_anchor(parse_period("2025")) == "value-2025-12-31-364"
