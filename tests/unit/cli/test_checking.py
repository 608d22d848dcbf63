"""`lantu check` and `lantu compare` print what they found and say it with their exit code."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lantu.cli.main import app

TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

2020年，三次产业结构为2.3:{industry}:45.8，服务业比重提高。到2025年，常住人口城镇化率达到{share}%。
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), env={"COLUMNS": "200"})


@pytest.fixture
def right(tmp_path: Path) -> str:
    path = tmp_path / "right.txt"
    path.write_text(TEXT.format(industry="51.9", share="70"), encoding="utf-8")
    return str(path)


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    path = tmp_path / "wrong.txt"
    path.write_text(TEXT.format(industry="59.1", share="72"), encoding="utf-8")
    return str(path)


def test_an_error_gives_exit_code_1(wrong: str) -> None:
    result = run("check", wrong)
    assert result.exit_code == 1
    assert "C104" in result.stdout
    assert "1 findings (1 errors, 0 warnings, 0 infos)" in result.stdout


def test_without_an_error_the_exit_code_is_0(right: str) -> None:
    result = run("check", right)
    assert result.exit_code == 0
    assert "0 findings" in result.stdout


def test_json_names_documents_findings_and_alignments(right: str, wrong: str) -> None:
    result = run("check", "--json", right, wrong)
    assert result.exit_code == 1
    form = json.loads(result.stdout)
    assert form["documents"] == ["right.txt", "wrong.txt"]
    assert "arithmetic" in {finding["type"] for finding in form["findings"]}
    assert form["alignments"]


def test_html_is_written(wrong: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("check", "--html", str(page), wrong).exit_code == 1
    assert "<mark>2.3:59.1:45.8</mark>" in page.read_text(encoding="utf-8")
    assert run("check", "--html", str(tmp_path / "none" / "page.html"), wrong).exit_code == 2


def test_compare_sets_targets_side_by_side(right: str, wrong: str) -> None:
    result = run("compare", right, wrong)
    assert result.exit_code == 0
    assert "提高" in result.stdout
    form = json.loads(run("compare", "--json", right, wrong).stdout)
    assert [row["verdict"] for row in form["targets"]] == ["higher"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    result = run("check", str(tmp_path / "none.txt"))
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr


def test_a_word_report_is_written(wrong: str, tmp_path: Path) -> None:
    report = tmp_path / "report.docx"
    assert run("check", "--docx", str(report), wrong).exit_code == 1
    assert report.read_bytes()[:2] == b"PK"


def test_a_wordbook_is_gone_by(right: str, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        TEXT.format(industry="51.9", share="75").replace("常住人口城镇化率", "城里人占比"), encoding="utf-8"
    )
    book = tmp_path / "names.csv"
    book.write_text("first,second,verdict\n常住人口城镇化率,城里人占比,same\n", encoding="utf-8")
    before = json.loads(run("compare", "--json", right, str(other)).stdout)
    after = json.loads(run("compare", "--json", "--wordbook", str(book), right, str(other)).stdout)
    assert "higher" not in {target["verdict"] for target in before["targets"]}
    assert "higher" in {target["verdict"] for target in after["targets"]}
    names = [
        a["relation"]
        for a in json.loads(run("check", "--json", "--wordbook", str(book), right, str(other)).stdout)["alignments"]
    ]
    assert "same" in names


@pytest.mark.parametrize(
    ("name", "text", "message"), [("w.csv", "a,b\n", "first line"), ("none.csv", None, "cannot be read")]
)
def test_a_wordbook_that_cannot_be_used_is_told(
    right: str, tmp_path: Path, name: str, text: str | None, message: str
) -> None:
    book = tmp_path / name
    if text is not None:
        book.write_text(text, encoding="utf-8")
    result = run("check", "--wordbook", str(book), right)
    assert result.exit_code == 2
    assert message in result.stderr
