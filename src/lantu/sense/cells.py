"""Single cells: figures, periods, days and states as departments write them.

In: text. Out: exact figures with their bound, periods, dates. Left out on purpose:
mending; what cannot be read for certain raises ValueError with what was expected.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.time import Period, parse_period

BLANKS = frozenset(
    {"", "-", "--", "—", "——", "–", "...", "......", "/", "无", "n/a", "na", "nan", "null", "none", "未公布"}
)
"""What stands where there is no figure."""

FIRST_YEAR, LAST_YEAR = 1900, 2100

_BOUNDS = (
    (re.compile(r"^(?:<=|≤|⩽|不超过|不高于|至多)|(?:及?以下|以内)$"), Comparator.AT_MOST),
    (re.compile(r"^(?:>=|≥|⩾|不低于|不少于|至少)|(?:及?以上)$"), Comparator.AT_LEAST),
    (re.compile(r"^(?:<|低于|小于|少于|不足)"), Comparator.LESS_THAN),
    (re.compile(r"^(?:>|超过|超|高于|大于|多于)|余$|多$"), Comparator.MORE_THAN),
    (re.compile(r"^(?:约|~|≈)|左右$"), Comparator.ABOUT),
)
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,2})?", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ t].*)?", re.IGNORECASE)
_QUARTERS = {"一": "1", "二": "2", "三": "3", "四": "4"}
_PERIODS = (
    (re.compile(r"(\d{4})年?(?:全年)?(?:\.0)?"), r"\1"),
    (re.compile(r"(\d{4})(?:年|-)?(?:第?([1-4])季度|q([1-4]))", re.IGNORECASE), r"\1-Q\2\3"),
    (re.compile(r"(\d{4})(?:年|-)?(?:上半年|h1)", re.IGNORECASE), r"\1-H1"),
    (re.compile(r"(\d{4})(?:年|-)?(?:下半年|h2)", re.IGNORECASE), r"\1-H2"),
    (re.compile(r"(\d{4})(?:年|[-./])(\d{1,2})[-~至—–/](\d{1,2})月(?:份)?"), "months"),
    (re.compile(r"(\d{4})-(\d{1,2})/(\d{1,2})"), "months"),
    (re.compile(r"(\d{4})年?前(\d{1,2})个?月"), "first months"),
    (re.compile(r"(\d{4})年?前([1-3])季度"), "first quarters"),
    (re.compile(r"(\d{4})(?:年|[-./])(\d{1,2})月?(?:份)?"), "month"),
)
_STATUS = {
    "": Status.UNSTATED,
    "unstated": Status.UNSTATED,
    "preliminary": Status.PRELIMINARY,
    "初步": Status.PRELIMINARY,
    "初步数": Status.PRELIMINARY,
    "初步核算": Status.PRELIMINARY,
    "快报": Status.PRELIMINARY,
    "快报数": Status.PRELIMINARY,
    "预计": Status.PRELIMINARY,
    "final": Status.FINAL,
    "最终": Status.FINAL,
    "最终核实": Status.FINAL,
    "核实": Status.FINAL,
    "年报": Status.FINAL,
    "年报数": Status.FINAL,
    "定案": Status.FINAL,
    "revised": Status.REVISED,
    "修订": Status.REVISED,
    "修订数": Status.REVISED,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written.

    Attributes:
        amount: Exact.
        bound: EQUAL for a plain figure, LESS_THAN and the like for "<5.5".
        is_percent: Whether a % stands behind it.
    """

    amount: Decimal
    bound: Comparator
    is_percent: bool


def narrow(text: str) -> str:
    """Full-width characters as half-width ones, blanks taken out."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def is_blank(text: str) -> bool:
    """Whether a cell says that there is no figure."""
    return narrow(text).casefold() in BLANKS


def parse_figure(text: str) -> Figure:
    """Read "1,234.5", "<5.5", ">275", "１２３", "3.56%".

    Raises:
        ValueError: If it is not one number. "1,5" is refused: its comma may be a point.
    """
    rest, bound = narrow(text).replace("，", ","), Comparator.EQUAL
    for pattern, comparator in _BOUNDS:
        if pattern.search(rest):
            rest, bound = pattern.sub("", rest), comparator
            break
    is_percent = rest.endswith("%")
    rest = rest.removesuffix("%")
    if not _NUMBER.fullmatch(rest):
        raise ValueError(f"“{text}” is not a number")
    amount = Decimal(rest.replace(",", ""))
    if amount.adjusted() > 20:
        raise ValueError(f"“{text}” is larger than any figure of a return")
    return Figure(amount, bound, is_percent)


def read_period(text: str) -> Period:
    """Read "2021", "2021年1-4月", "2021年第三季度", "2021Q3", "2021年上半年", "2021-07".

    Raises:
        ValueError: If it is none of these, or the year lies outside 1900–2100.
    """
    plain = narrow(text)
    for word, digit in _QUARTERS.items():
        plain = plain.replace(f"{word}季度", f"{digit}季度")
    for pattern, form in _PERIODS:
        match = pattern.fullmatch(plain)
        if match:
            plain = _write_period(form, match)
            break
    period = parse_period(plain)
    if not FIRST_YEAR <= period.start.year <= LAST_YEAR:
        raise ValueError(f"“{text}” lies outside {FIRST_YEAR}–{LAST_YEAR}")
    return period


def _write_period(form: str, match: re.Match[str]) -> str:
    numbers = [int(group) for group in match.groups() if group and group.isdigit()]
    if form == "months":
        return f"{numbers[0]}-{numbers[1]:02d}/{numbers[2]:02d}"
    if form == "first months":
        return f"{numbers[0]}-01/{numbers[1]:02d}"
    if form == "first quarters":
        return f"{numbers[0]}-01/{3 * numbers[1]:02d}"
    if form == "month":
        return f"{numbers[0]}-{numbers[1]:02d}"
    return match.expand(form)


def read_date(text: str) -> date | None:
    """Read "2022-03-31", "2022/3/31", "2022年3月31日"; None where nothing stands.

    Raises:
        ValueError: If something else stands there.
    """
    if is_blank(text):
        return None
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not match:
        raise ValueError(f"“{text}” is not a day")
    year, month, day = (int(group) for group in match.groups())
    return date(year, month, day)


def read_status(text: str) -> Status:
    """Read preliminary, final, revised or their Chinese words; nothing is UNSTATED.

    Raises:
        ValueError: If it is another word.
    """
    plain = narrow(text).casefold()
    if plain not in _STATUS:
        raise ValueError(f"“{text}” is not a status")
    return _STATUS[plain]
