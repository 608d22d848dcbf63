"""`lantu init` makes an empty instance; the sample is loaded without serving; a wrong folder is named.

Each runs in a process of its own with an instance folder of its own, as a person would run it.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "-m", "lantu.cli", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**kept, "LANTU_HOME": str(home)},
    )


def test_init_makes_an_empty_instance_with_districts(tmp_path: Path) -> None:
    result = run(tmp_path, "init", "--place", "330500", "--name", "湖州市")
    assert result.returncode == 0, result.stderr
    assert "5 districts" in result.stdout
    report = run(tmp_path, "report", "--csv")
    assert report.stdout.splitlines() == [
        "plan,indicator,due,base,target,latest,period,standing,preliminary,reason,chance,address"
    ]


def test_a_code_that_is_none_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path, "init", "--place", "33", "--name", "湖州市")
    assert result.returncode == 2
    assert "six digits" in result.stderr


@pytest.mark.parametrize("name", ["sample.yml"])
def test_demo_names_what_is_missing(tmp_path: Path, name: str) -> None:
    result = run(tmp_path / "home", "demo", "--no-serve", "--sample", str(tmp_path))
    assert result.returncode == 2
    assert name in result.stderr
