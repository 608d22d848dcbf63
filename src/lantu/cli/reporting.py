"""`lantu report`: the list of standings, reports as files, and whether a file that people edited still holds."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from lantu.cli.figures import DAY, print_report
from lantu.cli.opening import open_registry
from lantu.core.report import Fault, FaultKind, ReportKind

report_app = typer.Typer(
    invoke_without_command=True,
    help="All targets with base, latest figure and standing; with a command, reports as the law asks for.",
    epilog="Examples:  lantu report   ·   lantu report --csv > standings.csv   ·   lantu report make annual --plan 1 --out annual.docx",
)
WORDS = {
    FaultKind.DIFFERS: "differs",
    FaultKind.UNIT_DIFFERS: "unit differs",
    FaultKind.UNBOUND: "unbound",
    FaultKind.REVISED: "revised since",
    FaultKind.PICTURE: "picture replaced",
    FaultKind.GONE: "no longer in the file",
}


def add_commands(app: typer.Typer) -> None:
    """Add `report` with its parts."""
    app.add_typer(report_app, name="report")


@report_app.callback()
def report(
    context: typer.Context,
    as_of: Annotated[datetime | None, DAY] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Comma-separated values instead of a table.")] = False,
) -> None:
    """All targets with base, latest figure and standing; with a command, reports as the law asks for."""
    if context.invoked_subcommand is None:
        print_report(as_of.date() if as_of else None, as_csv=as_csv)


@report_app.command(
    epilog="Example:  lantu report make midterm --plan plan/330400/2021/outline --year 2023 --out midterm.docx"
)
def make(
    kind: Annotated[ReportKind, typer.Argument(help="annual 年度监测分析, midterm 中期评估, final 总结评估.")],
    plan: Annotated[str, typer.Option(help="Address or number of the plan, as in its page's address.")],
    out: Annotated[Path, typer.Option(dir_okay=False, help="File to write: .docx or .pdf.")],
    as_of: Annotated[datetime | None, DAY] = None,
    year: Annotated[int | None, typer.Option(help="Last year whose figures are used.")] = None,
) -> None:
    """Make a report, keep it in the registry, and write it to a file."""
    form = out.suffix.lower().removeprefix(".")
    if form not in ("docx", "pdf"):
        typer.echo(f"{out}: the name must end in .docx or .pdf.", err=True)
        raise typer.Exit(2)
    open_registry()
    from lantu.run.clock import today_in_china
    from lantu.run.exporting import find_plan
    from lantu.run.reporting import ReportRefusedError, make_report, print_report, report_name

    key = find_plan(plan)
    if key is None:
        typer.echo(f"{plan}: no such plan. Give its number, or its address such as plan/330400/2021/outline.", err=True)
        raise typer.Exit(1)
    day = as_of.date() if as_of else today_in_china()
    try:
        made = make_report(kind, key, as_of=day, by="command line", year=year)
    except ReportRefusedError as error:
        typer.echo(f"{error}.", err=True)
        raise typer.Exit(1) from error
    data, _ = print_report(made, form)
    out.write_bytes(data)
    typer.echo(f"{out}: {report_name(made)}, {len(data):,} bytes")


@report_app.command(epilog="Example:  lantu report verify annual.docx")
def verify(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A .docx made by lantu, edited or not.")],
    key: Annotated[int | None, typer.Option("--report", help="Number of the report, if the file lost it.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Name every figure of a file that differs from its report, is bound to nothing, or was revised since.

    Ends with 1 if there is any.
    """
    open_registry()
    from lantu.run.presses import FileRefusedError
    from lantu.run.reporting import verify_file

    try:
        verdict = verify_file(file.read_bytes(), key)
    except (FileRefusedError, LookupError) as error:
        typer.echo(f"{file}: {error}.", err=True)
        raise typer.Exit(2) from error
    wrong = [fault for fault in verdict.faults if fault.kind is not FaultKind.GONE]
    if as_json:
        typer.echo(json.dumps(asdict(verdict), ensure_ascii=False))
        raise typer.Exit(1 if wrong else 0)
    typer.echo(f"{verdict.title} ({verdict.name or 'not registered here'})")
    if not verdict.is_registered:
        typer.echo("The registry does not know this report; it was verified against the file's own copy.", err=True)
    if verdict.is_copy_changed:
        typer.echo("The file's own copy of the report was changed; the registry's was used.", err=True)
    for fault in verdict.faults:
        typer.echo(say_fault(fault))
    typer.echo(f"{len(wrong)} to be settled." if wrong else "Every figure says what the registry says.")
    raise typer.Exit(1 if wrong else 0)


def say_fault(fault: Fault) -> str:
    """A fault in one line, with the other places of a revised value under it."""
    place = f"{fault.where}: " if fault.where else ""
    said = f"says {fault.found}" if fault.found else "nothing says it"
    expected = f", the registry says {fault.expected}" if fault.expected else ""
    if fault.kind is FaultKind.PICTURE:
        said = "it is not the picture that was printed"
    if fault.kind is FaultKind.REVISED:
        said, expected = f"was {fault.found}", f", is {fault.expected or 'withdrawn'}"
    what = f" ({fault.what})" if fault.what else ""
    context = f"  «{fault.context}»" if fault.context else ""
    lines = [f"{WORDS[fault.kind]:22} {place}{said}{expected}{what}{context}"]
    return "\n".join([*lines, *(f"{'':22}   {place}" for place in fault.places)])
