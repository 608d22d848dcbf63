"""Workbooks: what a person sees, and what is refused."""

import io
import re
import warnings
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from lantu.sense import workbook
from lantu.sense.table import Row, UnreadableError
from lantu.sense.workbook import is_workbook, read_workbook
from tests.unit.sense.builders import save, workbook_of


def test_cells_as_text() -> None:
    data = workbook_of(("年份", "数值"), (2021, 0.1 + 0.2), (2022.0, 1234.5), (datetime(2022, 3, 31), True))  # noqa: DTZ001
    assert is_workbook(data)
    (table,) = read_workbook(data, "f.xlsx")
    assert (table.name, table.encoding) == ("f.xlsx", "xlsx")
    assert table.rows[1:] == (Row(2, ("2021", "0.3")), Row(3, ("2022", "1234.5")), Row(4, ("2022-03-31", "True")))


def test_a_percent_format_is_what_a_person_sees() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = 0.0356
    sheet["A1"].number_format = "0.00%"
    (table,) = read_workbook(save(book), "f.xlsx")
    assert table.rows[0].cells == ("3.56%",)


def test_blank_rows_keep_the_count_right() -> None:
    (table,) = read_workbook(workbook_of(("a",), (None,), ("b",)), "f.xlsx")
    assert [row.number for row in table.rows] == [1, 3]


def test_several_sheets_are_named_and_hidden_ones_passed_over() -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title, first["A1"] = "一", "x"
    second, hidden, empty = book.create_sheet("二"), book.create_sheet("三"), book.create_sheet("四")
    second["A1"], hidden["A1"], hidden.sheet_state = "y", "z", "hidden"
    assert empty.max_row == 1
    assert [table.name for table in read_workbook(save(book), "f.xlsx")] == ["f.xlsx[一]", "f.xlsx[二]"]


def test_a_damaged_workbook_is_refused() -> None:
    data = workbook_of(("a",), ("b",))
    for broken in (data[: len(data) // 2], data[:100] + b"\0" * 400 + data[500:], b"PK\x03\x04rest"):
        with pytest.raises(UnreadableError):
            read_workbook(broken, "f.xlsx")


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "text")
    with pytest.raises(UnreadableError):
        read_workbook(file.getvalue(), "f.xlsx")


def test_a_zip_bomb_is_refused_before_it_unfolds() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 20_000_000)
    with pytest.raises(UnreadableError, match="unpack"):
        read_workbook(file.getvalue(), "f.xlsx")


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook_of(("a",), ("b",), ("c",))
    monkeypatch.setattr(workbook, "MAX_ROWS", 2)
    with pytest.raises(UnreadableError, match="more than 2 rows"):
        read_workbook(data, "f.xlsx")
    monkeypatch.setattr(workbook, "MAX_BYTES", 10)
    with pytest.raises(UnreadableError, match="at most 10"):
        read_workbook(data, "f.xlsx")


def test_a_stray_cell_far_below_does_no_harm() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A300000"] = "x", "y"
    (table,) = read_workbook(save(book), "f.xlsx")
    assert [row.number for row in table.rows] == [1, 300000]


def test_a_workbook_without_styles_is_read_without_a_remark() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook_of(("x",)))) as made, zipfile.ZipFile(file, "w") as bare:
        for part in made.infolist():
            data = made.read(part)
            if part.filename == "xl/styles.xml":
                data = re.sub(rb"<cellStyles.*?</cellStyles>", b"", data)
            bare.writestr(part.filename, data)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (table,) = read_workbook(file.getvalue(), "f.xlsx")
    assert table.rows[0].cells == ("x",)
