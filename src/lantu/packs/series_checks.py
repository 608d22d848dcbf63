"""What cannot be right in rows that follow one another: sensors that stand still, hours without a row.

In: hourly rows as checked one by one, the pack's rule `stuck`. Out: the same rows
with figures that stood still set aside, and diagnostics. Left out on purpose:
series by the day; a figure may well be the same on two days.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.packs.pack import Pack
from lantu.packs.row_input import ReadTable, SourceTable
from lantu.packs.rows import Figure, InputRow

Series = list[tuple[int, InputRow]]
"""Rows of one place with their hours, counted from the calendar's first, in order."""


def check_series(table: SourceTable, found: ReadTable, pack: Pack) -> ReadTable:
    """The rows with figures that stood still set aside.

    Args:
        table: For the numbers of the rows in the file.
        found: The rows.
        pack: Its rule ``stuck``, where it has one, says after how many hours an input stands still.
    """
    if not pack.rules.has_rule("stuck"):
        return found
    limits = pack.rules.editions["stuck"][-1].values
    rows = {row.number: row for row in found.rows}
    remarks = defaultdict(list, {number: list(said) for number, said in found.remarks.items()})
    gaps: list[str] = []
    for place, series in split_series(found.rows, [i.name for i in pack.inputs if i.kind == "place"]).items():
        for name in (name for name in found.columns if name in limits):
            for run in find_runs(series, name, int(limits[name])):
                _set_aside(run, name, found.columns[name].heading, table, rows, remarks)
        missing = series[-1][0] - series[0][0] + 1 - len({hour for hour, _ in series})
        if missing:
            gaps.append(f"{place or table.file} {missing}")
    diagnostics = found.diagnostics
    if gaps:
        message = f"hours without a row between the first and the last: {', '.join(gaps[:10])}"
        hint = "nothing to do where they were reported missing; means say how many hours they rest on"
        diagnostics += (Diagnostic("P042", Severity.INFO, message, hint, cell=Cell(table.file)),)
    return replace(found, rows=tuple(rows.values()), remarks=dict(remarks), diagnostics=diagnostics)


def split_series(rows: Sequence[InputRow], places: Sequence[str]) -> Mapping[str, Series]:
    """The rows that state day and hour, by place and in order of time; rows set aside are left out."""
    groups: dict[str, Series] = defaultdict(list)
    for row in rows:
        if row.day is not None and row.hour is not None and not row.is_set_aside:
            place = " ".join(filter(None, (row.words.get(name, "") for name in places)))
            groups[place].append((row.day.toordinal() * 24 + row.hour, row))
    return {place: sorted(series, key=lambda pair: pair[0]) for place, series in groups.items()}


def find_runs(series: Series, name: str, shortest: int) -> list[list[InputRow]]:
    """Stretches of consecutive hours in which a figure is one and the same, from a length on."""
    runs: list[list[InputRow]] = []
    current = [series[0][1]] if series else []
    for (before, last), (hour, row) in pairwise(series):
        is_same = hour - before == 1 and row.amount(name) is not None and row.amount(name) == last.amount(name)
        if is_same:
            current.append(row)
            continue
        runs.append(current)
        current = [row]
    return [run for run in (*runs, current) if len(run) >= shortest and run[0].amount(name) is not None]


def _set_aside(
    run: Sequence[InputRow],
    name: str,
    heading: str,
    table: SourceTable,
    rows: dict[int, InputRow],
    remarks: dict[int, list[Diagnostic]],
) -> None:
    message = f"{heading} {run[0].amount(name)} stands still for {len(run)} hours; it is set aside"
    absent: Figure = Absence(AbsenceKind.UNREADABLE, message)
    for row in run:
        cell = Cell(table.file, table.rows[row.number].number, heading)
        hint = "look at the instrument"
        remarks[row.number].append(Diagnostic("P041", Severity.WARNING, message, hint, cell=cell))
        rows[row.number] = replace(rows[row.number], figures={**rows[row.number].figures, name: absent})
