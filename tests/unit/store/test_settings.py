"""The instance's settings: a key of its own, nobody reads unless told so, and headers that keep scripts out."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = "import lantu.store.settings as s; print(s.SECRET_KEY, s.LANTU_PUBLIC_READ, s.DATABASES['default']['ENGINE'])"


def ask(home: Path, **environment: str) -> list[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LANTU_", "DATABASE_"))}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
        env={**kept, "LANTU_HOME": str(home), **environment},
    )
    return done.stdout.split()


def test_the_key_is_made_once_and_only_the_owner_reads_it(tmp_path: Path) -> None:
    first, second = ask(tmp_path), ask(tmp_path)
    assert first[0] == second[0]
    assert len(first[0]) > 50
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600


def test_nobody_reads_unless_told_so(tmp_path: Path) -> None:
    assert ask(tmp_path)[1] == "False"
    assert ask(tmp_path, LANTU_PUBLIC_READ="1")[1] == "True"


def test_the_database_is_named_by_its_address(tmp_path: Path) -> None:
    assert ask(tmp_path)[2].endswith("sqlite3")
    assert ask(tmp_path, DATABASE_URL="postgres://u:p@127.0.0.1:5433/lantu")[2].endswith("postgresql")
