"""`lantu assess`: departments or districts scored by a rule set, every point down to its rule and its figure."""

import csv
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from lantu.cli.opening import open_registry
from lantu.core.score import Assessment


def add_commands(app: typer.Typer) -> None:
    """Add `assess`."""
    app.command(epilog="Example:  lantu assess --rules departments-2026.2.yml --as-of 2026-03-31 --csv")(assess)


def assess(
    rules: Annotated[
        Path, typer.Option(exists=True, dir_okay=False, help="A rule set, such as departments-2026.2.yml.")
    ],
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], help="Score with what was recorded by the end of this day."),
    ] = None,
    place: Annotated[str, typer.Option(help="Code of the place; that of the first plan where left out.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print every point as JSON.")] = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Print comma-separated values, a row a line of a score.")
    ] = False,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the rules and the scores in the registry.")] = False,
) -> None:
    """Score 考核 departments or districts by a rule set; nothing is kept unless --keep says so."""
    open_registry()
    from lantu.run.assessing import (
        AssessmentRefusedError,
        compose_assessment,
        make_assessment,
        record_rules,
        require_rules,
        run_name,
    )
    from lantu.run.clock import end_of_day, read_clock, today_in_china
    from lantu.store.fetch.plans import list_plans

    day = as_of.date() if as_of else today_in_china()
    code = place or next((plan.place_id for plan in list_plans()), "")
    text = rules.read_text("utf-8", errors="replace")
    try:
        noun = require_rules(text, rules.name)
        if keep:
            typer.echo(run_name(make_assessment(record_rules(text, rules.name, by="command line"), code, as_of=day, by="command line")), err=True)  # fmt: skip
        found = compose_assessment(noun, code, as_of=day, known_at=min(read_clock(), end_of_day(day)))
    except AssessmentRefusedError as error:
        for problem in error.problems:
            typer.echo(f"{problem.place}: {problem.code} {problem.message}\n  {problem.hint}", err=True)
        if not error.problems:
            typer.echo(f"{rules}: {error}.", err=True)
        raise typer.Exit(1) from error
    if as_json:
        from lantu.store.codec import encode

        typer.echo(json.dumps(encode(found), ensure_ascii=False))
    elif as_csv:
        print_csv(found)
    else:
        print_table(found)


def print_csv(assessment: Assessment) -> None:
    """Comma-separated values, a row a line of a score."""
    from lantu.run.score_table import COLUMNS, list_rows

    writer = csv.DictWriter(sys.stdout, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(list_rows(assessment))


def print_table(assessment: Assessment) -> None:
    """A table for people: a line for each of those scored."""
    table = Table(
        "rank", "possible", "score", "interval", "judged", "targets", "subject", box=None, header_style="bold"
    )
    for one in assessment.ranked:
        score = one.score
        rank = "-" if one.rank is None else f"{one.rank}{'=' if one.is_tied else ''}"
        possible = "" if one.rank is None else f"{one.best}-{one.worst}"
        interval = "" if score.points is None else f"{score.low}-{score.high}"
        table.add_row(
            rank, possible, str(score.points if score.points is not None else score.refusal), interval,
            str(score.judged), str(score.targets), f"{score.subject.name} {score.subject.code}",
        )  # fmt: skip
    wide = Console()
    (wide if wide.is_terminal else Console(width=160)).print(table)
