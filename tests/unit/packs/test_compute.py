"""A pack's indicator on a plain table."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from lantu.core.absence import Absence
from lantu.core.time import CHINA_TIME
from lantu.packs.compute import Computed, compute_table, read_key
from lantu.packs.load import read_pack
from lantu.packs.row_input import SourceRow, SourceTable
from lantu.packs.rows import InputRow

NOW = datetime(2022, 1, 1, tzinfo=CHINA_TIME)


def compute(
    files: dict[str, str], functions: dict[str, Any], code: str, header: str, *rows: str, day: date | None = None
) -> Computed:
    pack, _ = read_pack(files)
    indicator = pack.find_indicator(code)
    assert indicator is not None
    below = tuple(SourceRow(number, tuple(text.split(","))) for number, text in enumerate(rows, start=2))
    return compute_table(SourceTable("f.csv", tuple(header.split(",")), below), pack, indicator, functions, NOW, day)


def test_one_result_for_each_row(noise_files: dict[str, str], noise_functions: dict[str, Any]) -> None:
    found = compute(
        noise_files,
        noise_functions,
        "excess",
        "date,level",
        "2019-05-01,70",
        "2021-05-01,70",
        "2021-05-02,",
        "2021-05-03,-1",
    )
    assert [result.rows for result in found.results] == [(0,), (1,), (2,), (3,)]
    values = [result.outcome.value for result in found.results]
    assert values[:2] == [Decimal(10), Decimal("14.5")]
    assert all(isinstance(value, Absence) for value in values[2:])
    assert [[d.code for d in result.diagnostics] for result in found.results] == [[], [], ["P030"], ["P023", "P030"]]
    assert (found.rows, found.flagged, found.counts) == (4, 1, {"P023": 1, "P030": 2})
    assert [d.place for d in found.results[2].diagnostics] == ["f.csv row 4"]


def test_no_edition_for_the_day(noise_files: dict[str, str], noise_functions: dict[str, Any]) -> None:
    found = compute(noise_files, noise_functions, "excess", "level", "70")
    assert [d.code for d in found.results[0].diagnostics] == ["P029"]
    found = compute(noise_files, noise_functions, "excess", "level", "70", day=date(2019, 1, 1))
    assert found.results[0].outcome.value == 10


def test_groups_in_the_order_of_their_first_rows(noise_files: dict[str, str], noise_functions: dict[str, Any]) -> None:
    rows = ("b,2021-05-01,50", "a,2021-05-01,40", "b,2021-05-02,58", "b,2021-06-01,30", "b,2021-05-03,-7")
    found = compute(noise_files, noise_functions, "loudest", "station,date,level", *rows)
    assert [(dict(r.keys), r.rows, r.outcome.value) for r in found.results] == [
        ({"station": "b", "month": "2021-05"}, (0, 2, 4), Decimal(58)),
        ({"station": "a", "month": "2021-05"}, (1,), Decimal(40)),
        ({"station": "b", "month": "2021-06"}, (3,), Decimal(30)),
    ]
    assert found.results[0].outcome.parts == {"counted": 2}
    assert [d.code for d in found.results[0].diagnostics] == ["P023"]


def test_a_missing_column_is_told(noise_files: dict[str, str], noise_functions: dict[str, Any]) -> None:
    found = compute(noise_files, noise_functions, "excess", "date,loudness", "2021-05-01,1")
    assert [(d.code, str(d.severity)) for d in found.diagnostics] == [("P020", "error")]
    assert isinstance(found.results[0].outcome.value, Absence)


def test_no_rows_give_no_results(noise_files: dict[str, str], noise_functions: dict[str, Any]) -> None:
    assert compute(noise_files, noise_functions, "loudest", "date,level").results == ()


def test_what_is_reported_is_not_computed(noise_files: dict[str, str], noise_functions: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="reported"):
        compute(noise_files, noise_functions, "complaints", "level", "1")


def test_keys_of_groups() -> None:
    row = InputRow(0, {}, {"station": "a"}, day=date(2021, 3, 1), hour=0)
    keys = ("station", "year", "month", "day", "hour_ending_day", "basin")
    assert [read_key(row, key) for key in keys] == ["a", "2021", "2021-03", "2021-03-01", "2021-02-28", ""]
    assert read_key(InputRow(0, {}), "hour_ending_day") == ""
