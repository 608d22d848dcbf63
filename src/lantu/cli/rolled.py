"""How `lantu judge --by` prints standings rolled up: a table, CSV or JSON."""

import csv
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from lantu.core.standing import Class
from lantu.judge.rollup import RollUp

NAMELESS = "(none)"
COLUMNS = ("name", "targets", "binding", *(klass.value for klass in Class), "worst_binding")


def list_rolled(rolled: Sequence[RollUp]) -> list[dict[str, Any]]:
    """One row a group; the worst binding targets by name and address."""
    return [
        {
            "name": group.group or NAMELESS,
            "targets": group.total,
            "binding": group.binding,
            **{klass.value: count for klass, count in group.counts},
            "worst_binding": [{"name": target.name, "address": target.id} for target in group.worst],
        }
        for group in rolled
    ]


def print_csv(rows: Sequence[dict[str, Any]]) -> None:
    """Comma-separated values; the worst binding targets stand in one cell, with their addresses."""
    writer = csv.DictWriter(sys.stdout, COLUMNS)
    writer.writeheader()
    writer.writerows({**row, "worst_binding": _join(row, "; ")} for row in rows)


def print_rolled(rows: Sequence[dict[str, Any]]) -> None:
    """A table for people."""
    table = Table(*COLUMNS, box=None, header_style="bold")
    for row in rows:
        table.add_row(*(str(row[column]) for column in COLUMNS[:-1]), _join(row, "\n"))
    wide = Console()
    (wide if wide.is_terminal else Console(width=240)).print(table)


def _join(row: dict[str, Any], between: str) -> str:
    return between.join(f"{target['name']} {target['address']}" for target in row["worst_binding"])
