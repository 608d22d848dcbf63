"""Rows from outside are of the lake's form, or are refused with the reason."""

from datetime import UTC, datetime, timedelta, timezone

import pyarrow as pa
import pytest

from lantu.store.lake.schema import READING_SCHEMA, add_months, conform_rows, months_between, name_month, name_months

AT = datetime(2024, 1, 31, 20, tzinfo=UTC)


def test_what_is_left_out_is_filled_from_what_is_there() -> None:
    table = conform_rows([{"series": "air/pm25/a/b", "observed_at": AT, "value": 1}], "feed")
    assert table.schema.equals(READING_SCHEMA)
    assert table.to_pylist()[0] | {"observed_at": AT} == {
        "series": "air/pm25/a/b", "place_code": "", "quantity": "pm25", "observed_at": AT, "value": 1.0,
        "unit": "", "flag": "", "source": "feed", "source_key": "feed",
    }  # fmt: skip


def test_not_a_number_is_no_figure() -> None:
    assert conform_rows([{"series": "a/b/c", "observed_at": AT, "value": float("nan")}], "x")["value"].null_count == 1


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"series": "a/b/c", "observed_at": AT}, "need value"),
        ({"series": "a/b/c", "observed_at": AT.replace(tzinfo=None), "value": 1.0}, "time zone"),
        ({"series": None, "observed_at": AT, "value": 1.0}, "series is empty"),
        ({"series": "a/b/c", "observed_at": AT, "value": "much"}, "records of the lake"),
    ],
)
def test_what_is_not_of_the_form_is_refused(record: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        conform_rows([record], "x")


def test_a_table_without_a_zone_is_refused() -> None:
    table = pa.table({"series": ["a"], "observed_at": pa.array([AT.replace(tzinfo=None)]), "value": [1.0]})
    with pytest.raises(ValueError, match="time zone"):
        conform_rows(table, "x")


def test_a_month_is_that_of_utc() -> None:
    china = timezone(timedelta(hours=8))
    assert name_month(datetime(2024, 2, 1, 7, tzinfo=china)) == "2024-01"
    instants = pa.chunked_array([pa.array([AT, AT + timedelta(hours=4)], pa.timestamp("us", "UTC"))])
    assert name_months(instants).to_pylist() == ["2024-01", "2024-02"]
    assert add_months(pa.table({"observed_at": instants}))["month"].to_pylist() == ["2024-01", "2024-02"]


def test_months_between() -> None:
    assert months_between(datetime(2023, 11, 30, tzinfo=UTC), AT) == ("2023-11", "2023-12", "2024-01")
