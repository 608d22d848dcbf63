"""A sheet to fill in as an .xlsx file, with the columns that returns are read by.

In: the questions of a sheet. Out: the file's bytes. Left out on purpose: formulas and locked cells; what comes back
is read and checked like any other return.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Font

COLUMNS = ("地区", "区划代码", "指标", "指标代码", "时期", "数值", "单位", "状态", "备注")
WIDTHS = (14, 12, 36, 26, 12, 16, 14, 12, 40)


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One question as a row; `value`, `status` and `note` are what was typed so far."""

    place: str
    place_code: str
    indicator: str
    indicator_code: str
    period: str
    unit: str
    value: str = ""
    status: str = ""
    note: str = ""


def write_template(title: str, rows: Sequence[TemplateRow]) -> bytes:
    """The workbook: a title, the header, one row a question."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "填报"
    sheet.append([plain_text(title)])
    sheet.append(list(COLUMNS))
    for row in rows:
        sheet.append(
            [
                plain_text(text)
                for text in (
                    row.place, row.place_code, row.indicator, row.indicator_code, row.period, row.value, row.unit,
                    row.status, row.note,
                )
            ]
        )  # fmt: skip
    for cell in sheet[2]:
        cell.font = Font(bold=True)
    for column, width in zip("ABCDEFGHI", WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A3"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def plain_text(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "@") else text
