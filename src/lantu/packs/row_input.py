"""Rows of text into rows of figures, with every doubt said.

In: header and cells, a pack, the formula's inputs. Out: input rows, the columns
found, and diagnostics by row. Left out on purpose: rules on what is plausible.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.packs.cells import is_blank, read_day, read_figure, read_flag, read_hour, read_time
from lantu.packs.columns import Column, match_columns
from lantu.packs.pack import Input, Pack, PackIndicator
from lantu.packs.rows import NOT_STATED, Figure, InputRow

TIME_KINDS = ("date", "hour", "time")
_HALF = Decimal("0.5")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row as it stands in a file: its number there, counted from 1 with the header as row 1, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table of text: the file's name, the headings, the rows below them."""

    file: str
    header: tuple[str, ...]
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table, read.

    Attributes:
        rows: In the file's order.
        columns: By name of input.
        remarks: By index of row.
        diagnostics: About the file as a whole.
    """

    rows: tuple[InputRow, ...]
    columns: dict[str, Column]
    remarks: dict[int, list[Diagnostic]]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Draft:
    """A row while its cells are read."""

    figures: dict[str, Figure] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    day: date | None = None
    hour: int | None = None
    minute: int = 0


def select_inputs(pack: Pack, indicator: PackIndicator) -> tuple[Input, ...]:
    """What is read of a file: the formula's inputs, and where and when the row is about."""
    wanted = set(indicator.formula.inputs) if indicator.formula else set()
    return tuple(i for i in pack.inputs if i.name in wanted or i.kind in (*TIME_KINDS, "place"))


def read_table(table: SourceTable, pack: Pack, indicator: PackIndicator, default_day: date | None = None) -> ReadTable:
    """The rows of a table as a formula wants them.

    Args:
        table: Text.
        pack: Its inputs and the setting ``below_detection``.
        indicator: Whose formula will read the rows.
        default_day: For rows that state no day with a year.
    """
    inputs = select_inputs(pack, indicator)
    columns, diagnostics = match_columns(table.header, inputs, table.file)
    below = pack.rules.settings["below_detection"].value if "below_detection" in pack.rules.settings else ""
    kinds = {found.name: found.kind for found in inputs}
    rows, remarks = [], {}
    undated = 0
    for index, source in enumerate(table.rows):
        row, said = _read_row(index, source, table.file, columns, kinds, below)
        if row.day is None:
            undated += 1
            row = replace(row, day=default_day)
        rows.append(row)
        if said:
            remarks[index] = said
    timed = [column for name, column in columns.items() if kinds[name] in ("date", "time")]
    if timed and undated:
        message = f"{undated} of {len(rows)} rows state no day with a year"
        hint = "write the day as 2020-03-26, or give it for the whole file with --on"
        cell = Cell(table.file, 0, timed[0].heading)
        diagnostics += (Diagnostic("P026", Severity.WARNING, message, hint, cell=cell),)
    return ReadTable(tuple(rows), columns, remarks, diagnostics)


def _read_row(
    index: int, source: SourceRow, file: str, columns: dict[str, Column], kinds: dict[str, str], below: str
) -> tuple[InputRow, list[Diagnostic]]:
    draft = _Draft({name: NOT_STATED for name, kind in kinds.items() if kind == "figure"})
    said: list[Diagnostic] = []
    for name, column in columns.items():
        text = source.cells[column.index] if column.index < len(source.cells) else ""
        if is_blank(text):
            continue
        try:
            remark = _read_cell(draft, name, kinds[name], text, column.factor, below)
        except (ValueError, OverflowError) as error:
            remark = _give_up(draft, name, kinds[name], text, str(error))
        if remark is not None:
            code, severity, message, hint = remark
            said.append(Diagnostic(code, severity, message, hint, cell=Cell(file, source.number, column.heading)))
    row = InputRow(index, draft.figures, draft.words, frozenset(draft.flags), draft.day, draft.hour, draft.minute)
    return row, said


def _give_up(draft: _Draft, name: str, kind: str, text: str, error: str) -> Any:
    """Keep what an unreadable cell holds; days without their year are told once for the file, not here."""
    if kind in ("date", "time"):
        draft.words[name] = text.strip()
        return ("P026", Severity.WARNING, error, "correct the day") if _YEAR.search(text) else None
    if kind == "figure":
        draft.figures[name] = Absence(AbsenceKind.UNREADABLE, error)
    return "P021", Severity.WARNING, error, "correct the cell, or leave it empty"


def _read_cell(draft: _Draft, name: str, kind: str, text: str, factor: Decimal, below: str) -> Any:
    """Put one cell into the draft; a remark as (code, severity, message, hint), or None."""
    if kind == "figure":
        return _take_figure(draft, name, text, factor, below)
    if kind in ("word", "place"):
        draft.words[name] = text.strip()
    elif kind == "flag":
        draft.flags |= {name} if read_flag(text) else set()
    elif kind == "date":
        draft.day = read_day(text)
    elif kind == "hour":
        draft.hour = read_hour(text)
    else:
        draft.day, draft.hour, draft.minute = read_time(text)
    return None


def _take_figure(draft: _Draft, name: str, text: str, factor: Decimal, below: str) -> Any:
    reported = read_figure(text)
    amount = reported.amount * factor
    if not reported.is_below:
        draft.figures[name] = amount
        return None
    if below == "half":
        draft.figures[name] = amount * _HALF
        return "P031", Severity.INFO, f"“{text}” is below detection; half the limit is counted", "nothing to do"
    if below == "limit":
        draft.figures[name] = amount
        return "P031", Severity.INFO, f"“{text}” is below detection; the limit itself is counted", "nothing to do"
    draft.figures[name] = Absence(AbsenceKind.UNREADABLE, f"“{text}” only says that it is below a limit")
    return "P031", Severity.WARNING, f"“{text}” only says that it is below a limit", "give the figure itself"
