"""Waiting for the disk, and one writer at a time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lantu.store.lake.disk import hold_lock, sync_files, sync_path


def test_files_and_the_folders_above_them_are_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "lake" / "month=2024-01" / "a"
    file.parent.mkdir(parents=True)
    file.write_text("x")
    waited = []
    real = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: (waited.append(str(Path(f"/proc/self/fd/{handle}").readlink())), real(handle))
    )
    sync_files([file], tmp_path / "lake")
    assert waited == [str(file), str(file.parent), str(tmp_path / "lake")]


def test_what_is_not_there_is_our_mistake(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sync_path(tmp_path / "none")


def test_a_second_process_waits_for_the_lock(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    code = f"import fcntl,os; h=os.open({str(lock)!r},os.O_RDWR); fcntl.flock(h,fcntl.LOCK_EX|fcntl.LOCK_NB)"
    with hold_lock(lock):
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode != 0
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
