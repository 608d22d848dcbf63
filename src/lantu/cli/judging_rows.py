"""`lantu judge --input FILE.csv`: rows of figures judged by all methods, without a registry."""

import json
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from lantu.cli.words import print_diagnostics
from lantu.core.diagnostic import has_errors
from lantu.core.method import Method, Opinion, Refusal, is_disputed
from lantu.core.standing import Class, Standing
from lantu.judge.plain_row import PlainRow, judge_row
from lantu.judge.row_reading import RawRow, read_rows
from lantu.sense.table import RawTable, UnreadableError, read_csv

KEYS = {
    Method.LINEAR: ("done", "elapsed"),
    Method.STATCAN: ("ratio",),
    Method.UNSD: ("ratio",),
    Method.ESCAP: ("current", "gap"),
}
"""The figures each method states; null where its word needs none."""

PLACES = Decimal(1).scaleb(-6)


def judge_file(path: Path, *, as_json: bool) -> None:
    """Judge the rows of a CSV file; exit code 1 if some were refused, 2 if the file cannot be read."""
    table = _read_table(path)
    titles = table.rows[0].cells if table.rows else ()
    below = (RawRow(row.number, row.cells, row.fault) for row in table.rows[1:])
    rows, diagnostics = read_rows(path.name, titles, below)
    judged = [(row, judge_row(row)) for row in rows]
    if as_json:
        typer.echo(write_json({"results": [to_result(row, standing) for row, standing in judged]}))
    else:
        _print_results(judged)
    print_diagnostics(diagnostics, path.name, Console(stderr=True))
    if has_errors(diagnostics):
        raise typer.Exit(1)


def _read_table(path: Path) -> RawTable:
    try:
        return read_csv(path.read_bytes(), path.name)
    except OSError as error:
        typer.echo(f"{path}: cannot be read ({error.strerror}). Give the path of a CSV file.", err=True)
        raise typer.Exit(2) from error
    except UnreadableError as error:
        typer.echo(f"{path}: {error}. Give a CSV file in UTF-8.", err=True)
        raise typer.Exit(2) from error


def to_result(row: PlainRow, standing: Standing) -> dict[str, Any]:
    """One row of the answer; "reason" stands in it only where nothing can be said."""
    reason = {"reason": standing.reason.value} if standing.klass is Class.CANNOT_SAY else {}
    return {
        "indicator": row.indicator,
        "standing": standing.klass.value,
        **reason,
        "methods": {opinion.method.value: _to_words(opinion) for opinion in standing.panel},
        "disagree": is_disputed(standing.panel),
    }


def _to_words(opinion: Opinion) -> dict[str, Any]:
    if opinion.refused is not Refusal.NONE:
        return {"refused": opinion.refused.value}
    words: dict[str, Any] = {key: opinion.figures.get(key) for key in KEYS[opinion.method]}
    # the scores of UNSD are numbers
    words["class"] = int(opinion.klass) if opinion.method is Method.UNSD else opinion.klass
    if opinion.method is Method.STATCAN:
        words["margin"] = opinion.margin
    return words


def write_json(content: Any) -> str:
    """JSON with decimals as numbers of six places, which floats would cut or stretch."""
    if isinstance(content, dict):
        return "{" + ", ".join(f"{write_json(key)}: {write_json(value)}" for key, value in content.items()) + "}"
    if isinstance(content, list):
        return "[" + ", ".join(write_json(item) for item in content) + "]"
    if isinstance(content, Decimal):
        return _write_number(content)
    return json.dumps(content, ensure_ascii=False)


def _write_number(amount: Decimal) -> str:
    """Six places; of figures beyond any band only the size matters, and they stay as they are."""
    rounded = amount.quantize(PLACES, ROUND_HALF_EVEN) if amount.adjusted() < 20 else amount
    return format(abs(rounded) if rounded.is_zero() else rounded, "f")


def _print_results(judged: list[tuple[PlainRow, Standing]]) -> None:
    table = Table("indicator", "standing", *(method.value for method in Method), "", box=None, header_style="bold")
    for row, standing in judged:
        said = "methods disagree" if is_disputed(standing.panel) else ""
        table.add_row(row.indicator, standing.klass.value, *(_say(opinion) for opinion in standing.panel), said)
    wide = Console()
    (wide if wide.is_terminal else Console(width=240)).print(table)


def _say(opinion: Opinion) -> str:
    if opinion.refused is not Refusal.NONE:
        return f"refused: {opinion.refused.value}"
    figures = " ".join(f"{amount:.4f}" for amount in opinion.figures.values())
    return f"{figures} {opinion.klass}".strip()
