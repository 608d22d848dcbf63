"""A figure that a document states of an indicator, in one shape for prose and tables.

In: nothing (nouns only). Out: claims, and when two may be set side by side. Left out
on purpose: how claims are found in a reading, see `collect`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lantu.check.names import Key
from lantu.core.entry import Comparator, Entry, EntryKind, PriceBasis, TableCell, TableRow
from lantu.core.quantity import parse_unit
from lantu.core.span import Span

_LEAD = re.compile(r"^(?:.{0,4}[市区县省])?实现(?=.{2})")
_RATIO = frozenset({"", "倍", ":1"})


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of one indicator.

    Attributes:
        doc: Number of its reading.
        entry: What it was read from.
        key: Its indicator.
        nature: level, growth, change, sum, multiple, words, rank or coverage.
        kind: Promised or reported.
        year: It is about, or None.
        amount: As printed, or None.
        unit: As printed, or of its row.
        comparator: How it is to be met.
        span: Where to look: the cell, or the phrase.
        row: The table row, or None for prose.
        cell: The table cell, or None.
    """

    doc: int
    entry: Entry
    key: Key
    nature: str
    kind: EntryKind
    year: int | None
    amount: Decimal | None
    unit: str
    comparator: Comparator
    span: Span
    row: TableRow | None = None
    cell: TableCell | None = None

    @property
    def is_table(self) -> bool:
        """Whether it stands in a table."""
        return self.row is not None

    @property
    def factor(self) -> Decimal:
        """How many of the dimension's own unit the printed unit is."""
        return parse_unit(self.unit).factor

    @property
    def value(self) -> Decimal | None:
        """The figure in the dimension's own unit."""
        return None if self.amount is None else self.amount * self.factor

    @property
    def slack(self) -> Decimal:
        """Half of the last printed digit, in the dimension's own unit."""
        return half_digit(self.amount) * self.factor

    @property
    def is_unit_lost(self) -> bool:
        """Whether a table gives no unit, or only the end of one."""
        return self.row is not None and (not self.unit or self.unit.startswith("/"))

    @property
    def is_average(self) -> bool:
        """Whether a growth is said to be that of several years."""
        if self.cell:
            return "年均" in self.cell.column or "年均" in self.cell.raw or "年均" in self.entry.indicator
        return "年均" in self.entry.span.before[-6:] + self.entry.span.quote

    @property
    def name(self) -> str:
        """The indicator's name on one line, for people."""
        words = self.row.name if self.row else self.entry.indicator
        return _LEAD.sub("", "".join(words.split()))

    def fits(self, other: "Claim") -> bool:
        """Whether the two are of one sort and dimension, and not at other prices."""
        if not may_share_prices(self.cell or self.entry, other.cell or other.entry):
            return False
        if self.nature != other.nature or (self.nature == "growth" and self.is_average != other.is_average):
            return False
        return self.is_unit_lost or other.is_unit_lost or are_units_alike(self.unit, other.unit)


def figures_of(a: Claim, b: Claim) -> tuple[Decimal, Decimal] | None:
    """Both figures in one unit; as printed where a table lost its unit. None where one has no figure."""
    if a.amount is None or b.amount is None:
        return None
    if a.is_unit_lost or b.is_unit_lost:
        return a.amount, b.amount
    return a.amount * a.factor, b.amount * b.factor


def may_share_prices(a: Entry | TableCell, b: Entry | TableCell) -> bool:
    """Whether two figures may be at the same prices: not where both are known to be at others."""
    if PriceBasis.NOT_STATED in (a.price_basis, b.price_basis):
        return True
    is_year_known = a.price_year is not None and b.price_year is not None
    return a.price_basis is b.price_basis and not (is_year_known and a.price_year != b.price_year)


def half_digit(amount: Decimal | None) -> Decimal:
    """Half of the last printed digit of a figure: 0.05 for 7.1."""
    if amount is None:
        return Decimal(0)
    exponent = amount.as_tuple().exponent
    digits = exponent if isinstance(exponent, int) else 0
    return Decimal(5).scaleb(min(digits, 0) - 1)


def are_units_alike(a: str, b: str) -> bool:
    """Whether figures in the two units may be compared; a bare number, 倍 and :1 are one."""
    first, second = parse_unit(a), parse_unit(b)
    return first.fits(second) or (first.symbol in _RATIO and second.symbol in _RATIO)


def group_by_stem(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """The claims of each stem."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.key.stem, []).append(claim)
    return {stem: tuple(found) for stem, found in groups.items()}
