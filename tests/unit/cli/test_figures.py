"""`lantu report` and `lantu judge` print what the registry holds."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lantu.cli.main import app
from tests.unit.cli.test_loading import DEFINITIONS, PLACES, PLAN, RETURN

pytestmark = pytest.mark.django_db


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture(autouse=True)
def city(tmp_path: Path) -> None:
    for name, text in (("p.json", PLACES), ("i.yml", DEFINITIONS), ("plan.txt", PLAN), ("r.csv", RETURN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    run("load", "places", str(tmp_path / "p.json"))
    run("load", "definitions", str(tmp_path / "i.yml"))
    run("load", "plan", str(tmp_path / "plan.txt"), "--place", "330400", "--adopted", "2021-03-19")
    run("load", "return", str(tmp_path / "r.csv"))


def test_report_as_csv() -> None:
    (row,) = csv.DictReader(io.StringIO(run("report", "--csv").stdout))
    assert (row["indicator"], row["target"], row["latest"], row["period"]) == (
        "地区生产总值", "880 亿元", "780 亿元", "2023",
    )  # fmt: skip
    assert (row["standing"], row["reason"]) == ("cannot_say", "no_base")


def test_judge_as_json_replays_a_day_before_anything_was_known() -> None:
    past = json.loads(run("judge", "--as-of", "2000-01-01", "--json").stdout)
    assert past == {"results": []}
    now = json.loads(run("judge", "--json").stdout)
    assert [row["indicator"] for row in now["results"]] == ["地区生产总值"]


def test_measure_says_how_many_changed() -> None:
    assert run("measure").stdout.startswith("0 values are new or changed, ")


def test_report_as_table() -> None:
    assert "地区生产总值" in run("report").stdout


def test_judge_by_place_counts_and_names_no_mean() -> None:
    rolled = json.loads(run("judge", "--by", "place", "--json").stdout)
    (row,) = rolled["results"]
    assert (row["targets"], row["cannot_say"], row["worst_binding"]) == (1, 1, [])
    (same,) = csv.DictReader(io.StringIO(run("judge", "--by", "place", "--csv").stdout))
    assert (same["name"], same["cannot_say"]) == (row["name"], "1")
    assert row["name"] in run("judge", "--by", "place").stdout


def test_judge_by_what_cannot_be_counted_is_refused() -> None:
    answer = run("judge", "--by", "colour")
    assert answer.exit_code == 2
    assert "plan, group, department, place" in answer.stderr


def test_judge_as_csv_gives_chance_and_address() -> None:
    (row,) = csv.DictReader(io.StringIO(run("judge", "--csv").stdout))
    assert row["chance"] == "not_judged"
    assert row["address"].startswith("plan/330400/2021/")
