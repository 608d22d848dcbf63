"""`lantu measure INDICATOR --input FILE`: a pack's indicator on a plain table, without a registry.

In: a CSV or XLSX file, an indicator's address. Out: one result for each row, or
for each group, as JSON or a table. Left out on purpose: keeping anything.
"""

import io
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from lantu.cli.words import print_diagnostics
from lantu.core.diagnostic import has_errors
from lantu.core.time import CHINA_TIME
from lantu.packs.compute import Computed, compute_table
from lantu.packs.json_form import computed_to_json
from lantu.packs.row_input import SourceRow, SourceTable
from lantu.run.pack_folders import LoadedPack, find_packs, load_pack
from lantu.sense.table import UnreadableError, decode_text, read_csv
from lantu.sense.workbook import is_workbook, read_workbook

ERRORS = Console(stderr=True)


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on the command line.

    Attributes:
        address: pack.indicator, such as air.aqi_hourly.
        path: Of the file.
        packs: A folder with packs of one's own, beside LANTU_HOME/packs.
        settings: name=value.
        day: For rows that state no day.
    """

    address: str
    path: Path
    packs: Path | None = None
    settings: tuple[str, ...] = ()
    day: date | None = None


def measure_rows(request: Request, *, as_json: bool) -> None:
    """Compute and print; exit code 1 where nothing could be computed, 2 for a wrong request."""
    loaded = _find_pack(request)
    computed = _compute(request, loaded)
    if as_json:
        typer.echo(json.dumps(computed_to_json(computed, request.address), ensure_ascii=False))
    else:
        _print_results(computed, request)
    print_diagnostics(computed.diagnostics, request.path.name, ERRORS)
    raise typer.Exit(1 if has_errors(computed.diagnostics) else 0)


def _stop(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(2)


def _find_pack(request: Request) -> LoadedPack:
    own = Path(os.environ.get("LANTU_HOME", "var")) / "packs"
    folders = find_packs([own, *([request.packs] if request.packs else [])])
    name = request.address.partition(".")[0]
    if name not in folders:
        raise _stop(f"{request.address}: there is no pack {name}; there are: {', '.join(sorted(folders))}.")
    try:
        loaded = load_pack(folders[name])
    except (OSError, ValueError) as error:
        raise _stop(f"{folders[name]}: cannot be read ({error}).") from error
    print_diagnostics(loaded.diagnostics, loaded.folder, ERRORS)
    if has_errors(loaded.diagnostics):
        raise _stop(f"The pack {name} in {loaded.folder} has errors and was not used.")
    return loaded


def _compute(request: Request, loaded: LoadedPack) -> Computed:
    pack = loaded.pack
    indicator = pack.find_indicator(request.address.partition(".")[2])
    if indicator is None or indicator.formula is None:
        computable = ", ".join(f"{pack.name}.{i.definition.code}" for i in pack.indicators if i.formula)
        said = "is reported, not computed" if indicator else "is not known"
        raise _stop(f"{request.address} {said}. Computed by this pack: {computable}.")
    pairs = [text.partition("=") for text in request.settings]
    try:
        pack = replace(pack, rules=pack.rules.choose({name: value for name, _, value in pairs}))
        table = read_source(request.path)
    except (ValueError, OSError) as error:
        raise _stop(f"{request.path.name}: {error}") from error
    now = datetime.now(CHINA_TIME)
    return compute_table(table, pack, indicator, loaded.functions, now, request.day)


def read_source(path: Path) -> SourceTable:
    """A file's table: the first row with anything in it is the header.

    Raises:
        ValueError: If it cannot be read as a table, or holds none.
        OSError: If it cannot be opened.
    """
    data = path.read_bytes()
    try:
        tables = read_workbook(data, path.name) if is_workbook(data) else (read_csv(data, path.name),)
    except UnreadableError as error:
        raise ValueError(str(error)) from error
    rows = tables[0].rows if tables else ()
    if not rows:
        raise ValueError("the file holds no table; write a header and rows below it")
    below = [SourceRow(row.number, () if row.fault else row.cells) for row in rows[1:]]
    if not is_workbook(data):
        below += _find_empty_rows(data, rows[0].number, {row.number for row in rows})
    return SourceTable(path.name, rows[0].cells, tuple(sorted(below, key=lambda row: row.number)))


def _find_empty_rows(data: bytes, first: int, known: set[int]) -> list[SourceRow]:
    """Rows of nothing but separators: they are rows, and each gets its result; lines with nothing at all are none."""
    lines = enumerate(io.StringIO(decode_text(data)[0]), start=1)
    empty = (number for number, line in lines if line.strip() and not line.strip(' \t\r\n,;，"'))
    return [SourceRow(number, ()) for number in empty if number > first and number not in known]


def _print_results(computed: Computed, request: Request) -> None:
    answers = computed_to_json(computed, request.address)
    table = Table("row", "value", "parts", "remarks", box=None, header_style="bold")
    for answer in answers["results"]:
        keys = " ".join(str(text) for text in answer.get("group", {}).values() if text)
        codes = sorted({d["code"] for d in answer["diagnostics"]})
        hidden = ("row", "rows", "group", "value", "diagnostics")
        parts = _say_parts((name, part) for name, part in answer.items() if name not in hidden)
        value = "–" if answer["value"] is None else str(answer["value"])
        table.add_row(keys or str(answer["row"]), value, parts, " ".join(codes))
    wide = Console()
    (wide if wide.is_terminal else Console(width=240)).print(table)
    told = answers["summary"]
    counts = ", ".join(f"{code} × {count}" for code, count in told["codes"].items())
    typer.echo(
        f"{told['rows']} rows, {told['results']} results, {told['with_value']} with a value; {counts or 'no remarks'}."
    )


def _say_parts(parts: Iterable[tuple[str, object]]) -> str:
    words = []
    for name, part in parts:
        told = str(part)
        if isinstance(part, dict):
            told = " ".join(f"{key} {value}" for key, value in part.items())
        elif isinstance(part, list):
            told = ", ".join(map(str, part))
        words.append(f"{name}: {told}")
    return "; ".join(words)
