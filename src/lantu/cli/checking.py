"""`lantu check` and `lantu compare`: documents against themselves and one another, without a registry."""

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from lantu.check.compare import Comparison, Verdict, compare_readings, say_target
from lantu.check.documents import check_readings
from lantu.check.html_form import WORDS, check_to_html
from lantu.check.json_form import check_to_json, compare_to_json
from lantu.check.wordbook import Wordbook
from lantu.cli.words import print_diagnostics
from lantu.core.diagnostic import Severity
from lantu.core.entry import Reading
from lantu.core.finding import Finding
from lantu.run.clock import today_in_china
from lantu.run.wordbook_files import WordbookError, parse_wordbook

WORDBOOK = typer.Option("--wordbook", help="Pairs of names that mean one indicator or do not (.csv, .yml).")
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
_VERDICTS = {
    Verdict.SAME: "相同",
    Verdict.HIGHER: "提高",
    Verdict.LOWER: "降低",
    Verdict.WORDING: "限定词不同",
    Verdict.NOT_COMPARABLE: "不可比",
    Verdict.ONLY_FIRST: "仅见于前者",
    Verdict.ONLY_SECOND: "仅见于后者",
}


def add_commands(app: typer.Typer) -> None:
    """Add `check` and `compare`."""
    app.command(
        name="check",
        epilog="Examples:  lantu check plan.txt   ·   lantu check --json city.txt district.txt > findings.json",
    )(check_documents)
    app.command(
        name="compare",
        epilog="Examples:  lantu compare plan-2019.txt plan-2021.txt   ·   lantu compare city.txt district.txt --json",
    )(compare_documents)


def check_documents(
    files: Annotated[
        list[Path], typer.Argument(help="Plans, work reports, articles (.txt, .md, .html, .docx, .pdf, .doc).")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print findings and alignments as JSON.")] = False,
    html: Annotated[Path | None, typer.Option("--html", help="Write a page with the evidence side by side.")] = None,
    docx: Annotated[Path | None, typer.Option("--docx", help="Write a Word report with a column for answers.")] = None,
    wordbook: Annotated[Path | None, WORDBOOK] = None,
) -> None:
    """Find contradictions in documents and between them; exit code 1 if there is an error among them."""
    readings = [_read(file) for file in files]
    alignments, findings, diagnostics = check_readings(readings, wordbook=_read_wordbook(wordbook))
    if as_json:
        typer.echo(json.dumps(check_to_json(readings, alignments, findings, diagnostics), ensure_ascii=False))
    else:
        _print_findings(findings, len(alignments))
    if html is not None:
        _write(html, check_to_html(readings, findings).encode())
    if docx is not None:
        from lantu.check.docx_form import check_to_docx  # slow to import, seldom needed

        _write(docx, check_to_docx(readings, findings, f"{today_in_china():%Y-%m-%d}核查"))
    print_diagnostics(diagnostics, "", Console(stderr=True))
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise typer.Exit(1)


def _read(file: Path) -> Reading:
    from lantu.run.office import read_file  # other commands do without the reader

    try:
        return read_file(file.read_bytes(), file.name)
    except OSError as error:
        typer.echo(f"{file}: cannot be read ({error.strerror}). Give the path of a document.", err=True)
        raise typer.Exit(2) from error


def _read_wordbook(file: Path | None) -> Wordbook | None:
    if file is None:
        return None
    try:
        return parse_wordbook(file.read_bytes(), file.name)
    except OSError as error:
        typer.echo(f"{file}: cannot be read ({error.strerror}). Give the path of a wordbook.", err=True)
        raise typer.Exit(2) from error
    except WordbookError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        typer.echo(f"{path}: cannot be written ({error.strerror}). Give a path in a folder that exists.", err=True)
        raise typer.Exit(2) from error


def _make_table(*heads: str) -> Table:
    """A table that wraps long words instead of cutting them."""
    table = Table(box=None, header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def _print_findings(findings: tuple[Finding, ...], aligned: int) -> None:
    console = Console()
    listing = _make_table("code", "severity", "what", "where")
    for finding in findings:
        places = ", ".join(f"{e.source}:{e.span.start}" for e in finding.evidence[:3])
        listing.add_row(
            finding.code,
            Text(WORDS[finding.severity], style=_STYLES[finding.severity]),
            Text(finding.title),
            Text(places, style="dim"),
        )
    console.print(listing)
    counts = Counter(finding.severity for finding in findings)
    told = ", ".join(f"{counts[severity]} {severity.value}s" for severity in Severity)
    console.print(f"{len(findings)} findings ({told}); {aligned} alignments", style="bold")


def compare_documents(
    first: Annotated[Path, typer.Argument(help="The earlier version, or the upper level.")],
    second: Annotated[Path, typer.Argument(help="The later version, or the lower level.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the comparison as JSON.")] = False,
    wordbook: Annotated[Path | None, WORDBOOK] = None,
) -> None:
    """Set the targets of two documents side by side."""
    readings = (_read(first), _read(second))
    comparisons = compare_readings(*readings, _read_wordbook(wordbook))
    if as_json:
        typer.echo(json.dumps(compare_to_json(readings, comparisons), ensure_ascii=False))
    else:
        _print_comparisons(comparisons, first.name, second.name)


def _print_comparisons(comparisons: tuple[Comparison, ...], first: str, second: str) -> None:
    console = Console()
    listing = _make_table("indicator", "year", first, second, "verdict")
    for row in comparisons:
        verdict = _VERDICTS[row.verdict] + (f"（{row.reason}）" if row.reason else "")
        style = "yellow" if row.is_easier else ""
        cells = (row.name, str(row.year or ""), say_target(row.first), say_target(row.second))
        listing.add_row(*(Text(cell) for cell in cells), Text(verdict, style=style))
    console.print(listing)
    counts = Counter(row.verdict for row in comparisons)
    told = "，".join(f"{_VERDICTS[verdict]}{counts[verdict]}项" for verdict in Verdict if counts[verdict])
    console.print(told or "no targets in either document", style="bold")
