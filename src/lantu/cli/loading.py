"""`lantu load`: places, definitions, plans and returns into the registry."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from lantu.cli.opening import open_registry
from lantu.cli.words import print_diagnostics
from lantu.core.diagnostic import has_errors

load_app = typer.Typer(no_args_is_help=True, help="Load places, definitions, plans and returns into the registry.")
ERRORS = Console(stderr=True)


def add_commands(app: typer.Typer) -> None:
    """Add `load` with its parts."""
    app.add_typer(load_app, name="load")


@load_app.command(epilog="Example:  lantu load definitions indicators.yml")
def definitions(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Indicator definitions from a YAML file; a changed definition becomes a new version."""
    open_registry()
    from lantu.run.setting_up import record_definitions

    changed, diagnostics = record_definitions(file.read_text(encoding="utf-8"), file.name, by="command line")
    print_diagnostics(diagnostics, file.name, ERRORS)
    typer.echo(f"{changed} definitions are new or changed.")
    raise typer.Exit(1 if has_errors(diagnostics) else 0)


@load_app.command(epilog="Example:  lantu load places places.json")
def places(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Places from a JSON file: code, name, level, parent."""
    open_registry()
    from lantu.run.sample import read_places
    from lantu.run.setting_up import record_places

    added = record_places(read_places(file.read_text(encoding="utf-8")), by="command line")
    typer.echo(f"{added} places are new.")


@load_app.command(epilog="Example:  lantu load departments departments.json")
def departments(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Departments from a JSON file: code, name, place, upper department, first day; known ones are left alone."""
    open_registry()
    from lantu.run.departments import read_departments, record_departments

    added = record_departments(read_departments(file.read_text(encoding="utf-8")), by="command line")
    typer.echo(f"{added} departments are new.")


@load_app.command(epilog="Example:  lantu load heads heads.json")
def heads(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Heads of departments 负责人 and their leaders 分管领导 from a JSON file; a later first day hands over."""
    open_registry()
    from lantu.run.heads import read_heads, record_heads

    try:
        rows = read_heads(file.read_text(encoding="utf-8"))
    except (KeyError, ValueError) as error:
        typer.echo(f"{file.name}: a head needs a department and a first day as 2026-01-31: {error}", err=True)
        raise typer.Exit(1) from error
    kept, refused = record_heads(rows, by="command line")
    for line in refused:
        typer.echo(f"{file.name}: {line}", err=True)
    typer.echo(f"{kept} heads are new.")
    raise typer.Exit(1 if refused else 0)


@load_app.command(epilog="Example:  lantu load plan outline.txt --place 330400 --title 规划纲要 --adopted 2021-03-19")
def plan(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    place: Annotated[str, typer.Option(help="GB/T 2260 code of the place whose plan it is.")],
    title: Annotated[str, typer.Option(help="Title; taken from the text where not given.")] = "",
    kind: Annotated[str, typer.Option(help="outline, special_plan, action_plan, annual_plan …")] = "outline",
    adopted: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Day of adoption.")] = None,
) -> None:
    """Read a plan, keep its entries and targets, and judge them."""
    open_registry()
    from lantu.run.judging import judge_all
    from lantu.run.plans import UnreadablePlanError, read_version, receive_plan
    from lantu.store.keep.plans import PlanFacts

    facts = PlanFacts(title or file.stem, place, kind, adopted_on=adopted.date() if adopted else None)
    try:
        version = receive_plan(file.read_bytes(), file.name, facts, by="command line")
        read_version(version, by="command line")
    except UnreadablePlanError as error:
        typer.echo(f"{file.name}: {error}", err=True)
        raise typer.Exit(1) from error
    judge_all(by="command line")
    typer.echo(f"{facts.address} read.")


@load_app.command(name="return", epilog="Example:  lantu load return actuals.csv")
def return_(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Reported figures from CSV or XLSX; then measure and judge what rests on them."""
    open_registry()
    from lantu.run.judging import judge_changed
    from lantu.run.measuring import measure_all
    from lantu.run.returns import receive_return

    receipt = receive_return(file.read_bytes(), file.name, by="command line")
    print_diagnostics(receipt.diagnostics, file.name, ERRORS)
    counts = receipt.counts
    typer.echo(
        f"{file.name}: {counts.read} rows read, {counts.kept} kept, {counts.refused} refused, {counts.doubled} doubled."
    )
    measure_all(by="command line")
    judge_changed(by="command line")
    raise typer.Exit(1 if has_errors(receipt.diagnostics) else 0)
