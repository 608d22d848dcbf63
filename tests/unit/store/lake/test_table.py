"""Commits carry the mark; a commit torn by a power cut is put aside."""

from pathlib import Path
from typing import Any

import pytest

from lantu.store.lake.table import TableState, mend_log, open_table, read_state, write_checkpoint


def log_of(root: Path) -> list[Path]:
    return sorted((root / "_delta_log").glob("[0-9]*.json"))


def test_a_new_table_is_empty(tmp_path: Path) -> None:
    assert read_state(open_table(tmp_path), tmp_path) == TableState(0, 0, ())


def test_the_state_names_files_and_mark(lake: Any, make: Any) -> None:
    from datetime import UTC, datetime

    lake.append(make(3), source="x", recorded_at=datetime(2024, 2, 1, tzinfo=UTC))
    lake.flush(1)
    state = read_state(open_table(lake.root), lake.root)
    (file,) = state.files
    assert (state.mark, file.rows, file.month, file.first_series, file.last_sequence) == (
        6,
        6,
        "2024-01",
        "air/pm25/s0",
        6,
    )
    assert file.may_hold(["air/pm25/s1"], None, None)
    assert not file.may_hold(["water/x/y"], None, None)
    assert not file.may_hold(None, datetime(2024, 1, 2, tzinfo=UTC), None)


@pytest.mark.parametrize("torn", ["", '{"commitInfo":', '{"commitInfo": {}}\n{"add'])
def test_a_torn_commit_is_put_aside_and_its_rows_are_still_staged(lake: Any, make: Any, torn: str) -> None:
    from datetime import UTC, datetime

    at = datetime(2024, 2, 1, tzinfo=UTC)
    lake.append(make(2), source="x", recorded_at=at)
    lake.flush(1)
    lake.append(make(2, first=2), source="x", recorded_at=at)

    def stop(step: str) -> None:
        if step == "committed":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        lake.flush(1, watch=stop)
    log_of(lake.root)[-1].write_text(torn, encoding="utf-8")
    assert lake.read().num_rows == 8
    assert lake.flush(1).rows == 4
    assert lake.read().num_rows == 8
    assert len(list((lake.root / "_delta_log").glob("*.torn"))) == 1


def test_a_whole_log_is_left_alone(tmp_path: Path) -> None:
    open_table(tmp_path)
    assert not mend_log(tmp_path)
    assert not mend_log(tmp_path / "nothing")


def test_the_mark_survives_a_checkpoint(lake: Any, make: Any) -> None:
    from datetime import UTC, datetime

    lake.append(make(2), source="x", recorded_at=datetime(2024, 2, 1, tzinfo=UTC))
    lake.flush(1)
    write_checkpoint(lake.root)
    for commit in log_of(lake.root)[:-1]:
        commit.unlink()
    assert read_state(open_table(lake.root), lake.root).mark == 4
