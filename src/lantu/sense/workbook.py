"""XLSX workbooks into rows of text.

In: bytes and the file's name. Out: a table for each sheet that has rows.
Left out on purpose: formulas (the values last computed are read), hidden sheets,
colours and merged cells.
"""

import io
import lzma
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook

from lantu.sense.table import MAX_BYTES, MAX_CELLS, MAX_ROWS, RawTable, Row, UnreadableError, trim_row

MAX_UNPACKED = 200_000_000
MAX_EXPANSION = 200
"""How many times larger than the file its parts may be; a real workbook grows tenfold or so."""
MAX_PARTS = 2_000
MAX_SHEETS = 50
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,  # xml.etree raises its ParseError as one
    TypeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)
"""What a damaged workbook makes the unpacker and the reader raise."""


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin as a zip archive does."""
    return data.startswith(b"PK\x03\x04")


def read_workbook(data: bytes, name: str) -> tuple[RawTable, ...]:
    """The visible sheets of a workbook.

    Raises:
        UnreadableError: If it is damaged, no workbook, or too large when unpacked.
    """
    _check_size(data)
    try:
        with warnings.catch_warnings():
            # remarks on styles and print settings that other programs wrote, none of which is read here
            warnings.simplefilter("ignore")
            tables = _read_sheets(data)
    except UnreadableError:
        raise
    except BROKEN as error:
        raise UnreadableError(f"the workbook is damaged: {error}") from error
    filled = [(title, rows) for title, rows in tables if rows]
    return tuple(RawTable(name if len(filled) == 1 else f"{name}[{title}]", rows, "xlsx") for title, rows in filled)


def _read_sheets(data: bytes) -> list[tuple[str, tuple[Row, ...]]]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    sheets = [sheet for sheet in book.worksheets[:MAX_SHEETS] if sheet.sheet_state == "visible"]
    tables = [(str(sheet.title), tuple(_read_rows(sheet))) for sheet in sheets]
    book.close()
    return tables


def _check_size(data: bytes) -> None:
    """Refuse an archive that unfolds too far, before anything is unfolded."""
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read")
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except BROKEN as error:
        raise UnreadableError(f"the workbook is damaged: {error}") from error
    size = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or size > MAX_UNPACKED or size > MAX_EXPANSION * len(data):
        raise UnreadableError(f"its {len(parts)} parts unpack to {size:,} bytes, more than a workbook needs")


def _read_rows(sheet: Any) -> Iterator[Row]:
    """Rows with anything in them; a stray format a million rows below does no harm."""
    kept = 0
    sheet.reset_dimensions()  # written by whoever made the file, and believed by nobody
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if not any(cell.value is not None for cell in cells):
            continue
        row = trim_row(number, [_text_of(cell) for cell in cells[:MAX_CELLS]])
        if row is None:
            continue
        kept += 1
        if kept > MAX_ROWS:
            raise UnreadableError(f"sheet {sheet.title} has more than {MAX_ROWS:,} rows")
        yield row


def _text_of(cell: Any) -> str:
    """What a person sees in the cell, but with all its digits."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        if "%" in str(cell.number_format):
            return f"{_digits(value * 100)}%"
        return _digits(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _digits(value: float) -> str:
    """The 15 digits a workbook vouches for: 0.1 + 0.2 is 0.3 there."""
    return str(value) if isinstance(value, int) else format(value, ".15g")
