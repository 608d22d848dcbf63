"""`lantu export values|observations|history`: figures as CSV or workbooks, however many there are.

In: a file's name, whose ending says the form. Out: the file. Left out on purpose: who may have what; whoever can run this has the registry.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from lantu.cli.opening import open_registry

FILE = typer.Argument(help="File to write; .csv or .xlsx.", dir_okay=False)
INDICATOR = typer.Option(help="Only this indicator's, by code.")
PLACE = typer.Option(help="Only this place's, by code.")
AS_OF = typer.Option(help="As known at the end of that day, such as 2025-12-31.", formats=["%Y-%m-%d"])
TELL_EVERY = 100_000


def add_commands(export_app: typer.Typer) -> None:
    """Add the three to `lantu export`."""
    export_app.command(epilog="Example:  lantu export values values.csv --place 330400")(values)
    export_app.command(epilog="Example:  lantu export observations reported.xlsx --indicator gdp")(observations)
    export_app.command(epilog="Example:  lantu export history history.csv --as-of 2025-12-31")(history)


def values(
    file: Annotated[Path, FILE],
    indicator: Annotated[str | None, INDICATOR] = None,
    place: Annotated[str | None, PLACE] = None,
    as_of: Annotated[datetime | None, AS_OF] = None,
) -> None:
    """Values in force, in the columns of a return; handed in again, nothing of it is new."""
    open_registry()
    from lantu.run.figure_files import tell_values
    from lantu.store.fetch.listed import values_in_force
    from lantu.store.models import ValueRow

    rows = _narrow(ValueRow.objects.order_by(), indicator, place)
    _write(tell_values(values_in_force(_moment(as_of), rows).iterator(chunk_size=2_000)), file)


def observations(
    file: Annotated[Path, FILE],
    indicator: Annotated[str | None, INDICATOR] = None,
    place: Annotated[str | None, PLACE] = None,
    as_of: Annotated[datetime | None, AS_OF] = None,
) -> None:
    """Reported figures that count, in the columns of a return; handed in again, nothing of it is new."""
    open_registry()
    from lantu.run.figure_files import tell_observations
    from lantu.store.fetch.listed import observations_counting

    rows = _narrow(observations_counting(_moment(as_of)), indicator, place)
    _write(tell_observations(rows.iterator(chunk_size=2_000)), file)


def history(
    file: Annotated[Path, FILE],
    indicator: Annotated[str | None, INDICATOR] = None,
    place: Annotated[str | None, PLACE] = None,
    as_of: Annotated[datetime | None, AS_OF] = None,
) -> None:
    """Every version of values: when it was known, until when it held, and who handed in what it rests on."""
    open_registry()
    from lantu.run.figure_files import tell_history
    from lantu.store.models import ValueRow

    rows, moment = _narrow(ValueRow.objects.order_by(), indicator, place), _moment(as_of)
    _write(tell_history(rows if moment is None else rows.filter(recorded_at__lte=moment)), file)


def _narrow(rows: Any, indicator: str | None, place: str | None) -> Any:
    wanted = {"indicator_code": indicator, "place_code": place}
    return rows.filter(**{name: said for name, said in wanted.items() if said})


def _moment(day: datetime | None) -> datetime | None:
    from lantu.run.clock import end_of_day

    return None if day is None else end_of_day(day.date())


def _write(rows: Iterable[Sequence[str]], file: Path) -> None:
    from lantu.run.figure_files import TooManyRowsError, write_book, write_lines

    if file.suffix.lower() not in (".csv", ".xlsx"):
        raise typer.BadParameter(f"{file}: the file's ending says the form, .csv or .xlsx")
    try:
        if file.suffix.lower() == ".xlsx":
            count = write_book(rows, file)
        else:
            count = -1
            with file.open("w", encoding="utf-8", newline="") as out:
                for line in write_lines(rows):
                    out.write(line)
                    count += 1
                    if count and count % TELL_EVERY == 0:
                        typer.echo(f"{count:,} rows …", err=True)
    except TooManyRowsError as error:
        raise typer.BadParameter(str(error)) from error
    typer.echo(f"{file}: {max(count, 0):,} rows")
