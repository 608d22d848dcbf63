"""The import contracts hold, and a wrong import breaks them.

The wrong imports are made in a copy of the package, so that lint-imports itself is what finds them.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

LINT = Path(sys.executable).with_name("lint-imports")


@dataclass(frozen=True, slots=True)
class WrongImport:
    """An import that must not pass, and the contract that says so."""

    module: str
    line: str
    contract_id: str
    contract_name: str


LAYERS = "Imports run down"
WRONG = (
    WrongImport("core/invented.py", "import lantu.store", "layers", LAYERS),
    WrongImport("read/invented.py", "import lantu.sense", "layers", LAYERS),
    WrongImport("judge/invented.py", "from lantu import measure", "layers", LAYERS),
    WrongImport("run/invented.py", "import lantu.show", "layers", LAYERS),
    WrongImport("show/invented.py", "import lantu.cli", "layers", LAYERS),
    WrongImport("invented/__init__.py", "", "layers", LAYERS),
    WrongImport("act/invented.py", "from django.db import models", "pure", "no Django"),
    WrongImport("run/invented.py", "import django.db", "django", "Django is written in store and show only"),
    WrongImport("judge/invented.py", "import ibis", "ibis", "Ibis is written in measure"),
    WrongImport("measure/invented.py", "import duckdb", "engines", "opened by store only"),
)


def run_lint(folder: Path, contract_id: str) -> subprocess.CompletedProcess[str]:
    """lint-imports on the package in a folder, one contract only."""
    return subprocess.run(
        [LINT, "--no-cache", "--contract", contract_id],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copied(repo: Path, tmp_path: Path) -> Path:
    """A copy of the package with its contracts."""
    ignored = shutil.ignore_patterns("__pycache__", "static", "templates", "locale")
    shutil.copytree(repo / "src" / "lantu", tmp_path / "src" / "lantu", ignore=ignored)
    shutil.copy(repo / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("contract_id", sorted({wrong.contract_id for wrong in WRONG}))
def test_contracts_hold(copied: Path, contract_id: str) -> None:
    result = run_lint(copied, contract_id)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong.module} {wrong.line}".replace("/", "."))
def test_a_wrong_import_fails(copied: Path, wrong: WrongImport) -> None:
    path = copied / "src" / "lantu" / wrong.module
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'"""Written by a test."""\n\n{wrong.line}\n', "utf-8")

    result = run_lint(copied, wrong.contract_id)

    assert result.returncode != 0
    assert "invented" in result.stdout
    assert wrong.contract_name in result.stdout, result.stdout
