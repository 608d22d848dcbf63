"""A changed definition is a new version; the one in force is the latest."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lantu.core.definition import Definition, Direction, Kind
from lantu.store.keep.indicators import keep_definitions
from lantu.store.known import known_definitions

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)
GDP = Definition("gdp", "地区生产总值", "亿元", Direction.UP, Kind.FLOW)


def test_unchanged_is_not_written_again() -> None:
    assert keep_definitions([GDP], NOW) == 1
    assert keep_definitions([GDP], NOW + timedelta(days=1)) == 0


def test_changed_is_a_version_and_the_past_stays() -> None:
    keep_definitions([GDP], NOW)
    wider = replace(GDP, aliases=("GDP",))
    assert keep_definitions([wider], NOW + timedelta(days=1)) == 1
    assert known_definitions() == (wider,)
    assert known_definitions(NOW) == (GDP,)
