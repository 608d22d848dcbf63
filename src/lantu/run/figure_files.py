"""Values, reported figures and their history as files: CSV line by line, and workbooks.

In: rows of the registry, however many. Out: lines of CSV, or a workbook in a file. What is given out can be handed in again, and
nothing of it is taken for new: each row names its source, and a computed value names itself. Left out on purpose: who may
have which rows; whoever asks narrows them.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from lantu.core.quantity import format_amount
from lantu.core.time import Period
from lantu.sense.template import COLUMNS, plain_text
from lantu.store import models
from lantu.store.fetch.listed import indicators_in_force
from lantu.store.fetch.value_history import list_versions, order_versions, with_inputs

FIGURE_COLUMNS = (*COLUMNS, "来源", "网址", "原文", "发布日期")
HISTORY_COLUMNS = (*FIGURE_COLUMNS, "缺数原因", "登记时间", "失效时间", "登记人", "规则")
MOST_SHEET_ROWS = 1_048_575
"""Rows a sheet of a workbook can have below its header."""


class TooManyRowsError(ValueError):
    """A workbook cannot hold them."""


def tell_observations(rows: Iterable[models.StagedObservation]) -> Iterator[tuple[str, ...]]:
    """Reported figures as rows of a return, under their header."""
    names = _Names()
    yield FIGURE_COLUMNS
    for row in rows:
        yield (*names.of(row), *_figure(row), *_source(row))


def tell_values(rows: Iterable[models.ValueRow]) -> Iterator[tuple[str, ...]]:
    """Values as rows of a return, under their header."""
    names = _Names()
    yield FIGURE_COLUMNS
    for row, inputs in with_inputs(rows):
        yield (*names.of(row), *_tell_value(row, inputs))


def tell_history(rows: Any) -> Iterator[tuple[str, ...]]:
    """Every version of values, under a header: when each was known, until when it held, who handed in what it rests on."""
    names = _Names()
    yield HISTORY_COLUMNS
    for version in list_versions(order_versions(rows).iterator(chunk_size=2_000)):
        row, until = version.row, version.until
        ends = row.recorded_at.isoformat(), until.isoformat() if until else "", "；".join(version.actors), row.rule
        yield (*names.of(row), *_tell_value(row, version.inputs), row.absence, *ends)


def write_lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """CSV, line by line; with a byte-order mark, so that spreadsheets know it is UTF-8."""
    out = StringIO()
    writer = csv.writer(out)
    out.write("\ufeff")
    for row in rows:
        writer.writerow(row)
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def write_book(rows: Iterable[Sequence[str]], path: Path) -> int:
    """A workbook, written as the rows come. Returns how many there are below the header.

    Raises:
        TooManyRowsError: If a sheet cannot hold them; CSV can.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet("数据")
    count = -1
    try:
        for row in rows:
            count += 1
            if count > MOST_SHEET_ROWS:
                raise TooManyRowsError(f"a sheet holds {MOST_SHEET_ROWS} rows; ask for CSV, or for less")
            sheet.append([plain_text(text) for text in row])
    finally:
        book.save(path)
    return max(count, 0)


class _Names:
    """Names of places and indicators beside their codes."""

    def __init__(self) -> None:
        self._places = dict(models.Place.objects.order_by().values_list("code", "name"))
        self._indicators = {row.code: row.name for row in indicators_in_force(None)}

    def of(self, row: Any) -> tuple[str, str, str, str, str]:
        place, code = row.place_code, row.indicator_code
        period = str(Period(row.period_start, row.period_end))
        return self._places.get(place, ""), place, self._indicators.get(code, ""), code, period


def _figure(row: Any) -> tuple[str, str, str, str]:
    """Figure, unit, status and note."""
    bound = "" if row.bound == "=" else row.bound
    return "" if row.amount is None else f"{bound}{format_amount(row.amount)}", row.unit, row.status, row.note


def _source(row: models.StagedObservation) -> tuple[str, str, str, str]:
    day = row.published_on.isoformat() if row.published_on else ""
    return row.source_name or row.batch.name, row.source_url, row.quote, day


def _tell_value(row: models.ValueRow, inputs: Sequence[models.StagedObservation]) -> tuple[str, ...]:
    """A value that is one reported figure is told as that one; any other names itself as its source."""
    only = inputs[0] if len(inputs) == len(row.inputs) == 1 else None
    if only is not None and (only.amount, only.unit, only.indicator_code) == (row.amount, row.unit, row.indicator_code):
        return *_figure(only), *_source(only)
    return *_figure(row), f"value/{row.pk}", "", "", row.published_on.isoformat() if row.published_on else ""
