"""`lantu measure INDICATOR --input FILE` on tables as people send them."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner, Result

from lantu.cli.main import app

HOURS = """Date,Hour,WatchPoint,PM2.5,PM10,CO,NO2,O3_1h,O3_8h,SO2
20200326,18,a,38,59,0.9,52,58,42,7
20200326,18,b,39,51,0.8,45,55,42,7
20200326,18,c,NaN,NaN,NaN,NaN,NaN,NaN,NaN
20200326,19,a,38,59,900,52,58,42,-7
20200326,18,b,39,51,0.8,45,55,42,7
21200326,18,a,38,59,0.9,52,58,42,7
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "hours.csv"
    path.write_text(HOURS, "utf-8")
    return path


def measure(*words: object) -> Result:
    return CliRunner().invoke(app, ["measure", *map(str, words)])


def list_results(result: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["results"]
    return found


def test_one_result_for_each_row(table: Path) -> None:
    result = measure("air.aqi_hourly", "--input", table, "--json")
    assert result.exit_code == 0, result.output
    rows = list_results(result)
    assert [(row["row"], row["value"]) for row in rows] == [(0, 55), (1, 55), (2, None), (3, 55), (4, 55), (5, None)]
    assert rows[0]["primary"] == ["PM10"]
    assert rows[0]["iaqi"] == {"SO2": 3, "NO2": 26, "CO": 9, "O3": 19, "PM10": 55, "PM2.5": 54}
    assert [sorted({d["code"] for d in row["diagnostics"]}) for row in rows] == [
        [], [], ["P030"], ["P023", "P024"], ["P027"], ["P025", "P030"],
    ]  # fmt: skip
    assert json.loads(result.stdout)["summary"]["flagged_rows"] == 3


def test_a_row_of_separators_is_a_row_and_an_empty_line_is_none(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("date,level,PM2.5\n,,\n\n2020-03-26,x,38\n2020-02-30,x,38\n", "utf-8")
    rows = list_results(measure("air.aqi_hourly", "--input", path, "--json"))
    assert [(row["row"], row["value"]) for row in rows] == [(0, None), (1, 54), (2, None)]
    assert [[(d["code"], d["line"]) for d in row["diagnostics"]] for row in rows] == [
        [("P030", 2)], [], [("P026", 5), ("P029", 5)],
    ]  # fmt: skip


def test_as_a_table(table: Path) -> None:
    result = measure("air.aqi_hourly", "--input", table)
    assert "primary: PM10" in result.stdout
    assert "6 rows, 6 results, 4 with a value" in result.stdout


def test_water_gives_both_classes(tmp_path: Path) -> None:
    path = tmp_path / "sections.csv"
    path.write_bytes("断面名称,溶解氧(mg/L),总磷(mg/L)\n甲,8,0.113\n".encode("gb18030"))
    (row,) = list_results(measure("water.class", "--input", path, "--json"))
    assert (row["value"], row["class_river"], row["class_lake"]) == (None, "Ⅲ", "Ⅴ")
    (row,) = list_results(measure("water.class", "--input", path, "--json", "--set", "water_body=lake"))
    assert row["value"] == "Ⅴ"


def test_workbooks_are_read(tmp_path: Path) -> None:
    book = Workbook()
    for line in HOURS.splitlines():
        book.active.append(line.split(","))  # type: ignore[union-attr]
    book.save(tmp_path / "hours.xlsx")
    rows = list_results(measure("air.aqi_hourly", "--input", tmp_path / "hours.xlsx", "--json"))
    assert [row["value"] for row in rows][:3] == [55, 55, None]


def test_the_day_may_be_given(tmp_path: Path) -> None:
    path = tmp_path / "day.csv"
    path.write_text("SO2,NO2,CO,O3_8h,PM10,PM2.5\n8,55,0.9,60,110,62\n", "utf-8")
    for day, value in (("2026-02-28", 84), ("2026-03-01", 102)):
        (row,) = list_results(measure("air.aqi_daily", "--input", path, "--json", "--on", day))
        assert row["value"] == value


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fire.x"], "there is no pack fire; there are: air"),
        (["air.x"], "air.x is not known. Computed by this pack: air.aqi_hourly"),
        (["air.aqi_hourly", "--set", "dust=keep"], "there is no setting dust"),
        (["air.aqi_hourly", "--set", "dust_days=blow"], "may be deduct, keep"),
    ],
    ids=["pack", "indicator", "setting", "choice"],
)
def test_a_wrong_request_says_what_there_is(table: Path, words: list[str], said: str) -> None:
    result = measure(words[0], "--input", table, *words[1:])
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize(
    "data", [b"", b"\xd0\xcf\x11\xe0", b"PK\x03\x04broken", b"a\0b"], ids=["empty", "xls", "zip", "zero"]
)
def test_a_file_that_is_no_table_is_refused_in_words(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "f.csv"
    path.write_bytes(data)
    result = measure("air.aqi_hourly", "--input", path)
    assert result.exit_code == 2
    assert result.stderr.startswith("f.csv: ")


def test_no_column_at_all_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    result = measure("air.aqi_hourly", "--input", path, "--json")
    assert result.exit_code == 1
    assert [d["code"] for d in json.loads(result.stdout)["diagnostics"]] == ["P020"]


def test_input_needs_an_indicator(table: Path) -> None:
    assert measure("--input", table).exit_code == 2
