"""Files of readings of any length, opened and read row by row.

In: a path to CSV, XLSX or Parquet. Out: the header and the rows below it, with
their numbers. Left out on purpose: meaning; columns are named elsewhere.
"""

import codecs
import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import load_workbook

from lantu.core.time import CHINA_TIME
from lantu.sense.readings.lines import find_delimiter, split_lines
from lantu.sense.table import Row, UnreadableError, decode_text, trim_row
from lantu.sense.workbook import BROKEN

SAMPLE_BYTES = 1 << 20
"""Of a CSV file, to tell its encoding."""
MAX_UNPACKED_BYTES = 1_000_000_000
_PARQUET, _ZIP = b"PAR1", b"PK\x03\x04"
_BATCH = 10_000


@dataclass(frozen=True, slots=True)
class ReadingFile:
    """An open file of readings.

    Attributes:
        header: The headings.
        rows: Below it, to be read once.
        total_bytes: Of the file.
    """

    header: tuple[str, ...]
    rows: Iterator[Row]
    total_bytes: int


@contextmanager
def open_readings(path: Path) -> Iterator[ReadingFile]:
    """Header and rows of a file.

    Raises:
        UnreadableError: If it is empty, or neither text nor a workbook nor Parquet.
    """
    with path.open("rb") as file:
        head = file.read(4)
    if head == _PARQUET:
        yield _split(_guard(_parquet_rows(path)), path)
    elif head == _ZIP:
        yield _split(_guard(_sheet_rows(path)), path)
    else:
        with path.open(encoding=find_encoding(path), errors="replace", newline="\n") as text:
            first = text.readline()
            if "\0" in first:
                raise UnreadableError("it holds zero bytes, so it is not a text file")
            yield _split(split_lines(chain([first], text), find_delimiter(first)), path)


def find_encoding(path: Path) -> str:
    """utf-8-sig, utf-16 or gb18030, by the beginning of the file."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE_BYTES)
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    whole = sample if len(sample) < SAMPLE_BYTES else sample[: sample.rfind(b"\n") + 1]
    return "gb18030" if decode_text(whole)[1] == "gb18030" else "utf-8-sig"


def digest_file(path: Path, way: str) -> str:
    """SHA-256 of the content and of the way it is read."""
    digest = hashlib.sha256(way.encode())
    with path.open("rb") as file:
        while block := file.read(SAMPLE_BYTES):
            digest.update(block)
    return digest.hexdigest()


def _split(rows: Iterator[Row], path: Path) -> ReadingFile:
    first = next(rows, None)
    if first is None:
        raise UnreadableError("the file holds no rows")
    return ReadingFile(first.cells, rows, path.stat().st_size)


def _guard(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows, until the file turns out to be damaged."""
    try:
        yield from rows
    except UnreadableError:
        raise
    except (*BROKEN, pa.ArrowException) as error:
        raise UnreadableError(f"the file is damaged: {error}") from error


def _parquet_rows(path: Path) -> Iterator[Row]:
    with pq.ParquetFile(path) as table:
        yield Row(1, tuple(table.schema_arrow.names))
        number = 1
        for batch in table.iter_batches(batch_size=_BATCH):
            for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                yield Row(number, tuple(_write_cell(cell) for cell in cells))


def _sheet_rows(path: Path) -> Iterator[Row]:
    """Rows of the first visible sheet, read as they come."""
    with path.open("rb") as file:
        with zipfile.ZipFile(file) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > MAX_UNPACKED_BYTES:
            raise UnreadableError(f"its parts unpack to {unpacked:,} bytes; save it as CSV")
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"][:1]:
                sheet.reset_dimensions()
                for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
                    row = trim_row(number, [_write_cell(cell) for cell in cells])
                    if row is not None:
                        yield row
        finally:
            book.close()


def _write_cell(cell: Any) -> str:
    """A typed cell as the text that a CSV would have; an instant with a zone in China's time."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        at = cell.astimezone(CHINA_TIME) if cell.tzinfo is not None else cell
        return at.strftime("%Y-%m-%d %H:%M:%S")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
