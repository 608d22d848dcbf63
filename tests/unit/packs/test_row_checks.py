"""What cannot be right is set aside, kept and counted."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from lantu.core.time import CHINA_TIME
from lantu.packs.load import read_pack
from lantu.packs.row_checks import check_rows, judge_figure
from lantu.packs.row_input import ReadTable, SourceRow, SourceTable, read_table

NOW = datetime(2021, 6, 1, 12, tzinfo=CHINA_TIME)
LIMITS: dict[str, Any] = {
    "lowest": Decimal(0),
    "highest": Decimal(200),
    "mixup": Decimal(1000),
    "mixup_below": Decimal(1),
}


def check(files: dict[str, str], header: str, *rows: str) -> ReadTable:
    pack, _ = read_pack(files)
    indicator = pack.find_indicator("loudest")
    assert indicator is not None
    below = tuple(SourceRow(number, tuple(text.split(","))) for number, text in enumerate(rows, start=2))
    table = SourceTable("f.csv", tuple(header.split(",")), below)
    return check_rows(table, read_table(table, pack, indicator), pack, NOW)


def list_codes(found: ReadTable) -> dict[int, list[str]]:
    return {number: [d.code for d in said] for number, said in found.remarks.items()}


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("0", None), ("1", None), ("200", None), ("-0.1", "P023"), ("201", "P024"), ("200000", "P024"),
        ("200001", "P022"), ("0.05", "P024"), ("1e9", "P022"),
    ],
)  # fmt: skip
def test_a_figure_alone(amount: str, code: str | None) -> None:
    found = judge_figure(Decimal(amount), LIMITS)
    assert (found[0] if found else None) == code


def test_below_the_lowest_where_negatives_may_be() -> None:
    found = judge_figure(Decimal(-60), {"lowest": Decimal(-50), "highest": Decimal(60)})
    assert found is not None
    assert found[0] == "P022"


def test_a_doubtful_figure_is_set_aside_with_its_place(noise_files: dict[str, str]) -> None:
    found = check(noise_files, "station,date,level", "a,2021-05-01,-4", "b,2021-05-01,50")
    assert [row.amount("level") for row in found.rows] == [None, Decimal(50)]
    assert [d.place for d in found.remarks[0]] == ["f.csv row 2, level"]
    assert list_codes(found) == {0: ["P023"]}


@pytest.mark.parametrize(
    ("when", "is_future"),
    [("2021-06-01,12", False), ("2021-06-01,13", False), ("2021-06-01,14", True), ("2021-06-02,0", True)],
)
def test_the_future(noise_files: dict[str, str], when: str, is_future: bool) -> None:
    found = check(noise_files, "station,date,hour,level", f"a,{when},50")
    assert found.rows[0].is_set_aside is is_future
    assert list_codes(found) == ({0: ["P025"]} if is_future else {})


def test_a_repeated_row_is_counted_once(noise_files: dict[str, str]) -> None:
    found = check(
        noise_files, "station,date,hour,level", "a,2021-05-01,8,50", "a,2021-05-01,8,50.0", "a,2021-05-01,9,50"
    )
    assert [row.is_set_aside for row in found.rows] == [False, True, False]
    assert list_codes(found) == {1: ["P027"]}


def test_rows_that_contradict_are_all_set_aside(noise_files: dict[str, str]) -> None:
    found = check(noise_files, "station,date,level", "a,2021-05-01,50", "a,2021-05-01,60", "b,2021-05-01,60")
    assert [row.is_set_aside for row in found.rows] == [True, True, False]
    assert list_codes(found) == {0: ["P028"], 1: ["P028"]}


def test_minutes_tell_rows_apart(noise_files: dict[str, str]) -> None:
    noise_files["pack.yml"] = noise_files["pack.yml"].replace(
        "kind: date, columns: [date]", "kind: time, columns: [date]"
    )
    found = check(noise_files, "station,date,level", "a,2021-05-01 08:00,50", "a,2021-05-01 08:05,60")
    assert list_codes(found) == {}


def test_rows_without_a_time_are_not_compared(noise_files: dict[str, str]) -> None:
    assert list_codes(check(noise_files, "station,level", "a,50", "a,60")) == {}
    # A time without its year is still a time.
    assert list_codes(check(noise_files, "station,date,level", "a,05-01,50", "a,05-01,60")) == {
        0: ["P028"],
        1: ["P028"],
    }
