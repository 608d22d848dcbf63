"""Rows of a table whose cells stand one on a line and whose empty cells are gone.

In: a stream of cells. Out: columns and drafts. A row opens at the next expected
number; inside it cells are told apart by type, and `table_place` finds columns.
Left out on purpose: streams without row numbers open a row at each name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.core.entry import CellForm
from lantu.read.table_cells import CellReading, read_cell
from lantu.read.table_columns import Column, is_heading_label, read_columns
from lantu.read.table_drafts import ATTRIBUTE, NO, Draft, label_of
from lantu.read.table_grid_nouns import RawCell
from lantu.read.table_place import place_cells
from lantu.read.table_units import is_unit, split_unit

_SPLIT_LABEL = re.compile(
    r"^(?:(?:指标|计量|主要)(?:属性|性质|名称|单位|指标)|\d{4}年?(?:目标值?|完成值?|实际值?|预期值?|基期值?|现状值?)"
    r"|年均(?:增长|增速)率?|.+(?:\(%\)|%|\[累计\]|\(累计\)|\[\]))$"
)
_VALUE = re.compile(
    r"^(?:[-+\[(<>≥≤~≈约]|年均|累计|增长|下降|提高|降低|减少|达到?|不低于|不高于|不超过|不少于|大于|小于|超过|控制在|第|前|每年)*"
    r"\d[\d.,]*(?P<rest>.*)$"
)
_REST = re.compile(
    r"^(?:以上|以下|以内|左右|上下|及|个?百分点|[\])%‰/~—+-]|\[|\(?(?:累计|省|市|国家|上级|下达|左右|以上|以下|\))*|\d|\.|:)*$"
)
_GLUE = re.compile(r"^(?:个?百分点|以上|以下|左右|以内|\(.*下达\).*|\(累计\))$")


@dataclass(frozen=True, slots=True)
class Token:
    """A cell of the stream with its squeezed text, type and reading."""

    cell: RawCell
    text: str
    kind: str
    reading: CellReading


def draft_stream_rows(
    shadow: str, cells: Sequence[RawCell], caption: str, period: tuple[int, int] | None
) -> tuple[tuple[Column, ...], list[Draft]]:
    """Columns and drafts of a stream of cells."""
    labels, count = _read_header(shadow, cells)
    columns = read_columns([labels], caption, period)
    has_units = any(column.kind == "unit" for column in columns)
    tokens = _tokenise(shadow, cells[count:], has_units)
    drafts: list[Draft] = []
    if any(column.kind == "no" for column in columns):
        for number, category, inside in _split_rows(tokens):
            drafts += _draft_row(number, category, inside, columns)
    else:
        drafts = _draft_row(None, None, tokens, columns)
    return columns, drafts


def _read_header(shadow: str, cells: Sequence[RawCell]) -> tuple[list[str], int]:
    """Labels, those broken over two cells joined, and the number of cells they take."""
    labels: list[str] = []
    for count, cell in enumerate(cells):
        text = label_of(shadow, cell)
        if labels and _SPLIT_LABEL.match(labels[-1] + text):
            labels[-1] += text
        elif is_heading_label(text):
            labels.append(text)
        else:
            return labels, count
    return labels, len(cells)


def _tokenise(shadow: str, cells: Sequence[RawCell], has_units: bool) -> list[Token]:
    tokens: list[Token] = []
    for cell in cells:
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


# ---------------------------------------------------------------- rows


def _split_rows(tokens: Sequence[Token]) -> list[tuple[int, Token | None, Sequence[Token]]]:
    """Number, category and tokens of each numbered row."""
    openers = _find_openers(tokens)
    rows: list[tuple[int, Token | None, Sequence[Token]]] = []
    end_of_last = 0
    carried: Token | None = None
    for index, at in enumerate(openers):
        category = _category_before(tokens, at, end_of_last)
        if rows and category is not None:
            number, kept, inside = rows[-1]
            rows[-1] = (number, kept, inside[:-1])
        carried = category
        stop = openers[index + 1] if index + 1 < len(openers) else len(tokens)
        number_text = NO.match(tokens[at].text)
        rows.append((int(number_text[1]) if number_text else 0, carried, tokens[at + 1 : stop]))
        end_of_last = at + 2
    return rows


def _find_openers(tokens: Sequence[Token]) -> list[int]:
    """Places of the row numbers: the next expected number with a name behind it."""
    openers: list[int] = []
    expected = 1
    for at, token in enumerate(tokens):
        if token.kind != "no" or at + 1 >= len(tokens) or tokens[at + 1].kind != "text":
            continue
        number = int(token.text.strip("().、"))
        is_next = number == expected or (openers and expected < number <= expected + 2)
        if is_next and not _is_repeated(tokens, at, number):
            openers.append(at)
            expected = number + 1
    return openers


def _is_repeated(tokens: Sequence[Token], at: int, number: int) -> bool:
    """Whether the same number opens a row right behind a category, so that this one is a value."""
    behind = tokens[at + 2 : at + 4]
    return (
        any(t.kind == "no" and t.text == str(number) for t in behind[:1])
        and len(behind) > 1
        and behind[1].kind == "text"
    )


def _category_before(tokens: Sequence[Token], at: int, floor: int) -> Token | None:
    """The group name in front of a row number, if the token there is one."""
    if at == 0 or tokens[at - 1].kind != "text" or len(tokens[at - 1].text) > 8:
        return None
    is_first = at == 1
    stands_alone = at - 2 >= floor and tokens[at - 2].kind in ("value", "attribute", "no")
    return tokens[at - 1] if is_first or stands_alone else None


def _draft_row(
    number: int | None, category: Token | None, inside: Sequence[Token], columns: Sequence[Column]
) -> list[Draft]:
    """Drafts of one numbered row: one, or several where names follow figures."""
    pieces = _split_pieces(inside)
    drafts = []
    group: Token | None = None
    for at, (names, rest) in enumerate(pieces):
        if at == 0 and len(pieces) > 1 and len(names) > 1 and not names[1].text.startswith("("):
            group, names = names[0], names[1:]
        draft = Draft(no=number, name=[name.cell for name in names])
        draft.category = category.cell if category else None
        draft.group = group.cell if group else None
        _fill(draft, rest, columns, "".join(name.text for name in names))
        drafts.append(draft)
    return drafts


def _split_pieces(inside: Sequence[Token]) -> list[tuple[list[Token], list[Token]]]:
    """Runs of names, each with the cells behind it; bare names in a row are one name each."""
    pieces: list[tuple[list[Token], list[Token]]] = []
    for token in inside:
        if token.kind != "text":
            if not pieces:
                pieces.append(([], []))
            pieces[-1][1].append(token)
        elif pieces and not pieces[-1][1] and (len(pieces) == 1 or token.text.startswith("(")):
            pieces[-1][0].append(token)
        else:
            pieces.append(([token], []))
    return pieces


def _fill(draft: Draft, rest: Sequence[Token], columns: Sequence[Column], name: str) -> None:
    figures: list[Token] = []
    unit = split_unit(name)[1]
    for token in rest:
        if token.kind == "attribute":
            draft.attribute = token.cell
        elif token.kind == "unit" and draft.unit is None and not figures:
            draft.unit, unit = token.cell, token.text
        else:
            figures.append(token)
    places = [column for column in columns if column.kind in ("value", "growth", "status")]
    if len(figures) > len(places) and figures[0].reading.form is CellForm.DASH:
        figures = figures[1:]  # a dash in the unit column
    placement = place_cells([token.reading for token in figures], places, unit)
    draft.values = [(places[at], token.cell) for at, token in zip(placement.columns, figures, strict=False)]
    draft.confidence = placement.confidence
