"""Text into rows of figures."""

from datetime import date
from decimal import Decimal

import pytest

from lantu.core.absence import Absence, AbsenceKind
from lantu.packs.load import read_pack
from lantu.packs.row_input import ReadTable, SourceRow, SourceTable, read_table


def read(files: dict[str, str], header: str, *rows: str, day: date | None = None) -> ReadTable:
    pack, _ = read_pack(files)
    indicator = pack.find_indicator("excess")
    assert indicator is not None
    below = tuple(SourceRow(number, tuple(text.split(","))) for number, text in enumerate(rows, start=2))
    return read_table(SourceTable("f.csv", tuple(header.split(",")), below), pack, indicator, day)


def test_figures_words_flags_and_times(noise_files: dict[str, str]) -> None:
    found = read(
        noise_files, "点位,date,hour,声级(μg/L),night,备注", "a,2021-05-01,8,1500,是,x", "b,2021-05-01,9,—,否,"
    )
    first, second = found.rows
    assert (first.amount("level"), first.words, first.flags) == (Decimal("1.5"), {"station": "a"}, {"is_night"})
    assert (first.day, first.hour) == (date(2021, 5, 1), 8)
    assert (second.amount("level"), second.flags) == (None, frozenset())
    assert (found.remarks, found.diagnostics) == ({}, ())


def test_an_unreadable_cell_is_an_absence_with_a_remark(noise_files: dict[str, str]) -> None:
    found = read(noise_files, "date,level", "2021-05-01,loud", "2021-05-01")
    figure = found.rows[0].figure("level")
    assert isinstance(figure, Absence)
    assert figure.kind is AbsenceKind.UNREADABLE
    assert [(d.code, d.place) for d in found.remarks[0]] == [("P021", "f.csv row 2, level")]
    assert 1 not in found.remarks


def test_rows_without_a_year_are_told_once_and_may_be_given_a_day(noise_files: dict[str, str]) -> None:
    found = read(noise_files, "date,level", "05-01,1", "05-02,2", "2021-05-03,3", day=date(2020, 1, 1))
    assert [row.day for row in found.rows] == [date(2020, 1, 1), date(2020, 1, 1), date(2021, 5, 3)]
    (problem,) = found.diagnostics
    assert problem.code == "P026"
    assert problem.message.startswith("2 of 3")


def test_a_day_that_is_none_is_told_in_its_row(noise_files: dict[str, str]) -> None:
    found = read(noise_files, "date,hour,level", "2021-02-30,8,1", "2021-05-01,25,2")
    assert [(d.code, d.place) for d in found.remarks[0]] == [("P026", "f.csv row 2, date")]
    assert [(d.code, d.place) for d in found.remarks[1]] == [("P021", "f.csv row 3, hour")]
    assert [row.day for row in found.rows] == [None, date(2021, 5, 1)]


@pytest.mark.parametrize(("choice", "amount"), [("half", "0.005"), ("limit", "0.01"), ("missing", None), ("", None)])
def test_below_detection(noise_files: dict[str, str], choice: str, amount: str | None) -> None:
    if choice:
        noise_files["rules.yml"] += (
            f"  - {{name: below_detection, default: {choice}, choices: [half, limit, missing], description: x, source: x}}\n"
        )
    found = read(noise_files, "date,level", "2021-05-01,<0.01")
    assert found.rows[0].amount("level") == (None if amount is None else Decimal(amount))
    assert [d.code for d in found.remarks[0]] == ["P031"]
