"""Single cells of a row to be judged: figures, ranges, years, forms, directions.

In: text. Out: exact figures and the words of core. Left out on purpose: mending;
what cannot be read for certain raises ValueError with what was expected.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.target import Form

FORMS = (Form.LEVEL, Form.GROWTH, Form.CUT, Form.SUM, Form.FLOOR, Form.CEILING, Form.ABOUT, Form.RANGE)
"""The forms a row may have."""

FIRST_YEAR, LAST_YEAR = 1900, 2200
_BLANKS = frozenset({"", "-", "--", "—", "——", "–", "/", "无", "n/a", "na"})
_SIGNS = {
    "<=": Comparator.AT_MOST,
    "≤": Comparator.AT_MOST,
    ">=": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "<": Comparator.LESS_THAN,
    ">": Comparator.MORE_THAN,
    "": Comparator.EQUAL,
}
_NUMBER = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,2})?"
_FIGURE = re.compile(rf"(?P<sign><=|>=|[<>≤≥]?)(?P<number>{_NUMBER})(?P<percent>%?)")
_RANGE = re.compile(rf"(?P<low>{_NUMBER})%?(?:-|~|–|—|至|到)(?P<high>{_NUMBER})(?P<percent>%?)")
_YEAR = re.compile(r"(\d{4})年?")
_LARGEST = 20


@dataclass(frozen=True, slots=True)
class RowFigure:
    """A figure of a cell.

    Attributes:
        amount: Exact, as written; the lower end of a range.
        is_percent: Whether a % stands behind it.
        bound: EQUAL, or LESS_THAN and the like for "<5.5".
        upper: Upper end of a range, else None.
    """

    amount: Decimal
    is_percent: bool
    bound: Comparator = Comparator.EQUAL
    upper: Decimal | None = None


def is_blank(text: str) -> bool:
    """Whether a cell says that there is no figure."""
    return _narrow(text).casefold() in _BLANKS


def read_figure(text: str) -> RowFigure:
    """Read "1,234.5", "-3", "72%", "<5.5".

    Raises:
        ValueError: If it is not one number.
    """
    match = _FIGURE.fullmatch(_narrow(text).replace("−", "-"))
    if match is None:
        raise ValueError("a number such as 1234.5, -3 or 72%")
    return RowFigure(_to_decimal(match["number"]), match["percent"] == "%", _SIGNS[match["sign"]])


def read_range(text: str) -> RowFigure:
    """Read "2-3", "60%~70%", "2至3".

    Raises:
        ValueError: If it is not two numbers with a mark between them.
    """
    match = _RANGE.fullmatch(_narrow(text).replace("−", "-"))
    if match is None:
        raise ValueError("both ends of the range, such as 2-3 or 60~70")
    low, high = sorted((_to_decimal(match["low"]), _to_decimal(match["high"])))
    return RowFigure(low, match["percent"] == "%", Comparator.EQUAL, high)


def read_tolerance(text: str) -> Decimal:
    """Read 0.02 or 2% as a share.

    Raises:
        ValueError: If it is neither; a bare 2 may mean 2 % and 200 %.
    """
    try:
        figure = read_figure(text)
    except ValueError:
        figure = RowFigure(Decimal(-1), is_percent=False)
    share = figure.amount / 100 if figure.is_percent else figure.amount
    if not 0 <= share < 1 or figure.bound is not Comparator.EQUAL:
        raise ValueError("a share of the target below 1, such as 0.02 or 2%")
    return share


def read_year(text: str) -> int:
    """Read 2027 or 2027年.

    Raises:
        ValueError: If it is not a year.
    """
    match = _YEAR.fullmatch(_narrow(text))
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise ValueError(f"a year from {FIRST_YEAR} to {LAST_YEAR}, such as 2027")
    return int(match[1])


def read_form(text: str) -> Form:
    """Read one of the eight forms.

    Raises:
        ValueError: If it is another word.
    """
    for form in FORMS:
        if _narrow(text).casefold() == form.value:
            return form
    raise ValueError("one of " + ", ".join(form.value for form in FORMS))


def read_direction(text: str) -> Direction:
    """Read up or down; NONE where nothing stands.

    Raises:
        ValueError: If it is another word.
    """
    word = _narrow(text).casefold()
    if is_blank(text) or word == "none":
        return Direction.NONE
    if word not in ("up", "down"):
        raise ValueError("up or down")
    return Direction(word)


def _to_decimal(number: str) -> Decimal:
    amount = Decimal(number.replace(",", ""))
    if abs(amount.adjusted()) > _LARGEST:
        raise ValueError(f"a number with at most {_LARGEST} places")
    return amount


def _narrow(text: str) -> str:
    """Full-width characters as half-width ones, blanks taken out."""
    return "".join(unicodedata.normalize("NFKC", text).split())
