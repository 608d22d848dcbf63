"""Conditions of a slice."""

from datetime import UTC, datetime, timedelta, timezone

from lantu.store.engines.engine import Part, Slice
from lantu.store.engines.slices import list_conditions, list_part

AT = datetime(2024, 1, 1, 8, tzinfo=timezone(timedelta(hours=8)))


def test_now_is_what_nothing_superseded() -> None:
    assert list_conditions(Slice(), "TIMESTAMP") == ["superseded_at IS NULL"]


def test_a_past_day_is_what_was_recorded_and_not_yet_superseded() -> None:
    recorded, superseded = list_conditions(Slice(as_of=AT), "TIMESTAMPTZ")
    assert recorded == "recorded_at <= TIMESTAMPTZ '2024-01-01 00:00:00.000000+00:00'"
    assert superseded.startswith("(superseded_at IS NULL OR superseded_at > ")


def test_series_and_time_are_bounds_and_quotes_are_kept_apart() -> None:
    wanted = Slice(("a'b",), AT, AT.astimezone(UTC))
    assert list_conditions(wanted, "T")[1:] == [
        "series IN ('a''b')",
        "observed_at >= T '2024-01-01 00:00:00.000000+00:00'",
        "observed_at <= T '2024-01-01 00:00:00.000000+00:00'",
    ]
    assert list_conditions(Slice(()), "T")[1] == "series IN (NULL)"


def test_a_part_of_cells_is_periods_and_places() -> None:
    assert list_part(Part(24_240, 24_251)) == ["period BETWEEN 24240 AND 24251"]
    assert list_part(Part(1, 2, ("330400", "a'b")))[1] == "place IN ('330400', 'a''b')"
