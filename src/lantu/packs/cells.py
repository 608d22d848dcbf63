"""Single cells of input files: figures, days, hours, flags.

In: text. Out: exact figures with a mark for "below detection", days, hours, flags.
Left out on purpose: mending; what cannot be read for certain raises ValueError
with what was expected.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

BLANKS = frozenset({"", "-", "--", "—", "——", "–", "/", "无", "n/a", "na", "nan", "null", "none", "未检测", "缺测"})
"""What stands where nothing was measured."""

_FIGURE = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,2})?")
_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))")
_TIME = re.compile(r"(.+?)[T\s]+(\d{1,2})(?::(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*时?(?:Z|[+-]\d{2}:?\d{2})?")
_HOUR = re.compile(r"(\d{1,2})(?::\d{2})?(?::\d{2})?\s*时?")
_SMALLEST, _LARGEST = Decimal("1e-20"), Decimal("1e30")
_FLAGS = {"是": True, "yes": True, "y": True, "true": True, "1": True, "√": True, "t": True}
_FLAGS |= {"否": False, "no": False, "n": False, "false": False, "0": False, "f": False}


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure as a laboratory writes it.

    Attributes:
        amount: The figure, or the detection limit.
        is_below: Whether the true figure lies below it ("<0.01", "0.01L").
    """

    amount: Decimal
    is_below: bool = False


def fold_cell(text: str) -> str:
    """The cell in plain width, blanks at the ends taken off."""
    return unicodedata.normalize("NFKC", text).strip()


def is_blank(text: str) -> bool:
    """Whether the cell says that there is nothing."""
    return fold_cell(text).casefold() in BLANKS


def read_figure(text: str) -> Reported:
    """A figure, or a detection limit that it lies below.

    Raises:
        ValueError: If it is neither.
    """
    plain = fold_cell(text)
    body = plain.removeprefix("<").strip()
    is_below = body != plain
    if not is_below and plain.endswith("L") and plain != "L":
        body, is_below = plain[:-1], True
    if not _FIGURE.fullmatch(body):
        raise ValueError(f"“{text[:40]}” is not a figure")
    amount = Decimal(body.replace(",", ""))
    if amount != 0 and not _SMALLEST <= abs(amount) <= _LARGEST:
        raise ValueError(f"“{text[:40]}” is no figure that anything is counted or measured in")
    return Reported(amount, is_below)


def read_day(text: str) -> date:
    """A day: 2020-03-26, 2020/3/26, 2020年3月26日 or 20200326, with or without a time behind it.

    Raises:
        ValueError: If it is no day of the calendar.
    """
    plain = fold_cell(text)
    match = _DAY.match(plain)
    if match is None or plain[match.end() :].lstrip(" T")[:1].isalpha():
        raise ValueError(f"“{text[:40]}” is not a day; write 2020-03-26")
    month, day = match[2] or match[4], match[3] or match[5]
    return date(int(match[1]), int(month), int(day))


def read_hour(text: str) -> int:
    """An hour from 0 to 24: 8, 08, 08:00 or 8时.

    Raises:
        ValueError: If it is none.
    """
    match = _HOUR.fullmatch(fold_cell(text).removesuffix(".0"))
    if match is None or int(match[1]) > 24:
        raise ValueError(f"“{text[:40]}” is not an hour from 0 to 24")
    return int(match[1])


def read_time(text: str) -> tuple[date, int | None, int]:
    """Day, hour and minute of "2020-03-26 18:00" and the like; the hour is None where only a day is written.

    Raises:
        ValueError: If there is no day with its year, or no such hour.
    """
    plain = fold_cell(text)
    match = _TIME.fullmatch(plain)
    if match is None:
        return read_day(plain), None, 0
    return read_day(match[1]), read_hour(match[2]), int(match[3] or 0)


def read_flag(text: str) -> bool:
    """Yes or no.

    Raises:
        ValueError: If it is neither.
    """
    found = _FLAGS.get(fold_cell(text).casefold())
    if found is None:
        raise ValueError(f"“{text[:40]}” is neither 是 nor 否")
    return found
