"""A file of readings reaches the lake once, however often its import is stopped."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from lantu.run.readings import ReadingSource

HEADER = "站点,时间,PM2.5,CO\n"
SOURCE = ReadingSource("air", "330400")


@pytest.fixture
def lake(places: None, tmp_path: Path) -> Any:
    from lantu.store.lake import Lake

    return Lake.open(tmp_path)


def write_rows(path: Path, *rows: str) -> Path:
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def hour_rows(count: int) -> list[str]:
    return [f"s{n % 3},2024-01-{1 + n // 72:02d} {n // 3 % 24:02d}:00,{30 + n % 7},0.{n % 9 + 1}" for n in range(count)]


def run_import(path: Path, lake: Any, **more: Any) -> Any:
    from lantu.run.readings import import_readings

    return import_readings(path, SOURCE, by="test", lake=lake, **more)


def test_good_rows_are_kept_and_bad_ones_named(lake: Any, tmp_path: Path) -> None:
    path = write_rows(
        tmp_path / "a.csv",
        "s0,2024-01-01 00:00,38,0.9",
        "s0,2024-01-01 01:00,-4,0.9",
        "s0,soon,38,0.9",
        "s0,2024-01-01 02:00,x,0.8",
    )
    report = run_import(path, lake)
    assert {k: v for k, v in report.counts.items() if v} == {
        "rows": 4,
        "refused": 1,
        "readings": 5,
        "kept": 5,
        "negative": 1,
    }
    assert [(d.code, d.cell.row) for d in report.diagnostics] == [("S030", 4), ("S031", 5), ("S034", 3)]
    rows = lake.read(series=["air/pm25/s0"]).to_pylist()
    assert [(row["value"], row["flag"], row["place_code"], row["unit"]) for row in rows] == [
        (38.0, "", "330400", "μg/m3"), (-4.0, "negative", "330400", "μg/m3"),
    ]  # fmt: skip
    assert rows[0]["observed_at"] == datetime(2023, 12, 31, 16, tzinfo=UTC)


def test_the_same_file_again_changes_nothing(lake: Any, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.csv", *hour_rows(30))
    first = run_import(path, lake)
    again = run_import(path, lake)
    assert again.is_done_before
    assert (again.counts["kept"], lake.status().staged_rows) == (first.counts["kept"], 60)


def test_a_longer_file_of_the_same_feed_doubles_nothing(lake: Any, tmp_path: Path) -> None:
    run_import(write_rows(tmp_path / "a.csv", *hour_rows(30)), lake)
    report = run_import(write_rows(tmp_path / "b.csv", *hour_rows(36)), lake)
    assert (report.counts["kept"], report.counts["doubled"]) == (12, 60)
    assert lake.read().num_rows == 72


@pytest.mark.parametrize("stop_after", [1, 2, 3])
def test_a_stopped_import_goes_on_where_it_was(
    lake: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop_after: int
) -> None:
    from lantu.run import readings

    monkeypatch.setattr(readings, "CHUNK_ROWS", 20)
    # Rows 20 to 31 of one station stand still over the border of two chunks.
    rows = [f"s,2024-01-{1 + n // 24:02d} {n % 24:02d}:00,{50 if 15 <= n < 30 else 10 + n},0.5" for n in range(70)]
    path = write_rows(tmp_path / "a.csv", *rows)
    calls = 0

    def stop(done: int, counts: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == stop_after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_import(path, lake, report=stop)
    report = run_import(path, lake)
    assert report.resumed_after == 1 + 20 * stop_after
    assert {k: report.counts[k] for k in ("rows", "readings", "stuck")} == {"rows": 70, "readings": 140, "stuck": 15}
    assert lake.read().num_rows == 140
    flags = lake.read(series=["air/pm25/s"])["flag"].to_pylist()
    assert [place for place, flag in enumerate(flags) if flag == "stuck"] == list(range(15, 30))


def test_a_file_in_another_unit_is_told_by_the_history_of_its_series(lake: Any, tmp_path: Path) -> None:
    co = [f"s,2024-01-{1 + n // 24:02d} {n % 24:02d}:00,,{0.7 + n % 3 / 10:.1f}" for n in range(48)]
    run_import(write_rows(tmp_path / "a.csv", *co), lake)
    mixed = write_rows(tmp_path / "b.csv", "s,2024-01-03 00:00,,0.0008", "s,2024-01-03 01:00,,0.8")
    report = run_import(mixed, lake)
    assert report.counts["unit"] == 1
    assert lake.read()["flag"].to_pylist().count("unit") == 1


def test_a_file_without_what_is_needed_keeps_nothing(lake: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    report = run_import(path, lake)
    assert {d.code for d in report.diagnostics} == {"S003"}
    assert lake.status().staged_rows == 0


def test_the_import_is_in_the_audit_chain(lake: Any, tmp_path: Path) -> None:
    from lantu.store.models import AuditRow

    run_import(write_rows(tmp_path / "a.csv", *hour_rows(6)), lake)
    row = AuditRow.objects.get(action="readings.imported")
    assert (row.subject, row.detail["kept"]) == ("a.csv", 12)


@pytest.mark.parametrize(("name", "rows", "kept"), [("20200326-0402", 312, 1713), ("20200402-08", 380, 2136)])
def test_real_hours_of_air(lake: Any, shared: Path, name: str, rows: int, kept: int) -> None:
    path = shared / "data" / "air" / f"pm25in_jiaxing_stations_hourly_{name}.csv"
    report = run_import(path, lake)
    assert (report.counts["rows"], report.counts["refused"], report.counts["kept"]) == (rows, 0, kept)
    assert lake.read().num_rows == kept
