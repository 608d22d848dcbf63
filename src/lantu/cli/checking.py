"""`lantu check` and `lantu compare`: documents against themselves and one another, without a registry."""

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from lantu.check.documents import check_readings
from lantu.check.json_form import check_to_json
from lantu.cli.words import print_diagnostics
from lantu.core.diagnostic import Severity
from lantu.core.entry import Reading
from lantu.core.finding import Finding
from lantu.read import read_plan

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.INFO: "提示"}


def add_commands(app: typer.Typer) -> None:
    """Add `check`."""
    app.command(
        name="check",
        epilog="Examples:  lantu check plan.txt   ·   lantu check --json city.txt district.txt > findings.json",
    )(check_documents)


def check_documents(
    files: Annotated[list[Path], typer.Argument(help="Plans, work reports, articles (.txt, .md); one or more.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print findings and alignments as JSON.")] = False,
) -> None:
    """Find contradictions in documents and between them; exit code 1 if there is an error among them."""
    readings = [_read(file) for file in files]
    alignments, findings, diagnostics = check_readings(readings)
    if as_json:
        typer.echo(json.dumps(check_to_json(readings, alignments, findings, diagnostics), ensure_ascii=False))
    else:
        _print_findings(findings, len(alignments))
    print_diagnostics(diagnostics, "", Console(stderr=True))
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise typer.Exit(1)


def _read(file: Path) -> Reading:
    try:
        return read_plan(file.read_bytes(), file.name)
    except OSError as error:
        typer.echo(f"{file}: cannot be read ({error.strerror}). Give the path of a document.", err=True)
        raise typer.Exit(2) from error


def _print_findings(findings: tuple[Finding, ...], aligned: int) -> None:
    console = Console()
    listing = Table("code", "severity", "what", "where", box=None, header_style="bold")
    for finding in findings:
        places = ", ".join(f"{e.source}:{e.span.start}" for e in finding.evidence[:3])
        listing.add_row(
            finding.code,
            Text(_WORDS[finding.severity], style=_STYLES[finding.severity]),
            Text(finding.title),
            Text(places, style="dim"),
        )
    console.print(listing)
    counts = Counter(finding.severity for finding in findings)
    told = ", ".join(f"{counts[severity]} {severity.value}s" for severity in Severity)
    console.print(f"{len(findings)} findings ({told}); {aligned} alignments", style="bold")
