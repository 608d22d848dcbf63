"""One row of a return into an observation.

In: the row's cells by field, the catalogue and the matcher of names. Out: an
observation, or the diagnostics that say which cell was wrong.
Left out on purpose: other rows; doubles are found afterwards.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lantu.core.catalogue import Catalogue, Match
from lantu.core.definition import Definition
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.observation import Observation, Source, Status
from lantu.core.place import Place
from lantu.core.quantity import DimensionError, Quantity, express_in
from lantu.core.time import Period
from lantu.sense.cells import Figure, is_blank, narrow, parse_figure, read_date, read_period, read_status
from lantu.sense.columns import Header

Matcher = Callable[[str, str, Catalogue], Match | None]
"""From a name and a unit to the definition meant; `check` has the one in use."""

_EXACT = Decimal("0.0000000001")
"""Places behind the point that are kept; more can only come from converting units."""


@dataclass(slots=True)
class RowReader:
    """Reads rows of one table and collects what was wrong.

    Attributes:
        file: The table's name, for diagnostics.
        header: Its columns.
        catalogue: What is known.
        match: From names to definitions.
        diagnostics: Collected so far.
    """

    file: str
    header: Header
    catalogue: Catalogue
    match: Matcher
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def read(self, number: int, cells: Mapping[str, str]) -> Observation | None:
        """The observation of a row; None where a cell it needs cannot be used."""
        place = self._read_place(number, cells)
        definition = self._read_indicator(number, cells)
        period = self._read_period(number, cells)
        figure = self._read_figure(number, cells)
        if place is None or definition is None or period is None or figure is None:
            return None
        quantity = self._read_quantity(number, cells, figure, definition)
        if quantity is None:
            return None
        return Observation(
            id="",
            indicator_code=definition.code,
            place_code=place.code,
            period=period,
            quantity=quantity,
            bound=figure.bound,
            status=self._read_status(number, cells),
            source=_read_source(self.file, number, cells),
            published_on=self._read_published(number, cells, period),
            note=cells.get("note", ""),
        )

    def _read_place(self, number: int, cells: Mapping[str, str]) -> Place | None:
        code, name = narrow(cells.get("place_code", "")), cells.get("region", "")
        found = self.catalogue.place(code or narrow(name))
        if found is None and not code:
            named = self.catalogue.places_named(name)
            found = named[0] if len(named) == 1 else None
        if found is None:
            near = self.catalogue.nearest_places(name or code)
            hint = _nearest_hint(near, "write the full name or the code of GB/T 2260")
            column = "place_code" if code else "region"
            self._refuse("S006", number, column, f"no place is known as “{code or name}”", hint)
        return found

    def _read_indicator(self, number: int, cells: Mapping[str, str]) -> Definition | None:
        code, name = narrow(cells.get("indicator_code", "")), cells.get("indicator", "")
        if code:
            found = self.catalogue.definition(code)
        else:
            # the unit may tell two of one name apart; without it, a wrong unit is reported as such
            match = self.match(name, cells.get("unit", ""), self.catalogue) or self.match(name, "", self.catalogue)
            found = self.catalogue.definition(match.code) if match else None
        if found is None:
            near = self.catalogue.nearest_indicators(name or code)
            hint = _nearest_hint(near, "write the official name, or add this one to its aliases")
            column = "indicator_code" if code else "indicator"
            self._refuse("S005", number, column, f"no indicator is known as “{code or name}”", hint)
        return found

    def _read_period(self, number: int, cells: Mapping[str, str]) -> Period | None:
        text = cells.get("period", "")
        try:
            return read_period(text)
        except ValueError:
            hint = "write 2021, 2021-Q3, 2021-H1, 2021-07 or 2021-01/04"
            self._refuse("S008", number, "period", f"“{text}” is not a period", hint)
            return None

    def _read_figure(self, number: int, cells: Mapping[str, str]) -> Figure | None:
        text = cells.get("value", "")
        if is_blank(text):
            hint = "hand the row in once there is a figure; zero is written 0"
            self._refuse("S016", number, "value", f"no figure stands here (“{text}”)", hint)
            return None
        try:
            return parse_figure(text)
        except ValueError as error:
            hint = "write one figure such as 1234.5, 1,234.5 or <5.5"
            self._refuse("S009", number, "value", str(error), hint)
            return None

    def _read_quantity(
        self, number: int, cells: Mapping[str, str], figure: Figure, definition: Definition
    ) -> Quantity | None:
        unit = narrow(cells.get("unit", "")) or ("%" if figure.is_percent else "")
        is_stated = bool(unit) or not definition.unit
        try:
            if not is_stated or (figure.is_percent and unit != "%"):
                raise DimensionError
            quantity = express_in(figure.amount, unit, definition.unit)
        except DimensionError:
            message = f"“{cells.get('unit', '')}” is no unit of {definition.name}"
            hint = f"expected {definition.unit or 'no unit'} or one that converts to it; is another indicator meant?"
            self._refuse("S007", number, "unit", message, hint)
            return None
        if quantity.amount.as_tuple().exponent not in range(-10, 40):
            quantity = Quantity(quantity.amount.quantize(_EXACT), quantity.unit)
        return quantity

    def _read_status(self, number: int, cells: Mapping[str, str]) -> Status:
        text = cells.get("status", "")
        try:
            return read_status(text)
        except ValueError as error:
            hint = "write preliminary, final or revised (初步, 最终, 修订); kept as unstated"
            self._warn("S013", number, "status", str(error), hint)
            return Status.UNSTATED

    def _read_published(self, number: int, cells: Mapping[str, str], period: Period) -> date | None:
        try:
            published_on = read_date(cells.get("published_on", ""))
        except ValueError as error:
            self._warn("S013", number, "published_on", str(error), "write 2022-03-31; kept without a day")
            return None
        if published_on is not None and published_on < period.end:
            message = f"published on {published_on}, but {period} ends on {period.end}"
            self._warn("S014", number, "published_on", message, "check the day and the period")
        return published_on

    def _refuse(self, code: str, number: int, column: str, message: str, hint: str) -> None:
        self._add(code, Severity.ERROR, number, column, message, hint)

    def _warn(self, code: str, number: int, column: str, message: str, hint: str) -> None:
        self._add(code, Severity.WARNING, number, column, message, hint)

    def _add(self, code: str, severity: Severity, number: int, column: str, message: str, hint: str) -> None:
        cell = Cell(self.file, number, self.header.title_of(column) or column)
        self.diagnostics.append(Diagnostic(code, severity, message, hint, cell=cell))


def _read_source(file: str, number: int, cells: Mapping[str, str]) -> Source:
    name = cells.get("source", "") or cells.get("source_file", "") or file
    return Source("return", name, number, cells.get("source_url", ""), cells.get("quote", ""))


def _nearest_hint(near: tuple[str, ...], otherwise: str) -> str:
    return f"nearest known: {'、'.join(near)}; {otherwise}" if near else otherwise
