"""A backup restored into an empty place gives every answer as before; a damaged one, or a place that is not empty, is refused."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from lantu.run.keeping import find_files
from tests.registry import run_postgres

REPO = Path(__file__).resolve().parents[3]


class Instance:
    """An instance folder with its database, used by processes of their own."""

    def __init__(self, home: Path, database: str = "") -> None:
        home.mkdir()
        self.home = home
        self.environment = {
            **os.environ, "LANTU_HOME": str(home), "DATABASE_URL": database, "LANTU_PUBLIC_READ": "0",
            "LANTU_HOSTS": "testserver", "PYTHONPATH": str(REPO), "LANTU_LOG": "ERROR",
        }  # fmt: skip

    def do(self, *words: str) -> None:
        done = self._run(sys.executable, "-W", "ignore", str(REPO / "tests/durability/instance.py"), *words)
        assert done.returncode == 0, done.stderr

    def lantu(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self._run(sys.executable, "-W", "ignore", "-m", "lantu.cli", *words)

    def ask(self, secret: str) -> dict[str, Any]:
        path = self.home.with_suffix(".answers")
        self.do("ask", str(path), secret)
        answers: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return answers

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words, env=self.environment, cwd=REPO, capture_output=True, text=True, check=False, timeout=240
        )


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Instance, Path, dict[str, Any], str]:
    """An instance, its backup, every answer it gave, and the token they were asked with."""
    folder = tmp_path_factory.mktemp("backup")
    instance = Instance(folder / "home")
    instance.do("fill", str(folder / "secret"))
    (instance.home / "packs").mkdir()
    (instance.home / "packs" / "own.yml").write_text("name: own\n", "utf-8")
    secret = (folder / "secret").read_text("utf-8")
    answers = instance.ask(secret)
    made = instance.lantu("backup", str(folder / "kept.zip"))
    assert made.returncode == 0, made.stderr
    return instance, folder / "kept.zip", answers, secret


def test_every_answer_is_as_before_also_on_the_other_database(filled: Any, tmp_path: Path) -> None:
    _, kept, answers, secret = filled
    assert all(status == 200 for name, (status, *_) in answers.items() if name != "lake")
    assert answers["lake"][1:] == [50, 50]
    assert answers["values"][1]["count"] > 0
    places = [Instance(tmp_path / "sqlite")]
    with run_postgres(is_faster=True) as url:
        places.append(Instance(tmp_path / "postgres", url))
        for place in places:
            restored = place.lantu("restore", str(kept))
            assert restored.returncode == 0, restored.stderr
            assert "the audit chain holds" in restored.stdout
            assert place.ask(secret) == answers
            assert (place.home / "packs" / "own.yml").read_text("utf-8") == "name: own\n"
            assert (place.home / "secret.key").read_text() != (filled[0].home / "secret.key").read_text()
            assert "not empty" in place.lantu("restore", str(kept)).stderr


@pytest.mark.parametrize("harm", ["changed", "text"])
def test_a_damaged_backup_is_refused_and_nothing_is_kept(harm: str, filled: Any, tmp_path: Path) -> None:
    damaged, place = tmp_path / "damaged.zip", Instance(tmp_path / "home")
    if harm == "text":
        damaged.write_text("no archive", "utf-8")
    else:
        with zipfile.ZipFile(filled[1]) as source, zipfile.ZipFile(damaged, "w") as target:
            for name in source.namelist():
                data = source.read(name)
                if name == "registry/store.valuerow.jsonl":
                    data += b" "
                target.writestr(name, data)
    refused = place.lantu("restore", str(damaged))
    assert refused.returncode != 0
    assert not (place.home / "packs").exists()


def test_rows_of_the_first_version_come_forward(tmp_path: Path) -> None:
    instance, secret = Instance(tmp_path / "old"), tmp_path / "secret"
    instance.do("make_old", "")
    refused = instance.lantu("backup", str(tmp_path / "early.zip"))
    assert "older version" in refused.stderr
    assert instance.lantu("audit", "verify").returncode == 0
    instance.do("migrate", "")
    instance.do("issue", str(secret))
    answers = instance.ask(secret.read_text("utf-8"))
    assert answers["observations"][1]["items"][0]["amount"] == "5509.5000000001"
    assert answers["plans/1/entries"][1]["items"][0]["quote"] == "abc"
    assert answers["me"][1]["roles"] == [{"role": "administrator", "place": "990100", "department": ""}]
    assert {status for name, (status, *_) in answers.items() if name != "lake"} == {200, 404}


def test_caches_keys_and_locks_are_no_part_of_a_backup(tmp_path: Path) -> None:
    for name in (
        "secret.key",
        "lantu.sqlite3-wal",
        "static/a.css",
        "lake/writer.lock",
        "lake/a.parquet",
        "packs/a.yml",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    assert [str(file.relative_to(tmp_path)) for file in find_files(tmp_path)] == ["lake/a.parquet", "packs/a.yml"]
