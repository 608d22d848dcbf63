"""What a person should look at in a table that was read.

In: a table. Out: diagnostics: numbers that leave a gap, rows without a unit, rows
whose cells were placed by inference.
Left out on purpose: whether the figures agree with each other, which `check` asks.
"""

from collections.abc import Sequence

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import CellForm, Table, TableRow
from lantu.read.codes import diagnose

_UNITLESS = ("比", "系数", "指数", "倍差", "排名", "位次")
_LISTED = 10


def check_table(table: Table) -> tuple[Diagnostic, ...]:
    """Everything to be looked at in one table."""
    found = (_check_numbers(table), _check_units(table), _check_placed(table))
    return tuple(diagnostic for diagnostic in found if diagnostic is not None)


def _check_numbers(table: Table) -> Diagnostic | None:
    numbers = [row.no for row in table.rows if row.no is not None]
    missing = sorted(set(range(numbers[0], numbers[-1])) - set(numbers)) if numbers else []
    if not missing:
        return None
    listed = ", ".join(map(str, missing[:_LISTED]))
    return diagnose("R024", f"{_name(table)}: rows {listed} are missing", span=table.rows[0].name_span)


def _check_units(table: Table) -> Diagnostic | None:
    bare = [row for row in table.rows if _lacks_unit(row)]
    if not bare:
        return None
    message = f"{_name(table)}: no unit for {_list_rows(bare)}"
    return diagnose("R025", message, span=bare[0].name_span, severity=Severity.INFO)


def _lacks_unit(row: TableRow) -> bool:
    if row.unit or row.name.endswith(_UNITLESS):
        return False
    figures = [cell for cell in row.cells if cell.value is not None and cell.form is not CellForm.STATUS]
    return bool(figures) and not any(cell.unit for cell in figures)


def _check_placed(table: Table) -> Diagnostic | None:
    placed = [row for row in table.rows if any(cell.confidence < 1 for cell in row.cells)]
    if not placed:
        return None
    message = f"{_name(table)}: {len(placed)} rows have lost cells: {_list_rows(placed)}"
    return diagnose("R021", message, span=placed[0].name_span, severity=Severity.INFO)


def _name(table: Table) -> str:
    return table.caption or "a table"


def _list_rows(rows: Sequence[TableRow]) -> str:
    names = [f"{row.no} {row.name}" if row.no is not None else row.name for row in rows[:_LISTED]]
    more = f" and {len(rows) - _LISTED} more" if len(rows) > _LISTED else ""
    return "; ".join(names) + more
