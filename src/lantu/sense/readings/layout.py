"""Which column of a file of readings is what.

In: the header, and columns that the pack's inputs were found in. Out: a layout,
wide (a column for each quantity) or long (a row for each figure).
Left out on purpose: guessing from figures; a column is known by its heading or named by hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from lantu.core.catalogue import fold_name
from lantu.core.diagnostic import Cell, Diagnostic, Severity

LONG_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "quantity": ("quantity", "pollutant", "parameter", "item", "项目", "监测项目", "因子", "监测因子", "污染物"),
        "value": ("value", "数值", "值", "浓度", "监测值"),
        "unit": ("unit", "单位"),
        "key": ("source_key", "key", "数据标识"),
        "place": ("place_code", "region_code", "place", "区划代码", "行政区划代码", "行政区"),
    }
)
"""Columns that do not depend on the pack."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity, and how its figures are written.

    Attributes:
        quantity: Name of the pack's input.
        unit: Symbol of the unit that readings are kept in.
        index: Column, in a wide file.
        heading: As written.
        factor: From the file's unit into `unit`.
    """

    quantity: str
    unit: str
    index: int = -1
    heading: str = ""
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Where what stands; -1 where there is no such column.

    Attributes:
        pack: First part of every series.
        station: Column of the station's name.
        place: Column of the place's code or name.
        date, hour, time: Columns of the instant.
        figures: Of a wide file.
        quantity, value, unit, key: Columns of a long file; key also of a wide one.
        names: Folded name of a quantity → how a long file's figures are kept.
        width: Columns of the header.
        feed: Key of rows that give none.
        place_code: Of rows that name no place.
        year: Of days that are written without one, or "".
    """

    pack: str
    station: int = -1
    place: int = -1
    date: int = -1
    hour: int = -1
    time: int = -1
    figures: tuple[Figure, ...] = ()
    quantity: int = -1
    value: int = -1
    unit: int = -1
    key: int = -1
    names: Mapping[str, Figure] = field(default_factory=dict)
    width: int = 0
    feed: str = "import"
    place_code: str = ""
    year: str = ""

    @property
    def is_long(self) -> bool:
        """Whether each row holds one figure and names its quantity."""
        return self.quantity >= 0 and self.value >= 0


def find_plain_columns(header: Sequence[str]) -> dict[str, int]:
    """Columns of LONG_NAMES by what they hold."""
    folded = [fold_name(text) for text in header]
    found = {}
    for what, names in LONG_NAMES.items():
        places = [folded.index(fold_name(name)) for name in names if fold_name(name) in folded]
        if places:
            found[what] = places[0]
    return found


def check_layout(layout: Layout, file: str) -> list[Diagnostic]:
    """What is missing before a single row can be read."""
    missing = []
    if layout.station < 0 and layout.place < 0:
        missing.append("a column of the station or place")
    if layout.date < 0 and layout.time < 0:
        missing.append("a column of the date or time")
    if not layout.figures and not layout.is_long:
        missing.append("a column of a quantity that the pack knows")
    hint = "rename the column, or name it with --column FIELD=HEADING"
    return [Diagnostic("S003", Severity.ERROR, f"there is no {what[2:]}", hint, cell=Cell(file, 1)) for what in missing]
