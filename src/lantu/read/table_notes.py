"""What the notes under a table change in its cells.

In: rows and the words of the notes. Out: rows with other years where a mark says
so ("带*的为2019年数据"), and without the cumulative sense of brackets where a note
gives them another one.
Left out on purpose: price bases, which `table_prices` reads, and definitions, which
stay words; entries carry the spans of the notes that name them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from lantu.core.entry import CellForm, CellRole, TableCell, TableRow
from lantu.core.inference import Inference
from lantu.read import inferences as rules
from lantu.read.table_units import squeeze

_STAR = re.compile(r"[*＊](?:号|标记|标注)?[^*。;]{0,12}?((?:19|20)\d\d)年")
_BRACKETS = re.compile(r"[\[〔【][\]〕】](?:内|中|里)?[^\[。;]{0,10}?((?:19|20)\d\d)年")


def apply_notes(rows: Sequence[TableRow], notes: Sequence[str]) -> tuple[TableRow, ...]:
    """Rows as the notes would have them read."""
    words = squeeze(" ".join(notes))
    star, brackets = _STAR.search(words), _BRACKETS.search(words)
    if star is None and brackets is None:
        return tuple(rows)
    star_year = int(star[1]) if star else None
    bracket_year = int(brackets[1]) if brackets else None
    return tuple(replace(row, cells=tuple(_apply(cell, star_year, bracket_year) for cell in row.cells)) for row in rows)


def _apply(cell: TableCell, star_year: int | None, bracket_year: int | None) -> TableCell:
    if star_year is not None and cell.raw.rstrip().endswith(("*", "＊")):
        return replace(cell, year=star_year, inferred=_dated(cell))
    if bracket_year is not None and cell.form is CellForm.CUMULATIVE and "累计" not in cell.raw:
        role = CellRole.GROWTH if cell.role is CellRole.CUMULATIVE else cell.role
        return replace(
            cell, year=bracket_year, form=CellForm.NUMBER, is_cumulative=False, role=role, inferred=_dated(cell)
        )
    return cell


def _dated(cell: TableCell) -> tuple[Inference, ...]:
    return (*(rule for rule in cell.inferred if rule.field != "year"), rules.YEAR_NOTE)
