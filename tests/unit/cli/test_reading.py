"""`lantu read` prints what it found, or says clearly why it could not."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lantu.cli.main import app
from tests.documents import write_docx

TEXT = "三、发展目标\n\n到2025年，地区生产总值达到880亿元以上。\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_quotes_the_text_at_its_spans(plan: Path) -> None:
    result = run("read", "--json", str(plan))
    assert result.exit_code == 0
    reading = json.loads(result.stdout)
    (entry,) = reading["entries"]
    assert TEXT[entry["start"] : entry["end"]] == entry["quote"]
    assert (entry["value"], entry["unit"], entry["year"], entry["comparator"]) == (880, "亿元", 2025, ">=")


def test_summary_names_the_target(plan: Path) -> None:
    result = run("read", str(plan))
    assert "地区生产总值" in result.stdout
    assert "880亿元" in result.stdout


def test_chinese_from_the_last_century_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gb.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    reading = json.loads(run("read", "--json", str(path)).stdout)
    assert reading["entries"][0]["value"] == 880


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 broken", b"PK\x03\x04broken"], ids=["empty", "pdf", "zip"])
def test_what_cannot_be_read_is_said_with_the_file_and_a_way_out(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(data)
    result = run("read", str(path))
    assert result.exit_code == 1
    assert "odd.txt" in result.stderr
    assert "error" in result.stderr


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    result = run("read", str(tmp_path / "none.txt"))
    assert result.exit_code == 2
    assert "none.txt" in result.stderr


def test_page_is_written(plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.html"
    assert run("read", str(plan), "--html", str(out)).exit_code == 0
    assert "880亿元" in out.read_text("utf-8")


def test_page_that_cannot_be_written_is_a_usage_error(plan: Path, tmp_path: Path) -> None:
    result = run("read", str(plan), "--html", str(tmp_path / "none" / "plan.html"))
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_rows_of_the_summary_stay_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("到2025年，" + "很长的名称" * 12 + "[甲]普及率达到95%以上。\n", encoding="utf-8")
    [row] = [line for line in run("read", str(path)).stdout.splitlines() if "95%" in line]
    assert row.rstrip().endswith("…")
    assert len(row.split()[-1]) <= 40


def test_other_formats_are_read_by_their_content(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(write_docx(TEXT.splitlines()))
    reading = json.loads(run("read", "--json", str(path)).stdout)
    assert [entry["value"] for entry in reading["entries"]] == [880]
