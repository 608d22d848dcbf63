"""`lantu judge --input` answers in JSON or as a table, without a registry, and names what it could not read."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lantu.cli.judging_rows import write_json
from lantu.cli.main import app

TITLES = "indicator,form,direction,base_year,base,latest_year,latest,target_year,target,tolerance\n"
GOOD = "城镇化率,level,up,2025,72,2027,73.5,2030,76,\n"


def judge(folder: Path, text: str | bytes, *words: str) -> Result:
    path = folder / "rows.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return CliRunner().invoke(app, ["judge", "--input", str(path), *words])


def test_the_answer_has_the_promised_shape(tmp_path: Path) -> None:
    answer = judge(tmp_path, TITLES + GOOD, "--json")
    assert answer.exit_code == 0
    assert answer.stdout == (
        '{"results": [{"indicator": "城镇化率", "standing": "on_course", "methods": {'
        '"linear": {"done": 0.375000, "elapsed": 0.400000, "class": "behind"}, '
        '"statcan": {"ratio": 0.953169, "class": "on track", "margin": 0.003169}, '
        '"unsd": {"ratio": 0.952199, "class": 3}, '
        '"escap": {"current": 3.750000, "gap": 6.250000, "class": "maintain"}}, "disagree": true}]}\n'
    )


def test_a_method_that_does_not_apply_says_why(tmp_path: Path) -> None:
    answer = judge(tmp_path, TITLES + "直接排放,level,up,2025,0,2027,1,2030,10,\n", "--json")
    (result,) = json.loads(answer.stdout)["results"]
    assert result["methods"]["statcan"] == {"refused": "zero_base"}
    assert result["methods"]["linear"]["class"] == "behind"
    assert "reason" not in result


def test_achieved_without_a_ratio_has_null_and_not_zero(tmp_path: Path) -> None:
    answer = judge(tmp_path, TITLES + "森林覆盖率,floor,,,,2027,13,2030,12.5,\n", "--json")
    (result,) = json.loads(answer.stdout)["results"]
    assert result["methods"]["statcan"] == {"ratio": None, "class": "achieved", "margin": None}
    assert result["methods"]["linear"] == {"refused": "no_base"}


def test_what_cannot_be_said_has_its_reason(tmp_path: Path) -> None:
    answer = judge(tmp_path, TITLES + "x,level,up,2025,,2027,1,2030,10,\n", "--json")
    (result,) = json.loads(answer.stdout)["results"]
    assert (answer.exit_code, result["standing"], result["reason"]) == (0, "cannot_say", "no_base")
    assert result["disagree"] is False


def test_bad_rows_are_named_and_the_rest_is_judged(tmp_path: Path) -> None:
    answer = judge(tmp_path, TITLES + "坏行,level,up,2025,七十,2027,73.5,2030,76,\n" + GOOD, "--json")
    assert answer.exit_code == 1
    assert [r["indicator"] for r in json.loads(answer.stdout)["results"]] == ["城镇化率"]
    assert "rows.csv row 2, base: J009 error “七十” cannot be read" in answer.stderr
    assert "write a number such as 1234.5" in answer.stderr


def test_a_file_of_the_office_is_read_in_its_encoding(tmp_path: Path) -> None:
    answer = judge(tmp_path, (TITLES + GOOD).encode("gb18030"), "--json")
    assert json.loads(answer.stdout)["results"][0]["indicator"] == "城镇化率"


def test_the_table_says_where_methods_disagree(tmp_path: Path) -> None:
    answer = judge(tmp_path, TITLES + GOOD + "x,level,up,2025,0,2027,1,2030,10,\n")
    first, second = answer.stdout.splitlines()[1:]
    assert "methods disagree" in first
    assert "methods disagree" not in second
    assert "refused: zero_base" in second


@pytest.mark.parametrize(
    ("text", "code"),
    [("", 1), ("a,b\n1,2\n", 1), (b"\xd0\xcf\x11\xe0old", 2), (TITLES, 0)],
    ids=["empty", "other", "xls", "no rows"],
)
def test_files_without_rows(tmp_path: Path, text: str | bytes, code: int) -> None:
    answer = judge(tmp_path, text, "--json")
    assert answer.exit_code == code
    assert answer.stderr or code == 0


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, ["judge", "--input", str(tmp_path / "none.csv")])
    assert answer.exit_code == 2
    assert "cannot be read" in answer.stderr


def test_a_day_does_not_go_with_rows(tmp_path: Path) -> None:
    answer = judge(tmp_path, TITLES + GOOD, "--as-of", "2026-01-01")
    assert answer.exit_code == 2
    assert "does not go with --as-of" in answer.stderr


def test_numbers_have_six_places_and_no_negative_zero() -> None:
    content = [Decimal("0.5"), Decimal("-0.0000001"), Decimal("1e25"), None, True, {"a": "“b”"}]
    assert write_json(content) == '[0.500000, 0.000000, 10000000000000000000000000, null, true, {"a": "“b”"}]'
