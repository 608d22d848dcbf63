"""Doubles go, corrections stay and say what they supersede: against plain Python, on generated rows."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantu.store.lake.files import write_rows
from lantu.store.lake.resolve import find_repeated, resolve_rows
from lantu.store.lake.schema import FILE_SCHEMA, STAGED_SCHEMA

START = datetime(2024, 1, 1, tzinfo=UTC)
Row = tuple[int, int, float | None]


def staged(rows: list[Row], first: int = 1) -> pa.Table:
    return pa.Table.from_pylist(
        [
            {"series": f"s{s}", "place_code": "", "quantity": "q", "observed_at": START + timedelta(hours=h), "value": v,
             "unit": "", "flag": "", "source": "x", "source_key": "k", "recorded_at": START + timedelta(days=n), "sequence": n}
            for n, (s, h, v) in enumerate(rows, start=first)
        ],
        schema=STAGED_SCHEMA,
    )  # fmt: skip


def resolve_plainly(rows: list[Row]) -> tuple[list[tuple[int, int | None]], int]:
    """Number of each kept row with that of the row that supersedes it, and how many are corrections."""
    force: dict[tuple[int, int], tuple[int, float | None]] = {}
    kept: dict[int, int | None] = {}
    corrections = 0
    for number, (series, hour, value) in enumerate(rows, start=1):
        before = force.get((series, hour))
        if before is not None and before[1] == value:
            continue
        if before is not None:
            kept[before[0]] = number
            corrections += 1
        kept[number] = None
        force[(series, hour)] = (number, value)
    return sorted(kept.items()), corrections


ROWS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.sampled_from([1.0, 2.0, None])), max_size=30)


@given(ROWS)
@settings(max_examples=25)
def test_rows_among_each_other(rows: list[Row]) -> None:
    resolved = resolve_rows(staged(rows), [])
    expected, corrections = resolve_plainly(rows)
    ends = [START + timedelta(days=by) if by else None for _, by in expected]
    assert resolved.kept["sequence"].to_pylist() == [number for number, _ in expected]
    assert resolved.kept["superseded_at"].to_pylist() == ends
    assert (resolved.doubled, resolved.corrected) == (len(rows) - len(expected), corrections)


@given(ROWS, ROWS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_against_files(tmp_path: Path, old: list[Row], new: list[Row]) -> None:
    filed = resolve_rows(staged(old), []).kept
    files = [tmp_path / add.path for add in write_rows(tmp_path, filed)] if filed.num_rows else []
    resolved = resolve_rows(staged(new, first=len(old) + 1), files)
    expected, _ = resolve_plainly(old + new)
    assert resolved.kept["sequence"].to_pylist() == [number for number, _ in expected if number > len(old)]
    ended = dict(
        zip(resolved.superseded["sequence"].to_pylist(), resolved.superseded["superseded_at"].to_pylist(), strict=True)
    )
    assert ended == {n: START + timedelta(days=by) for n, by in expected if n <= len(old) and by and by > len(old)}


def test_nothing_gives_nothing() -> None:
    resolved = resolve_rows(STAGED_SCHEMA.empty_table(), [])
    assert (resolved.kept.schema, resolved.kept.num_rows, resolved.doubled) == (FILE_SCHEMA, 0, 0)


def test_keys_that_stand_twice() -> None:
    assert find_repeated(staged([(1, 1, 1.0), (1, 2, 1.0), (1, 1, 2.0)])).tolist() == [True, False, True]
