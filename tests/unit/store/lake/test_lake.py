"""Reads see staged rows and files together, each reading once, as it was known at any time."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

AT = datetime(2024, 2, 1, tzinfo=UTC)
START = datetime(2024, 1, 1, tzinfo=UTC)
BATCH = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 3), st.sampled_from([1.0, 2.0, 3.0])), min_size=1, max_size=6
)


@given(st.lists(st.tuples(BATCH, st.sampled_from(["", "flush", "compact"])), max_size=5))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_history_reads_as_plain_python_has_it(db: None, tmp_path_factory: Any, history: list[Any]) -> None:
    from lantu.store.lake import Lake
    from lantu.store.models import LakeCounter, LakeFlush, StagedBatch

    for model in (LakeCounter, LakeFlush, StagedBatch):
        model.objects.all().delete()
    lake = Lake.open(tmp_path_factory.mktemp("lake"))
    force: dict[tuple[str, datetime], float] = {}
    known: list[dict[Any, float]] = []
    for day, (batch, then) in enumerate(history):
        records = [
            {"series": f"a/q/s{series}", "observed_at": START + timedelta(days=11 * step), "value": value}
            for series, step, value in batch
        ]
        lake.append(records, source="x", recorded_at=AT + timedelta(days=day))
        force |= {(r["series"], r["observed_at"]): r["value"] for r in records}  # type: ignore[misc]
        known.append(dict(force))
        if then == "flush":
            lake.flush(1)
        elif then == "compact":
            lake.compact()
    for day, answer in enumerate(known):
        rows = lake.read(as_of=AT + timedelta(days=day)).to_pylist()
        assert {(row["series"], row["observed_at"]): row["value"] for row in rows} == answer
        assert len(rows) == len(answer)


def test_a_snapshot_hides_what_staged_rows_supersede(lake: Any, make: Any) -> None:
    lake.append(make(2), source="x", recorded_at=AT)
    lake.flush(1)
    lake.append(make(1, add=1), source="x", recorded_at=AT)
    shot = lake.snapshot()
    assert len(shot.files) == 1
    assert shot.staged["value"].to_pylist() == [1.0, 1.1]
    assert shot.hidden["sequence"].to_pylist() == [1, 2]
    assert shot.sequence == 6
    assert shot.staged.schema == lake.schema


def test_months_series_and_time_are_selected(lake: Any, make: Any) -> None:
    lake.append(make(2), source="x", recorded_at=AT)
    lake.append(make(2, first=800), source="x", recorded_at=AT)
    assert lake.staged(["2024-02"]).num_rows == 4
    lake.flush(1)
    assert len(lake.files()) == 2
    assert len(lake.files(["2024-02"])) == 1
    assert lake.files(series=["water/x/y"]) == []
    only = lake.read(series=["air/pm25/s1"], first=START + timedelta(hours=1), last=START + timedelta(hours=800))
    assert only["value"].to_pylist() == [1.1, 800.1]


def test_a_lake_opened_again_goes_on(lake: Any, make: Any, tmp_path: Path) -> None:
    from lantu.store.lake import Lake

    lake.append(make(2), source="x", recorded_at=AT)
    lake.flush(1)
    again = Lake.open(tmp_path)
    assert again.append(make(3), source="x", recorded_at=AT).sequence == 10
    assert again.read().num_rows == 6


def test_numbers_go_on_above_files_that_are_newer_than_the_registry(lake: Any, make: Any, tmp_path: Path) -> None:
    from lantu.store.lake import Lake
    from lantu.store.models import LakeCounter, LakeFlush

    lake.append(make(2), source="x", recorded_at=AT)
    lake.flush(1)
    LakeCounter.objects.all().delete()
    LakeFlush.objects.all().delete()
    restored = Lake.open(tmp_path)
    assert restored.append(make(1, first=7), source="x", recorded_at=AT).sequence == 6
    assert restored.read().num_rows == 6


def test_files_older_than_the_registry_are_noticed(lake: Any, make: Any, tmp_path: Path) -> None:
    import shutil

    lake.append(make(2), source="x", recorded_at=AT)
    lake.flush(1)
    assert not lake.status().is_behind
    shutil.rmtree(lake.root)
    assert lake.status().is_behind
