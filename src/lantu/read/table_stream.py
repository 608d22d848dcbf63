"""Rows of a table whose cells stand one on a line and whose empty cells are gone.

In: a stream of cells. Out: columns and drafts. A row opens at the next expected
number; inside it cells are told apart by type, and `table_place` finds columns.
Where the numbers are gone too, a row opens at the words behind figures.
Left out on purpose: rows of a grid that kept its empty cells; `table_drafts` has them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from lantu.core.entry import CellForm
from lantu.read.table_columns import Column, is_heading_label, read_columns
from lantu.read.table_drafts import NO, Draft, label_of
from lantu.read.table_grid_nouns import RawCell
from lantu.read.table_place import place_cells
from lantu.read.table_tokens import Token, tokenise
from lantu.read.table_units import split_unit

_LABEL_PAIRS = (
    (re.compile(r"^(?:指标|计量|主要|约束)$"), re.compile(r"^(?:属性|性质|名称|单位|指标|性)$")),
    (re.compile(r"^\d{4}年?$"), re.compile(r"^(?:目标|完成|实际|预期|基期|现状)值?$")),
    (re.compile(r"^年均$"), re.compile(r"^(?:增长|增速)")),
    (re.compile(r"."), re.compile(r"^(?:\(%\)|%|\[累计\]|\(累计\)|\[\])$")),
)
_CATEGORY = re.compile(
    r"^.{0,4}(?:发展|创新|驱动|开放|环境|生态|民生|福祉|社会|治理|保障|安全|文化|绿色|资源|协调|共享|经济|质量|效益|富裕|城乡)$"
)
_LONGEST_CATEGORY = 8
_MOST_LABELS = 40


def draft_stream_rows(
    shadow: str, cells: Sequence[RawCell], caption: str, period: tuple[int, int] | None
) -> tuple[tuple[Column, ...], list[Draft]]:
    """Columns and drafts of a stream of cells."""
    labels, count = _read_header(shadow, cells)
    columns = read_columns([labels], caption, period)
    has_units = any(column.kind == "unit" for column in columns)
    tokens = tokenise(shadow, cells[count:], has_units)
    rows = _split_rows(tokens) if any(column.kind == "no" for column in columns) else []
    if not rows:
        return columns, _draft_unnumbered(tokens, columns)
    drafts: list[Draft] = []
    for number, category, inside in rows:
        drafts += _draft_row(number, category, inside, columns)
    return columns, drafts


def draft_loose_row(shadow: str, cells: Sequence[RawCell], columns: Sequence[Column]) -> list[Draft]:
    """Drafts of one row whose cells do not fit the columns one by one."""
    tokens = tokenise(shadow, cells, any(column.kind == "unit" for column in columns))
    number: int | None = None
    category: Token | None = None
    at = next((at for at, token in enumerate(tokens[:2]) if token.kind == "no"), None)
    if at is not None and at + 1 < len(tokens) and tokens[at + 1].kind == "text":
        found = NO.match(tokens[at].text)
        number = int(found[1]) if found else None
        category = tokens[0] if at == 1 and tokens[0].kind == "text" else None
        tokens = tokens[at + 1 :]
    return _draft_row(number, category, tokens, columns) if tokens and tokens[0].kind == "text" else []


def _draft_unnumbered(tokens: Sequence[Token], columns: Sequence[Column]) -> list[Draft]:
    """Drafts of a stream without row numbers: a row opens at the words behind figures."""
    drafts: list[Draft] = []
    names: list[Token] = []
    rest: list[Token] = []
    category: Token | None = None
    for token in [*tokens, None]:
        if token is not None and token.kind != "text":
            rest.append(token)
            continue
        if names and (rest or token is None):
            if len(names) > 1 and _CATEGORY.match(names[0].text):
                category, names = names[0], names[1:]
            draft = Draft(name=[name.cell for name in names], category=category.cell if category else None)
            _fill(draft, rest, columns, "".join(name.text for name in names))
            drafts.append(draft)
            names, rest = [], []
        if token is not None:
            names.append(token)
    return drafts


def _read_header(shadow: str, cells: Sequence[RawCell]) -> tuple[list[str], int]:
    """Labels, those broken over two cells joined, and the number of cells they take."""
    texts = [label_of(shadow, cell) for cell in cells[:_MOST_LABELS]]
    labels: list[str] = []
    at = 0
    while at < len(texts):
        if labels and _is_broken(labels[-1], texts[at]):
            labels[-1] += texts[at]
        elif is_heading_label(texts[at]) or (at + 1 < len(texts) and _is_broken(texts[at], texts[at + 1])):
            labels.append(texts[at])
        else:
            break
        at += 1
    return labels, at


def _is_broken(label: str, text: str) -> bool:
    """Whether two cells are one label parted by a line break."""
    return any(first.search(label) and second.match(text) for first, second in _LABEL_PAIRS)


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
    """Places of the row numbers: the next expected number with a name behind it.

    A table goes on from another page with a number of its own.
    """
    candidates = [at for at in range(len(tokens) - 1) if tokens[at].kind == "no" and tokens[at + 1].kind == "text"]
    found = _follow_numbers(tokens, candidates, 1)
    if found or not candidates:
        return found
    later = _follow_numbers(tokens, candidates, _number(tokens[candidates[0]]))
    names = sum(token.kind == "text" and before.kind != "text" for before, token in pairwise(tokens))
    return later if len(later) * 2 >= names else []


def _follow_numbers(tokens: Sequence[Token], candidates: Sequence[int], first: int) -> list[int]:
    openers: list[int] = []
    expected = first
    for at in candidates:
        number = _number(tokens[at])
        is_next = number == expected or (openers and expected < number <= expected + 2)
        if is_next and not _is_repeated(tokens, at, number):
            openers.append(at)
            expected = number + 1
    return openers


def _number(token: Token) -> int:
    return int(token.text.strip("().、"))


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
    if at == 0 or tokens[at - 1].kind != "text" or len(tokens[at - 1].text) > _LONGEST_CATEGORY:
        return None
    is_first = at == 1
    stands_alone = at - 2 >= floor and tokens[at - 2].kind in ("value", "attribute", "no")
    return tokens[at - 1] if is_first or stands_alone else None


def _draft_row(
    number: int | None, category: Token | None, inside: Sequence[Token], columns: Sequence[Column]
) -> list[Draft]:
    """Drafts of one numbered row: one, or several where names follow figures."""
    most = sum(column.kind in ("value", "growth", "status") for column in columns)
    pieces = _split_pieces(_drop_repeated(number, inside, most))
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


def _drop_repeated(number: int | None, inside: Sequence[Token], most: int) -> list[Token]:
    """Without the row's own number where it is printed once more before a further name of the row.

    It is told from a figure by there being more cells before that name than columns for them.
    """
    kept: list[Token] = []
    figures = 0
    for at, token in enumerate(inside):
        is_before_name = at + 1 < len(inside) and inside[at + 1].kind == "text"
        if token.kind == "no" and number == _number(token) and is_before_name and figures >= most:
            continue
        figures = 0 if token.kind == "text" else figures + (token.kind not in ("unit", "attribute"))
        kept.append(token)
    return kept


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
    draft.overflow = max(0, len(figures) - len(places))
    draft.values = [(places[at], token.cell) for at, token in zip(placement.columns, figures, strict=False)]
    draft.confidence = placement.confidence
