"""Operations that give whole lists as files: CSV and XLSX in the columns that returns are read by, and SDMX.

In: filters. Out: files. What one is told here is what the lists tell. Left out on purpose: pages; a file has all rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query, Schema

from lantu.core.quantity import format_amount
from lantu.core.time import Period, year_period
from lantu.run.clock import read_clock
from lantu.run.figure_files import (
    TooManyRowsError,
    tell_history,
    tell_observations,
    tell_values,
    write_book,
    write_lines,
)
from lantu.show.access import seen_places
from lantu.show.api.asked import AsOf, Day, Paged, PlaceCode, Word, known_by, limit_places, narrow
from lantu.show.api.figures import FiguresAsked, pick_observations, pick_values, pick_versions
from lantu.show.api.operations import operation
from lantu.show.api.problems import ProblemError
from lantu.show.sdmx import (
    NO_PLAN,
    Cell,
    dump_json,
    keep_one_a_key,
    name_code,
    write_csv,
    write_json,
    write_structure,
    write_time,
)
from lantu.store import models
from lantu.store.fetch.listed import indicators_in_force, targets_in_force

CSV, XLSX = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SDMX_CSV = "application/vnd.sdmx.data+csv; version=2.1.0"
SDMX_JSON = "application/vnd.sdmx.data+json; version=2.0.0"
SDMX_STRUCTURE = "application/vnd.sdmx.structure+json; version=2.0.0"


class FileAsked(Schema):
    """Narrow the figures of a file."""

    indicator: Word | None = None
    place: PlaceCode | None = None
    since: Day | None = None
    until: Day | None = None
    as_of: AsOf | None = None


@operation("GET", "/values.csv", "read", None, file=CSV, tags="files")
def values_csv(request: HttpRequest, asked: Query[FileAsked]) -> Any:
    """Values in force, in the columns of a return; handed in again, nothing of it is new."""
    return _stream(tell_values(_each(pick_values(request, _figures(asked)))), "values.csv")


@operation("GET", "/values.xlsx", "read", None, file=XLSX, tags="files")
def values_xlsx(request: HttpRequest, asked: Query[FileAsked]) -> Any:
    """Values in force, as a workbook."""
    return _give_book(tell_values(_each(pick_values(request, _figures(asked)))), "values.xlsx")


@operation("GET", "/observations.csv", "read", None, file=CSV, tags="files")
def observations_csv(request: HttpRequest, asked: Query[FileAsked]) -> Any:
    """Reported figures that count, in the columns of a return; handed in again, nothing of it is new."""
    return _stream(tell_observations(_each(pick_observations(request, _figures(asked)))), "observations.csv")


@operation("GET", "/observations.xlsx", "read", None, file=XLSX, tags="files")
def observations_xlsx(request: HttpRequest, asked: Query[FileAsked]) -> Any:
    """Reported figures that count, as a workbook."""
    return _give_book(tell_observations(_each(pick_observations(request, _figures(asked)))), "observations.xlsx")


@operation("GET", "/history.csv", "read", None, file=CSV, tags="files")
def history_csv(request: HttpRequest, asked: Query[FileAsked]) -> Any:
    """Every version of values: when it was known, until when it held, who handed in what it rests on."""
    return _stream(tell_history(pick_versions(request, _figures(asked))), "history.csv")


@operation("GET", "/history.xlsx", "read", None, file=XLSX, tags="files")
def history_xlsx(request: HttpRequest, asked: Query[FileAsked]) -> Any:
    """The same as a workbook."""
    return _give_book(tell_history(pick_versions(request, _figures(asked))), "history.xlsx")


@operation("GET", "/sdmx/data.csv", "read", None, file=SDMX_CSV, tags="sdmx")
def sdmx_csv(request: HttpRequest, asked: Query[FileAsked]) -> HttpResponse:
    """Values, targets and bases as SDMX-CSV 2.1."""
    return _give(write_csv(_list_cells(request, asked)), SDMX_CSV, "lantu.csv")


@operation("GET", "/sdmx/data.json", "read", None, file=SDMX_JSON, tags="sdmx")
def sdmx_json(request: HttpRequest, asked: Query[FileAsked]) -> HttpResponse:
    """The same as SDMX-JSON 2.0."""
    return _give(dump_json(write_json(_list_cells(request, asked), read_clock())), SDMX_JSON, "lantu.json")


@operation("GET", "/sdmx/structure.json", "read", None, file=SDMX_STRUCTURE, tags="sdmx")
def sdmx_structure(request: HttpRequest) -> HttpResponse:
    """The one data structure with its code lists, as SDMX-JSON 2.0."""
    seen = seen_places(request)
    indicators = {name_code(row.code): row.name for row in indicators_in_force(None)}
    places = {row.code: row.name for row in models.Place.objects.order_by("code") if seen is None or row.code in seen}
    plans = {f"P{row.pk}": row.title for row in limit_places(request, models.Plan.objects.order_by("pk"), "place_id")}
    return _give(dump_json(write_structure(indicators, places, plans, read_clock())), SDMX_STRUCTURE, "structure.json")


def _figures(asked: FileAsked) -> FiguresAsked:
    return FiguresAsked.model_construct(
        **{**Paged().dict(), **{name: getattr(asked, name) for name in FileAsked.model_fields}}
    )


def _give(data: str | bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _each(rows: "QuerySet[Any]") -> Iterator[Any]:
    """Row by row: a list of a million does not fit into memory at once."""
    return rows.iterator(chunk_size=2_000)


def _stream(rows: Iterable[Sequence[str]], name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(write_lines(rows), content_type=f"{CSV}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _give_book(rows: Iterable[Sequence[str]], name: str) -> HttpResponse:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        try:
            write_book(rows, path)
        except TooManyRowsError as error:
            raise ProblemError(413, "large", str(error)) from error
        return _give(path.read_bytes(), XLSX, name)


def _list_cells(request: HttpRequest, asked: FileAsked) -> tuple[Cell, ...]:
    values = (_make_cell(row) for row in pick_values(request, _figures(asked)))
    targets = limit_places(request, targets_in_force(known_by(asked.as_of)), "place_id").exclude(indicator_code="")
    wanted = narrow(targets, [("place_id", asked.place), ("indicator_code", asked.indicator)])
    promised = (cell for row in wanted for cell in _make_promises(row))
    return keep_one_a_key([*values, *(cell for cell in promised if _is_asked(cell, asked))])


def _make_cell(row: models.ValueRow) -> Cell:
    is_provisional = row.status == "preliminary"
    amount = "" if row.amount is None else format_amount(row.amount)
    status = "M" if not amount else "P" if is_provisional else "A"
    return Cell(
        *_start_key(row.indicator_code, row.place_code, Period(row.period_start, row.period_end), "P" if is_provisional else "A", NO_PLAN),
        amount, row.unit, status, " ".join(f"observation/{key}" for key in row.inputs),
        " ".join(row.note.split()),  # some readers take a line for a row, quoted or not
    )  # fmt: skip


def _make_promises(row: models.PlanTarget) -> Iterator[Cell]:
    base, plan, body = row.body["base"], f"P{row.version.plan_id}", row.body
    for kind, year, figure in (("T", row.due_year, body["value"]), ("B", base["year"], base["quantity"])):
        if "amount" in figure and year:
            key = _start_key(row.indicator_code, row.place_id, year_period(year), kind, plan)
            remark = body["comparator"] if kind == "T" and body["comparator"] != "=" else ""
            yield Cell(*key, format_amount(Decimal(figure["amount"])), figure["unit"], "A", row.address, remark)


def _start_key(code: str, place: str, period: Period, kind: str, plan: str) -> tuple[str, str, str, str, str, str]:
    frequency, told = write_time(period)
    return frequency, place, name_code(code), kind, plan, told


def _is_asked(cell: Cell, asked: FileAsked) -> bool:
    end = f"{cell.TIME_PERIOD}-12-31"
    return (asked.since is None or end >= asked.since.isoformat()) and (
        asked.until is None or end <= asked.until.isoformat()
    )
