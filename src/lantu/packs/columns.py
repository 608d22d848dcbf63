"""Which column of a file is which input, and in what unit.

In: the header of a table and a pack's inputs. Out: a place for each input found,
with the factor into the input's unit, and diagnostics. Left out on purpose:
guessing from figures; a column is known by its heading or not at all.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.quantity import parse_unit
from lantu.packs.pack import Input

_BRACKETS = re.compile(r"^(.*?)\s*[(\[（【]([^()\[\]（）【】]*)[)\]）】]\s*$")
_SUFFIXES = {"ugm3": "μg/m3", "mgm3": "mg/m3", "mgl": "mg/L", "ugl": "μg/L", "pct": "%"}
"""Units at the end of a column's name, as in pm25_ugm3."""
_NO_UNIT = frozenset({"", "无量纲", "无单位", "-", "1"})


@dataclass(frozen=True, slots=True)
class Column:
    """Where an input stands in a file.

    Attributes:
        name: Of the input.
        index: Column, counted from 0.
        heading: As written.
        factor: What a figure is multiplied by to be in the input's unit.
    """

    name: str
    index: int
    heading: str
    factor: Decimal = Decimal(1)


def fold_heading(text: str) -> str:
    """A heading without what writers vary: width, case, blanks, dots, dashes, underscores."""
    return re.sub(r"[\s_.·\-]", "", unicodedata.normalize("NFKC", text)).casefold()


def split_heading(text: str) -> tuple[str, str]:
    """Name and unit of a heading: "氨氮(mg/L)" and "pm25_ugm3"; the unit is "" where none is written."""
    if match := _BRACKETS.match(text):
        return match[1], match[2].strip()
    head, _, tail = text.rpartition("_")
    if head and tail.casefold() in _SUFFIXES:
        return head, _SUFFIXES[tail.casefold()]
    return text, ""


def match_columns(
    header: Sequence[str], inputs: Iterable[Input], file: str
) -> tuple[dict[str, Column], tuple[Diagnostic, ...]]:
    """The column of each input that the header has.

    Of two headings for one input the one that the pack names first is taken, and the other is reported.
    """
    folded = [(fold_heading(text), fold_heading(split_heading(text)[0])) for text in header]
    wanted_inputs = tuple(inputs)
    ranks = [_rank_headings(wanted, folded) for wanted in wanted_inputs]
    columns: dict[str, Column] = {}
    diagnostics: list[Diagnostic] = []
    for wanted, rank in zip(wanted_inputs, ranks, strict=True):
        # A heading belongs to the input that names it first: PM2.5_24h is pm25 only where nothing else asks for it.
        found = [i for i in rank if all(rank[i] <= other.get(i, rank[i]) for other in ranks)]
        if not found:
            continue
        for other in found[1:]:
            message = f"“{header[found[0]]}” and “{header[other]}” are both {wanted.name}; the first is read"
            hint = "keep one of them, or name them apart"
            diagnostics.append(Diagnostic("P037", Severity.WARNING, message, hint, cell=Cell(file, 1, header[other])))
        column = _place_column(wanted, found[0], header[found[0]])
        if isinstance(column, str):
            hint = f"give {wanted.name} in {wanted.unit or 'bare numbers'}, or correct the unit in the heading"
            cell = Cell(file, 1, header[found[0]])
            diagnostics.append(Diagnostic("P032", Severity.ERROR, column, hint, cell=cell))
        else:
            columns[wanted.name] = column
    return columns, tuple(diagnostics)


def _rank_headings(wanted: Input, folded: Sequence[tuple[str, str]]) -> dict[int, int]:
    """The headings that may be an input, best first, with their place among the names the pack gives it."""
    found: dict[int, int] = {}
    for place, name in enumerate(dict.fromkeys(fold_heading(name) for name in (*wanted.columns, wanted.name))):
        for i, names in enumerate(folded):
            if name in names:
                found.setdefault(i, place)
    return found


def _place_column(wanted: Input, index: int, heading: str) -> Column | str:
    """The column, or what is wrong with its unit."""
    written = split_heading(heading)[1]
    whole_is_name = fold_heading(heading) in {fold_heading(name) for name in wanted.columns}
    if wanted.kind != "figure" or written in _NO_UNIT or whole_is_name:
        return Column(wanted.name, index, heading)
    given, unit = parse_unit(written), parse_unit(wanted.unit)
    if not given.fits(unit):
        return f"“{heading}” is in {written}, which does not convert to {wanted.unit or 'a bare number'}"
    return Column(wanted.name, index, heading, given.factor / unit.factor)
