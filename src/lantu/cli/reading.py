"""`lantu read`: one document, without a registry."""

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from lantu.cli.words import print_diagnostics
from lantu.core.diagnostic import has_errors
from lantu.core.entry import Entry, Reading
from lantu.core.quantity import format_amount

_STEPS = {
    "convert": "converting by LibreOffice",
    "extract": "taking the text out",
    "blocks": "finding blocks",
    "tables": "reading tables",
    "sections": "finding sections",
    "prose": "reading prose",
}
_MOST_WORDS = 40
_WIDE = 400
"""Columns of an output that is no terminal, so that a row stays a line."""


def add_commands(app: typer.Typer) -> None:
    """Add `read`."""
    app.command(
        name="read",
        epilog="Examples:  lantu read plan.pdf   ·   lantu read --json plan.txt > reading.json   ·   "
        "lantu read --html plan.html plan.docx",
    )(read_document)


def read_document(
    file: Annotated[Path, typer.Argument(help="A plan, work report or bulletin: .txt, .md, .html, .docx, .pdf, .doc.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole reading as JSON.")] = False,
    html: Annotated[Path | None, typer.Option("--html", help="Write a page: the text, its entries marked.")] = None,
) -> None:
    """Read a document into sections, tables, targets and actuals with their exact places."""
    try:
        data = file.read_bytes()
    except OSError as error:
        typer.echo(f"{file}: cannot be read ({error.strerror}). Give the path of a document.", err=True)
        raise typer.Exit(2) from error
    messages = Console(stderr=True)
    reading = _read_with_progress(data, file.name, messages)
    if as_json:
        from lantu.read.json_form import reading_to_json

        typer.echo(json.dumps(reading_to_json(reading), ensure_ascii=False))
    else:
        _print_summary(reading, _open_console())
    if html is not None and reading.text:
        _write_page(html, reading)
    print_diagnostics(reading.diagnostics, reading.facts.source, messages, reading.marks)
    if has_errors(reading.diagnostics) and not reading.text:
        raise typer.Exit(1)


def _read_with_progress(data: bytes, name: str, messages: Console) -> Reading:
    """The reading; a terminal sees how far it is. The reader is imported here, as other commands do without it."""
    from lantu.run.office import read_file

    if not messages.is_terminal:
        return read_file(data, name)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=messages, transient=True) as progress:
        task = progress.add_task(f"reading {name}", total=1.0)

        def report(share: float, step: str) -> None:
            progress.update(task, completed=share, description=_STEPS.get(step, f"reading: {step}"))

        return read_file(data, name, report)


def _open_console() -> Console:
    """The terminal as it is; into a file or another program, lines as long as they need to be."""
    console = Console()
    return console if console.is_terminal else Console(width=_WIDE)


def _write_page(path: Path, reading: Reading) -> None:
    from lantu.cli.reading_page import reading_to_html

    try:
        path.write_text(reading_to_html(reading), encoding="utf-8")
    except OSError as error:
        typer.echo(f"{path}: cannot be written ({error.strerror}). Give a path in a folder that exists.", err=True)
        raise typer.Exit(2) from error


def _print_summary(reading: Reading, console: Console) -> None:
    facts = reading.facts
    period = f"{facts.period[0]}–{facts.period[1]}" if facts.period else "no period found"
    title = Text(facts.title or facts.source, style="bold")
    console.print(
        title.append(f"  {facts.kind}, {facts.region_name or '?'}, {period}", style="not bold"), soft_wrap=True
    )
    rows = sum(len(table.rows) for table in reading.tables)
    counts = Counter(str(entry.kind) for entry in reading.entries)
    found = ", ".join(f"{n} {kind}s" for kind, n in counts.items()) or "no entries"
    console.print(f"{facts.characters} characters, {len(reading.sections)} sections, {rows} table rows; {found}")
    listing = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("at", "page", "kind", "indicator", "year", "value", "words"):
        listing.add_column(
            name, no_wrap=True, overflow="ellipsis", justify="right" if name in ("at", "page") else "left"
        )
    for entry in reading.entries:
        listing.add_row(*(Text(cell) for cell in _list_entry(entry)))
    console.print(listing)


def _list_entry(entry: Entry) -> tuple[str, ...]:
    words = " ".join(entry.span.quote.split())
    return (
        str(entry.span.start),
        str(entry.span.page) if entry.span.page else "",
        str(entry.kind),
        entry.indicator[:28],
        "" if entry.year is None else str(entry.year),
        _say_value(entry),
        words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + "…",
    )


def _say_value(entry: Entry) -> str:
    if entry.value is None:
        return entry.measure
    sign = "" if entry.comparator == "=" else str(entry.comparator)
    return f"{sign}{format_amount(entry.value)}{entry.unit}"
