"""Sensors that stand still, and hours without a row."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from lantu.core.time import CHINA_TIME
from lantu.packs.load import read_pack
from lantu.packs.row_checks import check_rows
from lantu.packs.row_input import ReadTable, SourceRow, SourceTable, read_table
from lantu.packs.rows import InputRow
from lantu.packs.series_checks import check_series, find_runs, split_series

STUCK = """
  - name: stuck
    description: x
    editions: [{edition: own, from: 2008-10-01, source: own, status: own, values: {level: 3}}]
settings:"""
DAY = date(2021, 5, 1)


def check(files: dict[str, str], *rows: str) -> ReadTable:
    files["rules.yml"] = files["rules.yml"].replace("\nsettings:", STUCK)
    pack, diagnostics = read_pack(files)
    assert diagnostics == ()
    indicator = pack.find_indicator("loudest")
    assert indicator is not None
    below = tuple(SourceRow(number, tuple(text.split(","))) for number, text in enumerate(rows, start=2))
    table = SourceTable("f.csv", ("station", "date", "hour", "level"), below)
    now = datetime(2022, 1, 1, tzinfo=CHINA_TIME)
    return check_series(table, check_rows(table, read_table(table, pack, indicator), pack, now), pack)


def test_a_figure_that_stands_still_is_set_aside_with_its_whole_run(noise_files: dict[str, str]) -> None:
    rows = [f"a,2021-05-01,{hour},{level}" for hour, level in enumerate((50, 51, 51, 51, 52))]
    found = check(noise_files, *rows)
    assert [row.amount("level") for row in found.rows] == [Decimal(50), None, None, None, Decimal(52)]
    assert {number: [d.code for d in said] for number, said in found.remarks.items()} == {
        n: ["P041"] for n in (1, 2, 3)
    }
    assert [d.place for d in found.remarks[1]] == ["f.csv row 3, level"]


def test_runs_go_over_midnight_and_not_over_gaps_or_places(noise_files: dict[str, str]) -> None:
    midnight = check(dict(noise_files), "a,2021-05-01,23,5", "a,2021-05-02,0,5", "a,2021-05-02,1,5")
    assert all(row.amount("level") is None for row in midnight.rows)
    apart = check(dict(noise_files), "a,2021-05-01,1,5", "a,2021-05-01,2,5", "b,2021-05-01,3,5", "a,2021-05-01,5,5")
    assert all(row.amount("level") == 5 for row in apart.rows)
    assert [(d.code, "a 2" in d.message) for d in apart.diagnostics] == [("P042", True)]


def test_absent_figures_are_no_run(noise_files: dict[str, str]) -> None:
    found = check(noise_files, *(f"a,2021-05-01,{hour}," for hour in range(6)))
    assert found.remarks == {}


def test_rows_in_any_order_are_put_in_order() -> None:
    rows = [InputRow(n, {"x": Decimal(1)}, day=DAY + timedelta(days=n % 2), hour=n) for n in (3, 1, 2)]
    series = split_series([*rows, InputRow(9, {}, hour=1), InputRow(8, {}, day=DAY)], [])
    assert [row.number for _, row in series[""]] == [2, 1, 3]
    assert find_runs([], "x", 1) == []
