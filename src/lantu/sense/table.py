"""Bytes of a return into rows of text.

In: bytes and the file's name. Out: one or more tables, each row with its number
as a person sees it. Left out on purpose: meaning; columns are named elsewhere.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

MAX_BYTES = 20_000_000
MAX_ROWS = 200_000
MAX_CELLS = 200
"""Cells of a row that are read; no return is wider."""
MAX_CELL_CHARACTERS = 20_000
MAX_FAULTS = 500
"""Rows that cannot be cut into cells before the file is given up."""

DAMAGE = "\ufffd"
"""Stands in a cell where bytes could not be read as text."""

_OLD_EXCEL = bytes.fromhex("d0cf11e0")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class UnreadableError(ValueError):
    """The file cannot be read at all; the message says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        number: Line of the file or row of the sheet, counted from 1.
        cells: Text, blanks trimmed.
        fault: Why the row could not be cut into cells, or ""; its only cell is then the line.
    """

    number: int
    cells: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table of a file.

    Attributes:
        name: The file's name, with the sheet's behind it where there are several.
        rows: Rows with anything in them.
        encoding: utf-8, utf-16, gb18030 or xlsx.
    """

    name: str
    rows: tuple[Row, ...]
    encoding: str


def read_csv(data: bytes, name: str) -> RawTable:
    """A CSV file as a table.

    Raises:
        UnreadableError: If it is no text, or too large.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read")
    if data.startswith(_OLD_EXCEL):
        raise UnreadableError("it is an old Excel file (.xls); save it as .xlsx or CSV")
    text, encoding = decode_text(data)
    if "\0" in text:
        raise UnreadableError("it holds zero bytes, so it is not a text file")
    return RawTable(name, tuple(_split_rows(text)), encoding)


def decode_text(data: bytes) -> tuple[str, str]:
    """The text of the bytes and the encoding it was read in.

    UTF-8 goes first. Where some bytes are not UTF-8, the lines decide: if most lines with
    Chinese in them are good UTF-8 the file is UTF-8 with damage, otherwise GB18030, which
    accepts almost anything and must not be tried on a damaged UTF-8 file. Damaged bytes
    become DAMAGE, so that only their rows are lost.
    """
    if data.startswith(_UTF16):
        return data.decode("utf-16", errors="replace"), "utf-16"
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    good = sum(1 for line in lines if _is_utf8(line))
    encoding = "utf-8" if 2 * good > len(lines) else "gb18030"
    return data.decode(encoding, errors="replace"), encoding


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _split_rows(text: str) -> Iterator[Row]:
    """The rows, with their quotes checked: one that is never closed must not swallow the rows below it."""
    lines = list(io.StringIO(text, newline=""))
    delimiter = max(",\t;，", key=text.lstrip().split("\n", 1)[0].count)
    begun = faults = 0
    while begun < len(lines):
        reader = csv.reader(islice(lines, begun, None), delimiter=delimiter, strict=True)
        first = begun
        try:
            for cells in reader:
                row = trim_row(begun + 1, cells)
                if row is not None:
                    yield row
                begun = first + reader.line_num
                if begun > MAX_ROWS:
                    raise UnreadableError(f"the file has more than {MAX_ROWS:,} rows")
        except csv.Error as error:
            faults += 1
            if faults > MAX_FAULTS:
                raise UnreadableError(f"more than {MAX_FAULTS} rows have quotes that do not match") from error
            yield Row(begun + 1, (lines[begun].strip()[:MAX_CELL_CHARACTERS],), str(error))
            begun += 1


def trim_row(number: int, cells: list[str]) -> Row | None:
    """A row with blanks and empty cells at its end taken off; None where nothing is left."""
    kept = [cell.replace("\u3000", " ").strip()[:MAX_CELL_CHARACTERS] for cell in cells[:MAX_CELLS]]
    while kept and not kept[-1]:
        kept.pop()
    return Row(number, tuple(kept)) if kept else None
