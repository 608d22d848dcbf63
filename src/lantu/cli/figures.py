"""`lantu measure`, `lantu judge`: figures from the registry."""

import csv
import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from lantu.cli.judging_rows import judge_file
from lantu.cli.opening import open_registry
from lantu.core.absence import Absence
from lantu.core.quantity import Quantity
from lantu.core.standing import Standing
from lantu.core.target import Target

COLUMNS = (
    "plan", "indicator", "due", "base", "target", "latest", "period", "standing", "preliminary", "reason", "chance", "address",
)  # fmt: skip
DAY = typer.Option("--as-of", formats=["%Y-%m-%d"], help="Judge with what was recorded by the end of this day.")
ROWS = typer.Option(
    "--input", help="Judge the rows of this CSV file instead; the manual's page on methods lists the columns."
)


def add_commands(app: typer.Typer) -> None:
    """Add `measure` and `judge`."""
    app.command(
        epilog="Examples:  lantu measure   ·   lantu measure air --full   ·   lantu measure air.aqi_hourly --input hours.csv"
        " --json   ·   lantu measure water.class --input sections.csv"
    )(measure)
    app.command(epilog="Examples:  lantu judge   ·   lantu judge --input rows.csv --json")(judge)


def measure(
    indicator: Annotated[
        str, typer.Argument(help="A pack, or the address of an indicator of one, such as air or air.aqi_hourly.")
    ] = "",
    table: Annotated[
        Path | None, typer.Option("--input", exists=True, dir_okay=False, help="Rows to compute it on: CSV or XLSX.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the results as JSON.")] = False,
    packs: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="Folder with packs of your own.")
    ] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="A setting of the pack; may be repeated.")
    ] = None,
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of rows that state none.")] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Compute everything, not only what rests on new or corrected readings.")
    ] = False,
) -> None:
    """Compute indicators from the readings and figures known now, or one indicator on the rows of a file.

    From the lake, what rests on new or corrected readings is computed on the engine that LANTU_ENGINE names; the values
    go into the registry and the targets that rest on them are judged again.
    """
    if table is not None and indicator:
        from lantu.cli.measuring_rows import Request, measure_rows

        request = Request(indicator, table, packs, tuple(settings or ()), on.date() if on else None)
        measure_rows(request, as_json=as_json)
    if table is not None:
        typer.echo("Name the indicator: lantu measure air.aqi_hourly --input hours.csv", err=True)
        raise typer.Exit(2)
    if as_json or settings or on is not None or packs is not None:
        typer.echo("--json, --set, --on and --packs go with --input.", err=True)
        raise typer.Exit(2)
    open_registry()
    from lantu.cli.measuring_lake import measure_registry

    measure_registry(indicator, full=full)


def judge(
    as_of: Annotated[datetime | None, DAY] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the standings as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print comma-separated values.")] = False,
    rows: Annotated[Path | None, ROWS] = None,
    by: Annotated[str, typer.Option("--by", help="Count by plan, group, department or place instead.")] = "",
) -> None:
    """Judge every target. With --as-of, replay a past day without keeping the answers.

    With --input, judge the rows of a file by all methods and leave the registry alone. With --by, count the targets
    in each class and name the worst binding ones, as of today or --as-of, without keeping anything.
    """
    if by:
        _print_rolled(by, as_of.date() if as_of else None, as_json=as_json, as_csv=as_csv)
        return
    if rows is not None:
        if as_of is not None:
            typer.echo("--input judges the rows as they are; it does not go with --as-of. Leave one out.", err=True)
            raise typer.Exit(2)
        judge_file(rows, as_json=as_json)
        return
    open_registry()
    from lantu.run.judging import judge_all

    if as_of is None:
        changed = judge_all(by="command line")
        typer.echo(f"{changed} standings changed.", err=as_json or as_csv)
        if not as_json and not as_csv:
            return
    _print_standings(_list_standings(as_of.date() if as_of else None), as_json=as_json, as_csv=as_csv)


def print_report(day: date | None, *, as_csv: bool) -> None:
    """All targets with base, latest figure and standing, as of a day or today."""
    open_registry()
    _print_standings(_list_standings(day), as_json=False, as_csv=as_csv)


def _print_standings(rows: list[dict[str, Any]], *, as_json: bool, as_csv: bool) -> None:
    if as_json:
        typer.echo(json.dumps({"results": rows}, ensure_ascii=False))
    elif as_csv:
        writer = csv.DictWriter(sys.stdout, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    else:
        _print_table(rows)


def _print_rolled(by: str, day: date | None, *, as_json: bool, as_csv: bool) -> None:
    open_registry()
    from lantu.cli.rolled import list_rolled, print_csv, print_rolled
    from lantu.run.clock import today_in_china
    from lantu.run.rolling import BY, roll_up_known

    if by not in BY:
        typer.echo(f"--by takes one of {', '.join(BY)}.", err=True)
        raise typer.Exit(2)
    rows = list_rolled(roll_up_known(by, day or today_in_china()))
    if as_json:
        typer.echo(json.dumps({"by": by, "results": rows}, ensure_ascii=False))
    elif as_csv:
        print_csv(rows)
    else:
        print_rolled(rows)


def _list_standings(day: date | None) -> list[dict[str, Any]]:
    from lantu.run.clock import today_in_china
    from lantu.run.judging import judge_known

    return [_row_of(target, standing) for _, target, standing in judge_known(day or today_in_china())]


def _row_of(target: Target, standing: Standing) -> dict[str, Any]:
    latest = standing.latest
    return {
        "plan": target.id.partition("#")[0],
        "indicator": target.name,
        "due": target.due_year,
        "base": _say(target.base.quantity),
        "target": f"{'' if target.comparator == '=' else target.comparator}{_say(target.value)}",
        "latest": f"{'' if latest.bound == '=' else latest.bound}{_say(latest.quantity)}" if latest else "",
        "period": str(latest.period) if latest else "",
        "standing": str(standing.klass),
        "preliminary": standing.is_preliminary,
        "reason": str(standing.reason),
        "chance": _say_chance(standing),
        "address": target.id,
    }


def _say_chance(standing: Standing) -> str:
    """The chance of being in time, or why none is told."""
    trend = standing.trend
    if trend is None:
        return ""
    return str(trend.refused) if trend.chance is None else str(trend.chance)


def _say(figure: Quantity | Absence) -> str:
    return figure.reason or str(figure.kind) if isinstance(figure, Absence) else str(figure)


def _print_table(rows: list[dict[str, Any]]) -> None:
    table = Table(*COLUMNS, box=None, header_style="bold")
    for row in rows:
        table.add_row(*(("preliminary" if row[c] else "") if c == "preliminary" else str(row[c]) for c in COLUMNS))
    wide = Console()
    # Piped output is read by programs and people with scroll bars: no cell is cut there.
    (wide if wide.is_terminal else Console(width=240)).print(table)
