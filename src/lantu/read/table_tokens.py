"""Cells of a table told apart by what is written in them.

In: cells in order. Out: tokens: row number, text, unit, attribute or value; a
cell that a line break parted is one token.
Left out on purpose: columns; `table_stream` and `table_place` find them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.core.entry import CellForm
from lantu.read.table_cells import CellReading, read_cell
from lantu.read.table_drafts import ATTRIBUTE, NO, label_of
from lantu.read.table_grid_nouns import RawCell
from lantu.read.table_units import is_unit

_VALUE = re.compile(
    r"^(?:[-+\[(<>≥≤~≈约]|年均|累计|增长|下降|提高|降低|减少|达到?|不低于|不高于|不超过|不少于|大于|小于|超过|控制在|第|前|每年)*"
    r"\d[\d.,]*(?P<rest>.*)$"
)
_REST = re.compile(r"^(?:以上|以下|以内|左右|上下|及|个|百分点|累计|省|市|国家|上级|下达|[\])%‰/~—+(\[:.-]|\d)*$")
_SHORT = re.compile(r"^[\u4e00-\u9fff]{2}$")
_GLUE = re.compile(r"^(?:个?百分点|以上|以下|左右|以内|\(.*下达\).*|\(累计\))$")


@dataclass(frozen=True, slots=True)
class Token:
    """A cell of the stream with its squeezed text, type and reading."""

    cell: RawCell
    text: str
    kind: str
    reading: CellReading


def tokenise(shadow: str, cells: Sequence[RawCell], has_units: bool) -> list[Token]:
    """Tokens of cells; empty cells are left out."""
    tokens: list[Token] = []
    for cell in cells:
        if cell.start == cell.end:
            continue
        text = label_of(shadow, cell)
        last = tokens[-1] if tokens else None
        if last and _is_glued(last, text):
            cell, text = RawCell(last.cell.start, cell.end), last.text + text
            tokens.pop()
        tokens.append(_token(cell, text, has_units))
    return tokens


def _is_glued(last: Token, text: str) -> bool:
    if last.text.endswith("/") and last.text[:1] in "[0123456789":
        return True
    if last.text in ("预计", "基本") and text in ("完成", "实现"):
        return True
    if last.kind == "text" and len(last.text) <= 2 and len(text) <= 2:
        return bool(_SHORT.match(last.text) and _SHORT.match(text))
    return last.kind in ("value", "no") and bool(_GLUE.match(text))


def _token(cell: RawCell, text: str, has_units: bool) -> Token:
    reading = read_cell(text)
    if ATTRIBUTE.match(text):
        kind = "attribute"
    elif NO.match(text):
        kind = "no"
    elif has_units and is_unit(text) and not text[0].isdigit():
        kind = "unit"
    elif _is_value(text, reading):
        kind = "value"
    else:
        kind = "text"
    return Token(cell, text, kind, reading)


def _is_value(text: str, reading: CellReading) -> bool:
    if reading.form in (CellForm.ASSIGNED, CellForm.RELATIVE, CellForm.STATUS, CellForm.SPLIT, CellForm.DASH):
        return True
    found = _VALUE.match(text)
    if not found or reading.value is None:
        return False
    rest = found["rest"]
    return bool(_REST.match(rest)) or is_unit(rest) or bool(_REST.match(rest.removeprefix(reading.unit)))
