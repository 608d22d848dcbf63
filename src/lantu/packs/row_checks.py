"""What cannot be right in rows of figures: flagged by rule, kept, never averaged in.

In: rows as read, the pack's rule `plausible`, the present hour. Out: the same rows
with doubtful figures set aside, and diagnostics by row. Left out on purpose:
mending; a figure in a wrong unit is set aside, not converted.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.packs.pack import Pack
from lantu.packs.row_input import TIME_KINDS, ReadTable, SourceTable
from lantu.packs.rows import InputRow


def check_rows(table: SourceTable, found: ReadTable, pack: Pack, now: datetime) -> ReadTable:
    """The rows with what is impossible set aside.

    Args:
        table: For the numbers of the rows in the file.
        found: The rows.
        pack: Its rule ``plausible``, where it has one, says what can be.
        now: The present, in the civil time of the data.
    """
    remarks: dict[int, list[Diagnostic]] = defaultdict(list, {k: list(v) for k, v in found.remarks.items()})
    cells = {row.number: Cell(table.file, table.rows[row.number].number) for row in found.rows}
    rows = []
    for row in found.rows:
        kept = _check_figures(row, found, pack, cells[row.number], remarks[row.number])
        rows.append(_check_time(kept, now, cells[row.number], remarks[row.number]))
    places = tuple(i.name for i in pack.inputs if i.kind == "place")
    times = tuple(i.name for i in pack.inputs if i.kind in TIME_KINDS)
    rows = _check_doubles(rows, (places, times), cells, remarks)
    return replace(found, rows=tuple(rows), remarks={k: v for k, v in remarks.items() if v})


def _check_figures(row: InputRow, found: ReadTable, pack: Pack, cell: Cell, said: list[Diagnostic]) -> InputRow:
    limits = _find_limits(pack)
    figures = dict(row.figures)
    for name, column in found.columns.items():
        amount = row.amount(name)
        if amount is None or name not in limits:
            continue
        doubt = judge_figure(amount, limits[name])
        if doubt is None:
            continue
        code, why, hint = doubt
        message = f"{column.heading} {amount} {why}; it is set aside"
        where = replace(cell, column=column.heading)
        said.append(Diagnostic(code, Severity.WARNING, message, hint, cell=where))
        figures[name] = Absence(AbsenceKind.UNREADABLE, message)
    return replace(row, figures=figures)


def _find_limits(pack: Pack) -> Mapping[str, Any]:
    if not pack.rules.has_rule("plausible"):
        return {}
    # What an instrument can show does not change with the law, so the newest edition serves every day.
    return pack.rules.editions["plausible"][-1].values


def judge_figure(amount: Decimal, limits: Mapping[str, Any]) -> tuple[str, str, str] | None:
    """What is wrong with a figure: code, why, what to do; None where nothing is.

    The same order of questions as sense/readings/single {b41d7e}.

    Args:
        amount: In the input's unit.
        limits: ``lowest`` and ``highest`` that can be; ``mixup`` the factor between the
            two units that are confused; ``mixup_below`` under which only another unit explains it.
    """
    lowest, highest, factor = limits["lowest"], limits["highest"], limits.get("mixup")
    if amount < 0 <= lowest:
        return "P023", "is negative", "correct the figure; a failed instrument is an empty cell"
    is_mixed = factor is not None and (
        (amount > highest and amount / factor <= highest)
        or ("mixup_below" in limits and 0 < amount < limits["mixup_below"] and amount * factor <= highest)
    )
    if is_mixed:
        return "P024", "looks like another unit (µg for mg, or mg for µg)", "state the unit in the heading"
    if amount > highest or amount < lowest:
        return "P022", f"cannot be: {lowest} to {highest} can", "look at the instrument, or correct the figure"
    return None


def _check_time(row: InputRow, now: datetime, cell: Cell, said: list[Diagnostic]) -> InputRow:
    if row.day is None:
        return row
    # An hour is named by its end, and clocks differ a little: one hour ahead is no sign of anything.
    is_later = row.day > now.date() or (row.day == now.date() and row.hour is not None and row.hour > now.hour + 1)
    if not is_later:
        return row
    message = f"{row.day}{f' {row.hour}:00' if row.hour is not None else ''} lies in the future; the row is set aside"
    said.append(Diagnostic("P025", Severity.WARNING, message, "correct the date, or the station's clock", cell=cell))
    absent = Absence(AbsenceKind.UNREADABLE, message)
    return replace(row, figures=dict.fromkeys(row.figures, absent), is_set_aside=True)


def _check_doubles(
    rows: Sequence[InputRow],
    keys: tuple[Sequence[str], Sequence[str]],
    cells: Mapping[int, Cell],
    remarks: dict[int, list[Diagnostic]],
) -> list[InputRow]:
    """Rows for one place and one time; where no time is written, rows are not compared."""
    groups: dict[Any, list[InputRow]] = defaultdict(list)
    for row in rows:
        words = tuple(row.words.get(key, "") for part in keys for key in part)
        if row.day is not None or any(row.words.get(key) for key in keys[1]):
            groups[(row.day, row.hour, row.minute, words)].append(row)
    checked = list(rows)
    for group in groups.values():
        if len(group) == 1:
            continue
        is_same = all(row.figures == group[0].figures for row in group)
        for row in group[1:] if is_same else group:
            first = cells[group[0].number].row
            if is_same:
                code, message = "P027", f"the row repeats row {first}; it is counted once"
                hint = "remove the second row"
            else:
                code, message = "P028", f"{len(group)} rows for one place and time differ; none is counted in means"
                hint = "find out which is right and remove the others"
            remarks[row.number].append(Diagnostic(code, Severity.WARNING, message, hint, cell=cells[row.number]))
            checked[row.number] = replace(checked[row.number], is_set_aside=True)
    return checked
