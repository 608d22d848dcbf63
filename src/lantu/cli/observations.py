"""`lantu load observations` and `lantu lake`: readings in bulk, and the lake's upkeep."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from lantu.cli.loading import load_app
from lantu.cli.opening import open_registry
from lantu.cli.words import print_diagnostics
from lantu.core.diagnostic import Diagnostic, Severity

lake_app = typer.Typer(no_args_is_help=True, help="The observation lake: how it is, and its upkeep.")
ERRORS = Console(stderr=True)
SHOWN = 20
"""Diagnostics printed of each code; all are counted."""


def add_commands(app: typer.Typer) -> None:
    """Add `lake`, and `observations` to `load`."""
    app.add_typer(lake_app, name="lake")
    load_app.command(epilog="Example:  lantu load observations 2024-*.csv --pack air --place 330400")(observations)


def observations(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False)],
    pack: Annotated[str, typer.Option(help="Whose quantities the files hold: air, water, traffic …")],
    place: Annotated[str, typer.Option(help="Code of the place, where the files name none.")] = "",
    feed: Annotated[str, typer.Option(help="Key of the feed; a later file of it repeats or corrects.")] = "",
    year: Annotated[str, typer.Option(help="Of days that are written without one.")] = "",
    column: Annotated[
        list[str] | None, typer.Option(help="FIELD=HEADING for a column that goes by another name; may be repeated.")
    ] = None,
) -> None:
    """Readings from CSV, XLSX or Parquet into the lake. Run it again after an interruption: it goes on where it was."""
    open_registry()
    from lantu.run.readings import ReadingSource, WrongColumnError, import_readings
    from lantu.sense.table import UnreadableError

    pairs = [text.partition("=") for text in column or []]
    if any(not sign for _, sign, _ in pairs):
        raise typer.BadParameter("write --column FIELD=HEADING, such as --column station=站名")
    source = ReadingSource(pack, place, feed, tuple((field, heading) for field, _, heading in pairs), year)
    is_refused = has_news = False
    for path in files:
        with ERRORS.status(f"{path.name} …") as status:

            def tell(done: int, counts: Mapping[str, int], name: str = path.name) -> None:
                status.update(f"{name}: {done:,} rows, {counts.get('kept', 0):,} readings kept")

            try:
                report = import_readings(path, source, by="command line", report=tell)
            except (UnreadableError, WrongColumnError) as error:
                typer.echo(f"{path.name}: {error}", err=True)
                is_refused = True
                continue
        print_diagnostics(select_diagnostics(report.diagnostics), path.name, ERRORS)
        typer.echo(f"{path.name}: {describe_counts(report.counts)}")
        if report.is_done_before:
            typer.echo("  The same file was loaded before; nothing was changed.")
        elif report.resumed_after:
            typer.echo(f"  Went on after row {report.resumed_after:,}.")
        is_refused |= not report.counts or report.counts.get("refused", 0) > 0
        has_news |= report.counts.get("kept", 0) > 0 and not report.is_done_before
    if has_news:
        from lantu.run.jobs import queue_lake_measuring

        queue_lake_measuring(", ".join(path.name for path in files)[:300], by="command line")
        typer.echo(
            "What rests on new readings is computed by the worker of `lantu serve`, or at once by `lantu measure`."
        )
    raise typer.Exit(1 if is_refused else 0)


def select_diagnostics(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The first of each code, with a last line for those that are not shown."""
    seen: Counter[str] = Counter()
    chosen = []
    for diagnostic in diagnostics:
        seen[diagnostic.code] += 1
        if seen[diagnostic.code] <= SHOWN:
            chosen.append(diagnostic)
    for code, count in seen.items():
        if count > SHOWN:
            chosen.append(Diagnostic(code, Severity.INFO, f"{count - SHOWN:,} more of the same kind"))
    return chosen


def describe_counts(counts: Mapping[str, int]) -> str:
    """What became of a file, in one line."""
    if not counts:
        return "nothing was read"
    main = ("rows", "refused", "readings", "kept", "doubled", "corrected")
    flags = ", ".join(f"{name} {count:,}" for name, count in counts.items() if name not in main and count)
    line = ", ".join(f"{counts.get(name, 0):,} {name}" for name in main)
    return f"{line}; flagged: {flags}" if flags else line


@lake_app.command(epilog="Example:  lantu lake status")
def status() -> None:
    """How many readings there are, in files and staged; exits with 1 where files are missing."""
    open_registry()
    from lantu.run.lake import open_lake

    lake = open_lake().status()
    span = f"{lake.first:%Y-%m-%d} to {lake.last:%Y-%m-%d}" if lake.first and lake.last else "no readings yet"
    typer.echo(
        f"files     {lake.rows:,} rows in {lake.files} files of {lake.months} months, {lake.size_bytes / 1e6:,.1f} MB"
    )
    typer.echo(f"staged    {lake.staged_rows:,} rows in {lake.staged_batches} batches")
    typer.echo(f"time      {span}")
    typer.echo(f"version   {lake.version}, readings up to number {lake.mark:,}")
    if lake.is_behind:
        typer.echo("The files are older than the registry says: restore both from one backup.", err=True)
        raise typer.Exit(1)


@lake_app.command(epilog="Example:  lantu lake flush --least 1")
def flush(least: Annotated[int, typer.Option(help="Fewer rows stay staged.")] = 20_000) -> None:
    """Put staged readings into files."""
    open_registry()
    from lantu.run.lake import flush_lake, open_lake

    report = flush_lake(open_lake(), least)
    typer.echo(
        f"{report.rows:,} rows into files, {report.corrected:,} of them corrections; {report.doubled:,} doubled, "
        f"{report.staged:,} stay staged."
    )


@lake_app.command(epilog="Example:  lantu lake compact")
def compact() -> None:
    """Write months that lie in several files as one file each."""
    open_registry()
    from lantu.run.lake import compact_lake, open_lake

    report = compact_lake(open_lake())
    typer.echo(
        f"{len(report.months)} months written anew; {report.files_before} files before, {report.files_after} now."
    )


@lake_app.command(epilog="Example:  lantu lake retain --from 2021-01 --days 7")
def retain(
    from_month: Annotated[
        str, typer.Option("--from", help="Readings before this month are dropped; none where not given.")
    ] = "",
    days: Annotated[
        int, typer.Option(min=0, help="Files that were replaced stay so long for who still reads them.")
    ] = 7,
) -> None:
    """Drop old months, and delete files that nobody needs any more."""
    open_registry()
    from lantu.run.lake import open_lake, retain_lake

    if from_month and (len(from_month) != 7 or from_month[4] != "-" or not from_month.replace("-", "").isdigit()):
        raise typer.BadParameter("write the month as 2021-01")
    report = retain_lake(open_lake(), from_month=from_month, keep=timedelta(days=days), by="command line")
    typer.echo(f"{report.rows_dropped:,} rows of {len(report.months)} months dropped; {report.deleted} files deleted.")
