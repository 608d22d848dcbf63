"""`lantu score` and `lantu export gold`."""

import json
from pathlib import Path
from unittest.mock import patch

import pytest
from typer.testing import CliRunner, Result

from lantu.cli.main import app

TEXT = "三、发展目标\n\n到2025年，地区生产总值达到880亿元以上。\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def reading(tmp_path: Path) -> Path:
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "plan.json"
    path.write_text(run("read", "--json", str(tmp_path / "plan.txt")).stdout, encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    at = TEXT.index("880亿元")
    record = {
        "doc": "plan", "kind": "target", "tier": "core", "numeric": True, "n_start": at, "n_end": at + 5,
        "indicator": "地区生产总值", "ind_text": "地区生产总值", "year": 2024, "comparator": ">=", "value": 880, "unit": "亿元",
    }  # fmt: skip
    (folder / "plan.commitments.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    return folder


def test_figures_are_printed_and_say_what_was_not_measured(reading: Path, gold: Path) -> None:
    result = run("score", str(reading), "--gold", str(gold))
    assert result.exit_code == 0
    lines = dict(line.split(None, 1) for line in result.stdout.splitlines() if line.startswith("  "))
    assert (lines["value_f1"], lines["value_year_f1"]) == ("1.0000", "0.0000")
    assert lines["spans_exact"] == "not measured"


def test_figures_as_json_with_the_texts(reading: Path, gold: Path) -> None:
    result = run("score", str(reading), "--gold", str(gold), "--texts", str(reading.parent), "--json")
    figures = json.loads(result.stdout)
    assert figures["plan.txt"]["spans_exact"] == 1
    assert figures["plan.txt"]["labelled"] == 1


def test_a_document_without_labels_is_named(reading: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    result = run("score", str(reading), "--gold", str(empty))
    assert result.exit_code == 1
    assert "no labels for plan.txt" in result.stderr


def test_what_is_no_reading_says_how_to_make_one(gold: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text("[]", encoding="utf-8")
    result = run("score", str(path), "--gold", str(gold))
    assert result.exit_code == 2
    assert "lantu read --json" in result.stderr


def test_export_writes_files_and_keeps_other_ranges(tmp_path: Path) -> None:
    out = tmp_path / "labels"
    out.mkdir()
    (out / "ranges.json").write_text('{"other": [[0, 5]]}', encoding="utf-8")
    files = {"plan.commitments.jsonl": "{}\n", "ranges.json": '{"plan": [[0, 9]]}\n'}
    with (
        patch("lantu.cli.scoring.open_registry"),
        patch("lantu.run.exporting.find_plan", return_value=1),
        patch("lantu.run.exporting.export_labels", return_value=files),
    ):
        result = run("export", "gold", "plan/330400/2021/outline", "--out", str(out))
    assert result.exit_code == 0, result.output
    assert (out / "plan.commitments.jsonl").read_text("utf-8") == "{}\n"
    assert json.loads((out / "ranges.json").read_text("utf-8")) == {"other": [[0, 5]], "plan": [[0, 9]]}


def test_an_unknown_plan_says_what_to_give(tmp_path: Path) -> None:
    with patch("lantu.cli.scoring.open_registry"), patch("lantu.run.exporting.find_plan", return_value=None):
        result = run("export", "gold", "nothing", "--out", str(tmp_path / "labels"))
    assert result.exit_code == 1
    assert "no such plan" in result.stderr
    assert not (tmp_path / "labels").exists()
