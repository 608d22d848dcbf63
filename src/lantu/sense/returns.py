"""Returns: figures that departments hand in as CSV or XLSX.

In: the file's bytes and name, the catalogue, the matcher of names. Out: the
observations of its good rows, diagnostics for the others, and a summary.
Left out on purpose: opening the file, and figures known from earlier returns.
"""

from dataclasses import dataclass

from lantu.core.catalogue import Catalogue
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.observation import Observation
from lantu.sense.columns import NAMES, Header, find_header
from lantu.sense.doubles import drop_doubles
from lantu.sense.rows import Matcher, RowReader
from lantu.sense.summary import ReturnSummary
from lantu.sense.table import DAMAGE, RawTable, Row, UnreadableError, read_csv
from lantu.sense.workbook import is_workbook, read_workbook

Result = tuple[tuple[Observation, ...], tuple[Diagnostic, ...], ReturnSummary]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one table gave."""

    observations: tuple[Observation, ...]
    diagnostics: tuple[Diagnostic, ...]
    read: int = 0
    doubled: int = 0


def read_returns(data: bytes, name: str, catalogue: Catalogue, *, match: Matcher) -> Result:
    """The observations of a return.

    Args:
        data: The file's bytes.
        name: Its file name, for sources and diagnostics.
        catalogue: Definitions and places.
        match: From a name and unit to the definition meant.

    Returns:
        Observations, diagnostics and a summary. Good rows are kept whatever the others are.
    """
    try:
        tables = read_workbook(data, name) if is_workbook(data) else (read_csv(data, name),)
    except UnreadableError as error:
        hint = "save it again as .xlsx or as CSV in UTF-8"
        return (), (_whole("S001", name, f"the file cannot be read: {error}", hint),), ReturnSummary(name)
    if not any(table.rows for table in tables):
        hint = "check that the right file was sent"
        return (), (_whole("S002", name, "the file is empty", hint),), ReturnSummary(name)
    parts = [_read_table(table, catalogue, match) for table in _choose(tables)]
    diagnostics = [_unused(table) for table in tables if table not in _choose(tables)]
    diagnostics += [d for part in parts for d in part.diagnostics]
    observations = tuple(o for part in parts for o in part.observations)
    read, doubled = sum(part.read for part in parts), sum(part.doubled for part in parts)
    summary = ReturnSummary(
        file=name,
        encoding=tables[0].encoding,
        read=read,
        kept=len(observations),
        refused=read - doubled - len(observations),
        doubled=doubled,
        contradicting=sum(1 for d in diagnostics if d.code == "S011"),
    )
    return observations, tuple(diagnostics), summary


def _choose(tables: tuple[RawTable, ...]) -> tuple[RawTable, ...]:
    """Sheets with a header; where none has one, the first, so that its lack is reported."""
    with_header = tuple(table for table in tables if find_header(table.rows) is not None)
    return with_header or tables[:1]


def _read_table(table: RawTable, catalogue: Catalogue, match: Matcher) -> _Part:
    header = find_header(table.rows)
    missing = header.missing() if header else ()
    if header is None or missing:
        return _Part((), (_lacking(table, header),), max(0, len(table.rows) - 1))
    reader = RowReader(table.name, header, catalogue, match)
    reader.diagnostics += _report_columns(table, header)
    body = table.rows[header.index + 1 :]
    read = [o for row in body if (o := _read_row(row, header, reader)) is not None]
    kept, remarks = drop_doubles(read, table.name)
    return _Part(kept, (*reader.diagnostics, *remarks), len(body), len(read) - len(kept))


def _read_row(row: Row, header: Header, reader: RowReader) -> Observation | None:
    damaged = next((cell for cell in row.cells if DAMAGE in cell), None)
    if damaged is not None:
        message = f"bytes that are no text: “{damaged[:40]}”"
        hint = "save the file again as UTF-8; the row was left out"
        reader.diagnostics.append(_at("S004", reader.file, row, message, hint))
        return None
    if row.fault:
        message = f"quotes do not match in “{row.cells[0][:40]}”: {row.fault}"
        hint = 'a cell in quotes ends with a quote; a quote inside is written twice: ""'
        reader.diagnostics.append(_at("S017", reader.file, row, message, hint))
        return None
    if len(row.cells) > len(header.fields):
        message = f"{len(row.cells)} cells under {len(header.fields)} columns"
        hint = 'put cells that hold a comma in quotes: "1,234.5"; the row was left out'
        reader.diagnostics.append(_at("S012", reader.file, row, message, hint))
        return None
    cells = {field: cell for field, cell in zip(header.fields, row.cells, strict=False) if field}
    return reader.read(row.number, cells)


def _lacking(table: RawTable, header: Header | None) -> Diagnostic:
    if header is None:
        message = "no row at the top names the columns"
        names = "region, indicator, year, value, unit (地区, 指标, 年份, 数值, 单位)"
        return _whole("S003", table.name, message, f"write a header with {names}")
    wanted = "; ".join(" or ".join(NAMES[field][0] for field in group) for group in header.missing())
    known = "; ".join("、".join(n for field in group for n in NAMES[field]) for group in header.missing())
    cell = Cell(table.name, header.row)
    message = f"no column for {wanted}"
    return Diagnostic("S003", Severity.ERROR, message, f"add it under one of the names {known}", cell=cell)


def _report_columns(table: RawTable, header: Header) -> list[Diagnostic]:
    hint = "nothing to do, unless it should have been read: then rename it"
    return [
        Diagnostic("S015", Severity.INFO, f"the column “{title}” is not used", hint, cell=Cell(table.name, header.row))
        for title in header.unused()
    ]


def _unused(table: RawTable) -> Diagnostic:
    message, hint = "the sheet has no header and is not used", "nothing to do, unless it holds figures"
    return Diagnostic("S015", Severity.INFO, message, hint, cell=Cell(table.name))


def _whole(code: str, name: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, hint, cell=Cell(name))


def _at(code: str, file: str, row: Row, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, hint, cell=Cell(file, row.number))
