"""Parts and themes in force: the latest counts, a null takes a part back."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from lantu.store.fetch.breakdowns import (
    find_plan,
    find_target,
    part_history,
    parts_of,
    places_in,
    plan_key_above,
    themes_of,
)
from lantu.store.keep.breakdowns import keep_parts, keep_themes

pytestmark = pytest.mark.django_db
AT, LATER = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)


def test_the_latest_counts() -> None:
    keep_parts("t", "year", {"2024": Decimal(1), "2025": Decimal(2)}, "亿元", "", AT, by="li")
    keep_parts("t", "year", {"2024": None, "2025": Decimal(3)}, "亿元", "更正", LATER, by="li")
    parts = parts_of(["t"])[("t", "year")]
    assert {share: part.amount for share, part in parts.items()} == {"2025": Decimal(3)}
    assert len(part_history("t")) == 4
    assert parts_of(["other"]) == {}


def test_themes_that_ended_do_not_count() -> None:
    keep_themes("t", ["a", "b"], [], AT, by="li")
    keep_themes("t", [], ["a"], LATER, by="li")
    assert themes_of(["t"]) == {"t": ["b"]}


def test_what_is_not_there() -> None:
    assert find_plan(1) is None
    assert find_target(1) is None
    assert plan_key_above(1) is None
    assert places_in("330400") == []
