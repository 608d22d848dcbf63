"""A table of promises into rows that can be judged.

In: column titles and rows of text. Out: rows, and diagnostics that name file, row and
column, what was expected and what to do; a bad row is left out and the rest goes on.
Left out on purpose: bytes and encodings; who calls has cut the file into cells.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from lantu.core.definition import Direction
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.entry import Comparator
from lantu.core.target import Form
from lantu.judge.plain_row import PlainRow
from lantu.judge.row_cells import (
    RowFigure,
    is_blank,
    read_direction,
    read_figure,
    read_form,
    read_range,
    read_tolerance,
    read_year,
)

COLUMNS = (
    "indicator", "form", "direction", "base_year", "base", "latest_year", "latest", "target_year", "target", "tolerance",
)  # fmt: skip
"""The columns, found by their titles in any order."""

OPTIONAL = ("tolerance",)
WITH_WAY = (Form.LEVEL, Form.GROWTH, Form.CUT, Form.SUM)
"""Forms that count from a base year."""

_WAYS = {Form.FLOOR: Direction.UP, Form.SUM: Direction.UP, Form.CEILING: Direction.DOWN, Form.CUT: Direction.DOWN}
"""The way a form points by its meaning."""

_BAD_CELL = "write {expected}, or take the row out"
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row of the file.

    Attributes:
        number: Counted from 1 with the titles as row 1.
        cells: Text, in the order of the titles.
        fault: Why the row could not be cut into cells, or "".
    """

    number: int
    cells: tuple[str, ...]
    fault: str = ""


def read_rows(
    file: str, titles: Sequence[str], rows: Iterable[RawRow]
) -> tuple[tuple[PlainRow, ...], tuple[Diagnostic, ...]]:
    """The rows that can be judged.

    Args:
        file: Name of the file, for diagnostics.
        titles: Of its columns, from its first row.
        rows: The rows below it.
    """
    columns = {title.strip().lower(): index for index, title in reversed(tuple(enumerate(titles)))}
    diagnostics = _report_columns(file, titles, columns)
    if any(d.severity is Severity.ERROR for d in diagnostics):
        return (), tuple(diagnostics)
    read = []
    for raw in rows:
        row = _RowReader(file, raw, columns, len(titles), diagnostics).read()
        if row is not None:
            read.append(row)
    return tuple(read), tuple(diagnostics)


def _report_columns(file: str, titles: Sequence[str], columns: dict[str, int]) -> list[Diagnostic]:
    missing = [name for name in COLUMNS if name not in columns and name not in OPTIONAL]
    unknown = [title for title in titles if title.strip() and title.strip().lower() not in COLUMNS]
    cell = Cell(file, 1)
    found = [
        Diagnostic(
            "J006",
            Severity.ERROR,
            f"no column is called {name}",
            f"the first row must name the columns {', '.join(COLUMNS)}; add {name}, empty where there is nothing",
            cell=cell,
        )
        for name in missing
    ]
    if unknown:
        words = ", ".join(unknown)
        hint = f"known are {', '.join(COLUMNS)}; rename it if one of them was meant"
        found.append(Diagnostic("J012", Severity.INFO, f"columns passed over: {words}", hint, cell=cell))
    return found


