"""`lantu measure [PACK|INDICATOR]`: what the lake's readings and the reported figures give, told in lines."""

import typer
from rich.console import Console

from lantu.cli.observations import select_diagnostics
from lantu.cli.words import print_diagnostics
from lantu.run.measuring_lake import LakeReport, PackReport, measure_lake
from lantu.run.pack_steps import step_packs
from lantu.store.engine import EngineError

ERRORS = Console(stderr=True)


def measure_registry(wanted: str, *, full: bool) -> None:
    """Measure one pack or all; exit code 2 where nothing of that name is computed, 1 where the engine does not answer."""
    pack = wanted.partition(".")[0]
    known = step_packs()
    found = known.get(pack)
    if wanted and (found is None or ("." in wanted and found.find_indicator(wanted) is None)):
        computable = ", ".join(f"{name} ({', '.join(_codes(name))})" for name in sorted(known))
        typer.echo(f"{wanted} is not computed from readings. These packs are: {computable}.", err=True)
        raise typer.Exit(2)
    try:
        report = measure_lake([pack] if wanted else None, by="command line", full=full)
    except EngineError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    print_diagnostics(select_diagnostics(report.diagnostics), "lake", ERRORS)
    for line in describe_report(report):
        typer.echo(line)


def _codes(pack: str) -> list[str]:
    return [i.definition.code for i in step_packs()[pack].indicators if i.measured]


def describe_report(report: LakeReport) -> list[str]:
    """What was done, a line for each pack and one for what came of it."""
    lines = [_describe_pack(pack) for pack in report.packs]
    return [*lines, f"{report.values} values are new or changed, {report.standings} standings changed."]


def _describe_pack(pack: PackReport) -> str:
    lost = f", {pack.unplaced:,} of stations without a place" if pack.unplaced else ""
    done = f"all {pack.changed:,} cells computed" if pack.is_full else f"{pack.changed:,} cells changed"
    return (
        f"{pack.pack}: {pack.readings:,} readings of {pack.stations} stations, {pack.flagged:,} flagged{lost}; {done}"
    )
