"""`lantu assess`: a table, CSV whose points add up, JSON that is the same twice, a bad file named."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lantu.cli.main import app
from lantu.store import models
from tests.unit.run.scored import RULES, build_scored

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    build_scored()
    path = tmp_path / "r.yml"
    path.write_text(RULES, "utf-8")
    return path


def ask(file: Path, *more: str) -> str:
    answer = CliRunner().invoke(app, ["assess", "--rules", str(file), "--as-of", "2026-03-01", *more])
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def test_a_line_for_each_department(file: Path) -> None:
    assert "统计局 tj" in ask(file)
    assert models.ScoreRun.objects.count() == 0


def test_the_rows_of_a_score_add_up(file: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(ask(file, "--csv"))))
    for who in {row["subject"] for row in rows if row["score"]}:
        own = [row for row in rows if row["subject"] == who]
        assert sum(Decimal(row["points"]) for row in own if row["kind"] != "target") == Decimal(own[0]["score"])
    target = next(row for row in rows if row["kind"] == "target")
    assert target["target"].startswith("plan/990100/")
    assert target["rule_line"]


def test_json_is_the_same_twice_and_keep_keeps(file: Path) -> None:
    assert ask(file, "--json") == ask(file, "--json", "--keep")
    assert json.loads(ask(file, "--json"))["ranked"]
    assert models.ScoreRun.objects.get().rules.code == "departments"


def test_a_bad_file_is_named_with_its_line(file: Path) -> None:
    file.write_text(RULES.replace("weight: 60", "weight: 50"), "utf-8")
    answer = CliRunner().invoke(app, ["assess", "--rules", str(file)])
    assert answer.exit_code == 1
    assert "r.yml row 17: P045 the weights add up to 90" in answer.output