@dataclass(slots=True)
class _RowReader:
    """Reads one row and reports every cell of it that is wrong."""

    file: str
    raw: RawRow
    columns: dict[str, int]
    width: int
    diagnostics: list[Diagnostic]
    faults: int = field(default=0)

    def read(self) -> PlainRow | None:
        """The row, or None where a cell of it cannot be used."""
        if self.raw.fault or len(self.raw.cells) > self.width:
            found = self.raw.fault or f"{len(self.raw.cells)} cells below {self.width} titles"
            hint = "one cell was expected below each title; put cells that hold commas between quotes"
            self._refuse("J007", "", found, hint)
            return None
        form = self._take("form", read_form)
        row = self._read_cells(form) if form is not None else None
        return row if row is not None and not self.faults else None

    def _read_cells(self, form: Form) -> PlainRow | None:
        indicator = self._take("indicator", str)
        direction = self._take("direction", read_direction, Direction.NONE, is_needed=form in (Form.LEVEL, Form.GROWTH))
        base, latest = (self._take_figure(name) for name in ("base", "latest"))
        base_year = self._take("base_year", read_year, is_needed=form in WITH_WAY or base is not None)
        latest_year = self._take("latest_year", read_year, is_needed=latest is not None)
        target_year = self._take("target_year", read_year)
        target = self._take("target", read_range if form is Form.RANGE else _read_plain)
        tolerance = self._take("tolerance", read_tolerance, is_needed=False)
        if self.faults or indicator is None or direction is None or target_year is None or target is None:
            return None
        first = base_year if base_year is not None else min(latest_year or target_year, target_year) - 1
        row = PlainRow(
            indicator=indicator.strip(),
            form=form,
            direction=_WAYS.get(form, direction),
            base_year=first,
            base=base.amount if base is not None else None,
            latest_year=latest_year,
            latest=latest.amount if latest is not None else None,
            target_year=target_year,
            target=target.amount,
            target_max=target.upper,
            tolerance=tolerance,
            bound=latest.bound if latest is not None else Comparator.EQUAL,
        )
        self._check(row, direction, base, latest, target)
        return row

    def _take_figure(self, column: str) -> RowFigure | None:
        return self._take(column, read_figure if column == "latest" else _read_plain, is_needed=False)

    def _take(
        self, column: str, read: Callable[[str], Read], otherwise: Read | None = None, *, is_needed: bool = True
    ) -> Read | None:
        """What a cell says; `otherwise` where it is empty, which is reported where a figure is needed."""
        index = self.columns.get(column, self.width)
        text = self.raw.cells[index] if index < len(self.raw.cells) else ""
        if is_blank(text):
            if is_needed:
                self._refuse("J008", column, "the cell is empty", f"{column} was expected here; fill it in")
            return otherwise
        try:
            return read(text)
        except ValueError as error:
            self._refuse("J009", column, f"“{text}” cannot be read", _BAD_CELL.format(expected=error))
            return otherwise

    def _check(
        self, row: PlainRow, said: Direction, base: RowFigure | None, latest: RowFigure | None, target: RowFigure
    ) -> None:
        """Cells that contradict one another."""
        if row.target_year <= row.base_year:
            self._contradict(
                "target_year", f"{row.target_year} does not lie after the base year {row.base_year}", "a later year"
            )
        meant = _WAYS.get(row.form)
        if row.form in (Form.FLOOR, Form.CEILING, Form.SUM) and said not in (Direction.NONE, meant):
            self._contradict("direction", f"a {row.form} does not point {said}", f"{meant}, or another form")
        if row.form is Form.CUT and not 0 < row.target < 100:
            self._contradict(
                "target", f"a cut of {row.target} %", "the cut over the whole period, above 0 and below 100"
            )
        if row.form is Form.SUM and row.target <= 0:
            self._contradict("target", f"a sum of {row.target}", "a sum above 0")
        if row.form is Form.GROWTH and row.target <= -100:
            self._contradict("target", f"growth of {row.target} % a year", "a rate above -100")
        if row.form is Form.SUM and row.latest_year is not None and row.latest_year > row.target_year:
            self._contradict("latest_year", "a sum of later years does not tell the promised one", "the sum by then")
        self._check_percent(row, base, latest, target)
        if row.tolerance is not None and row.form is not Form.ABOUT:
            message, hint = f"tolerance is not used for {row.form}", "it widens about only; the cell was passed over"
            cell = Cell(self.file, self.raw.number, "tolerance")
            self.diagnostics.append(Diagnostic("J011", Severity.INFO, message, hint, cell=cell))

    def _check_percent(
        self, row: PlainRow, base: RowFigure | None, latest: RowFigure | None, target: RowFigure
    ) -> None:
        own = () if row.form in (Form.GROWTH, Form.CUT) else (target,)
        figures = [figure for figure in (base, latest, *own) if figure is not None]
        if len({figure.is_percent for figure in figures}) > 1:
            self._contradict("latest", "some figures of the row carry a % and others do not", "all in one unit")

    def _contradict(self, column: str, message: str, expected: str) -> None:
        self._refuse("J010", column, message, _BAD_CELL.format(expected=expected))

    def _refuse(self, code: str, column: str, message: str, hint: str) -> None:
        self.faults += 1
        cell = Cell(self.file, self.raw.number, column)
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, message, hint, cell=cell))


def _read_plain(text: str) -> RowFigure:
    """A figure that stands for itself; a base or target is no limit."""
    figure = read_figure(text)
    if figure.bound is not Comparator.EQUAL:
        raise ValueError("a figure without < or >; the form says how it is to be met")
    return figure
