"""`lantu assess`: departments or districts scored by a rule set, every point down to its rule and its figure."""

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from lantu.core.score import Assessment, PointLine, Ranked, ScoreLine
from lantu.store.bootstrap import connect_registry

COLUMNS = (
    "subject", "name", "rank", "best_rank", "worst_rank", "score", "low", "high", "refusal", "judged",
    "kind", "rule", "rule_line", "line", "why", "weight", "share", "points", "points_low", "points_high",
    "target", "standing", "data_date", "reason", "preliminary", "note", "source",
)  # fmt: skip


def add_commands(app: typer.Typer) -> None:
    """Add `assess`."""
    app.command(epilog="Example:  lantu assess --rules departments-2026.yml --as-of 2026-03-31 --csv")(assess)


def assess(
    rules: Annotated[Path, typer.Option(exists=True, dir_okay=False, help="A rule set, such as departments-2026.yml.")],
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
    connect_registry()
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
        print_csv(list_lines(found))
    else:
        print_table(found)


def list_lines(assessment: Assessment) -> Iterator[dict[str, Any]]:
    """One row a line of a score; somebody without a line has one row with the refusal."""
    for ranked in assessment.ranked:
        head = _write_head(ranked)
        if not ranked.score.lines:
            yield head
        for line in ranked.score.lines:
            yield head | _write_line(line)
            yield from (head | _write_point(point) for point in line.next)


def print_csv(rows: Iterator[dict[str, Any]] | Sequence[dict[str, Any]]) -> None:
    """Comma-separated values."""
    writer = csv.DictWriter(sys.stdout, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)


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


def _write_head(ranked: Ranked) -> dict[str, Any]:
    score = ranked.score
    return {
        "subject": score.subject.code, "name": score.subject.name, "rank": _blank(ranked.rank),
        "best_rank": _blank(ranked.best), "worst_rank": _blank(ranked.worst), "score": _blank(score.points),
        "low": _blank(score.low), "high": _blank(score.high), "refusal": str(score.refusal), "judged": score.judged,
    }  # fmt: skip


def _write_line(line: ScoreLine) -> dict[str, Any]:
    return {
        "kind": str(line.kind), "rule": line.rule, "rule_line": line.rule_line or "", "line": line.name,
        "why": "nothing" if line.is_empty else "", "weight": _blank(line.weight), "points": line.points,
        "points_low": line.low, "points_high": line.high,
    }  # fmt: skip


def _write_point(point: PointLine) -> dict[str, Any]:
    standing = point.standing
    return {
        "kind": "target", "rule": point.rule, "rule_line": point.rule_line, "line": point.name, "why": str(point.why),
        "weight": _blank(point.weight), "share": _blank(point.share), "points": point.points,
        "points_low": point.low, "points_high": point.high, "target": point.target_id, "note": point.note,
        "source": point.source, "standing": str(standing.klass), "data_date": _blank(standing.data_date),
        "reason": str(standing.reason), "preliminary": "yes" if standing.is_preliminary else "",
    }  # fmt: skip


def _blank(told: Any) -> Any:
    return "" if told is None else told
