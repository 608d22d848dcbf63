"""`lantu export` and `lantu score`: a reviewed plan as labels, and a reading measured against them."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lantu.cli import figure_files
from lantu.cli.opening import open_registry

if TYPE_CHECKING:  # other commands start without the reader
    from lantu.read.agreement import Agreement, Labels

export_app = typer.Typer(no_args_is_help=True, help="Take out of the registry what is yours.")
FIGURES = ("value", "value_year", "tuple", "promise")


def add_commands(app: typer.Typer) -> None:
    """Add `export` with its parts, and `score`."""
    app.add_typer(export_app, name="export")
    figure_files.add_commands(export_app)
    app.command(epilog="Example:  lantu read --json plan.txt > plan.json; lantu score plan.json --gold labels")(score)


@export_app.command(epilog="Example:  lantu export gold plan/330400/2021/outline --out labels")
def gold(
    plan: Annotated[str, typer.Argument(help="Address or number of a plan, as in its page's address.")],
    out: Annotated[Path, typer.Option(file_okay=False, help="Folder for the label files; made where it is missing.")],
) -> None:
    """A plan's entries as people reviewed them, as labels for `lantu score`; undecided ones are neither right nor wrong."""
    open_registry()
    from lantu.run.exporting import export_labels, find_plan

    key = find_plan(plan)
    if key is None:
        typer.echo(f"{plan}: no such plan. Give its number, or its address such as plan/330400/2021/outline.", err=True)
        raise typer.Exit(1)
    files = export_labels(key)
    out.mkdir(parents=True, exist_ok=True)
    ranges = out / "ranges.json"
    if ranges.is_file():
        known = json.loads(ranges.read_text(encoding="utf-8"))
        files["ranges.json"] = json.dumps(known | json.loads(files["ranges.json"]), ensure_ascii=False) + "\n"
    for name, content in files.items():
        (out / name).write_text(content, encoding="utf-8")
        typer.echo(f"{out / name}: {content.count(chr(10))} lines")


def score(
    readings: Annotated[
        list[Path], typer.Argument(exists=True, dir_okay=False, help="What lantu read --json printed.")
    ],
    gold: Annotated[Path, typer.Option(exists=True, file_okay=False, help="Folder of label files.")],
    texts: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="Folder of the documents (.txt), to check quotes.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """How well readings agree with labels: F1 of values, years, tuples, promises; exact quotes; promised or done."""
    from lantu.read.agreement import Agreement, find_document, measure_agreement

    labels = read_labels(gold)
    scores: dict[str, Agreement] = {}
    for path in readings:
        reading = _read_reading(path)
        source = str(reading["document"]["source"])
        key = find_document(source, labels)
        if key is None:
            typer.echo(f"{path}: no labels for {source} in {gold}; left out.", err=True)
            continue
        scores[source] = measure_agreement(reading, labels[key], _find_text(texts, source))
    if not scores:
        raise typer.Exit(1)
    if len(scores) > 1:
        scores["all documents"] = sum(scores.values(), Agreement())
    figures = {name: describe_agreement(found) for name, found in scores.items()}
    if as_json:
        typer.echo(json.dumps(figures, ensure_ascii=False))
        return
    for name, found in figures.items():
        typer.echo(name)
        for what, figure in found.items():
            shown = "not measured" if figure is None else str(figure) if isinstance(figure, int) else f"{figure:.4f}"
            typer.echo(f"  {what:16} {shown}")


def describe_agreement(found: "Agreement") -> dict[str, float | int | None]:
    """The figures of an agreement by name."""
    hits = (found.value, found.value_year, found.tuple_, found.promise)
    shares = {f"{name}_f1": found.f1(count) for name, count in zip(FIGURES, hits, strict=True)}
    counts = {"labelled": found.labelled, "predicted": found.predicted, "unusable": found.unusable}
    return shares | {"kind_accuracy": found.kind_accuracy, "spans_exact": found.exactness} | counts


def read_labels(folder: Path) -> dict[str, "Labels"]:
    """Labels of every document in a folder, by the document's name."""
    from lantu.read.agreement import Labels

    figures, tables = (
        _read_records(folder, "commitments") + _read_records(folder, "actuals"),
        _read_records(folder, "tables"),
    )
    path = folder / "ranges.json"
    ranges = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {
        name: Labels(
            tuple(r for r in figures if r["doc"] == name),
            tuple(r for r in tables if r["doc"] == name),
            tuple((a, b) for a, b in ranges.get(name, ())),
        )
        for name in sorted({r["doc"] for r in figures + tables})
    }


def _read_records(folder: Path, kind: str) -> list[dict[str, Any]]:
    paths = [path for path in (folder / f"{kind}.jsonl", *sorted(folder.glob(f"*.{kind}.jsonl"))) if path.is_file()]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").split("\n")]
    return [json.loads(line) for line in lines if line.strip()]


def _read_reading(path: Path) -> dict[str, Any]:
    try:
        reading = json.loads(path.read_text(encoding="utf-8"))
        reading["document"]["source"]
    except (ValueError, KeyError, TypeError) as error:
        typer.echo(f"{path}: is not a reading. Make one with: lantu read --json DOCUMENT > {path.name}", err=True)
        raise typer.Exit(2) from error
    found: dict[str, Any] = reading
    return found


def _find_text(folder: Path | None, source: str) -> str | None:
    path = None if folder is None else folder / Path(source).name
    return path.read_bytes().decode("utf-8", "replace") if path is not None and path.is_file() else None
