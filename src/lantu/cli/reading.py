"""`lantu read`: one document, without a registry."""

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from lantu.cli.words import print_diagnostics
from lantu.core.diagnostic import has_errors
from lantu.core.entry import Entry, Reading
from lantu.core.quantity import format_amount
from lantu.read import read_plan
from lantu.read.json_form import reading_to_json


def add_commands(app: typer.Typer) -> None:
    """Add `read`."""
    app.command(
        name="read",
        epilog="Examples:  lantu read plan.txt   ·   lantu read --json plan.txt > reading.json",
    )(read_document)


def read_document(
    file: Annotated[Path, typer.Argument(help="A plan, work report or bulletin (.txt, .md).")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole reading as JSON.")] = False,
) -> None:
    """Read a document into sections, tables, targets and actuals with their exact places."""
    try:
        data = file.read_bytes()
    except OSError as error:
        typer.echo(f"{file}: cannot be read ({error.strerror}). Give the path of a document.", err=True)
        raise typer.Exit(2) from error
    reading = read_plan(data, file.name)
    if as_json:
        typer.echo(json.dumps(reading_to_json(reading), ensure_ascii=False))
    else:
        _print_summary(reading)
    print_diagnostics(reading.diagnostics, reading.facts.source, Console(stderr=True))
    if has_errors(reading.diagnostics) and not reading.text:
        raise typer.Exit(1)


def _print_summary(reading: Reading) -> None:
    console = Console()
    facts = reading.facts
    period = f"{facts.period[0]}–{facts.period[1]}" if facts.period else "no period found"
    console.print(f"[bold]{facts.title or facts.source}[/bold]  {facts.kind}, {facts.region_name or '?'}, {period}")
    rows = sum(len(table.rows) for table in reading.tables)
    counts = Counter(str(entry.kind) for entry in reading.entries)
    found = ", ".join(f"{n} {kind}s" for kind, n in counts.items()) or "no entries"
    console.print(f"{facts.characters} characters, {len(reading.sections)} sections, {rows} table rows; {found}")
    listing = Table("at", "kind", "indicator", "year", "value", "words", box=None, header_style="bold")
    for entry in reading.entries:
        listing.add_row(
            str(entry.span.start),
            str(entry.kind),
            entry.indicator[:28],
            str(entry.year or ""),
            _say_value(entry),
            " ".join(entry.span.quote.split())[:40],
        )
    console.print(listing)


def _say_value(entry: Entry) -> str:
    if entry.value is None:
        return entry.measure
    sign = "" if entry.comparator == "=" else str(entry.comparator)
    return f"{sign}{format_amount(entry.value)}{entry.unit}"
