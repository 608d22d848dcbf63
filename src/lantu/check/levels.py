"""Which documents belong to a place and to the place above it.

In: the material. Out: pairs of a district's and its city's documents, and their
rows of one indicator side by side. Left out on purpose: places without a code.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lantu.check.claims import Claim
from lantu.check.material import Material, are_comparable
from lantu.core.entry import CellRole, Comparator, EntryKind, Reading

_TOTALS = frozenset(
    {"亿元", "万元", "亿美元", "万美元", "万人", "万吨", "件", "项", "家", "万吨标煤", "万亩", "万立方米"}
)
_RATIOS = ("每", "人均", "率", "比重")


@dataclass(frozen=True, slots=True)
class Pair:
    """One indicator in the tables of two levels.

    Attributes:
        below_target: Of the district, or None.
        below_base: Of the district, or None.
        above_target: Of the city, or None.
        above_base: Of the city, or None.
    """

    below_target: Claim | None
    below_base: Claim | None
    above_target: Claim | None
    above_base: Claim | None


def is_total(claim: Claim) -> bool:
    """Whether the figure of a place is the sum of its parts'."""
    return claim.unit in _TOTALS and not any(word in claim.key.stem for word in _RATIOS)


def is_above(upper: Reading, lower: Reading) -> bool:
    """Whether the one document's place holds the other's."""
    a, b = upper.facts.region_code, lower.facts.region_code
    if len(a) != 6 or len(b) != 6 or a == b:
        return False
    return b.startswith(a.rstrip("0").ljust(2, "0")) if a.endswith("00") else False


def pair_levels(material: Material) -> Iterator[Pair]:
    """Indicators that stand in the forward tables of two levels."""
    told: dict[int, dict[str, list[Claim]]] = {}
    for claim in material.claims:
        if claim.is_table:
            told.setdefault(claim.doc, {}).setdefault(claim.key.stem, []).append(claim)
    for below in told:
        for above in told:
            upper, lower = material.readings[above], material.readings[below]
            if is_above(upper, lower) and upper.facts.period and upper.facts.period == lower.facts.period:
                for stem in (stem for stem in told[below] if stem in told[above]):
                    yield from _pair(told[below][stem], told[above][stem], upper.facts.period[1])


def _pair(mine: list[Claim], theirs: list[Claim], due: int) -> Iterator[Pair]:
    target = next((c for c in mine if _is_target(c, due)), None)
    base = next((c for c in mine if _is_base(c) and _is_row_of(c, target)), None)
    lead = target or base
    if lead is None:
        return
    like = [c for c in theirs if are_comparable(c, lead)]
    high = next((c for c in like if _is_target(c, due)), None)
    high_base = next((c for c in like if _is_base(c) and (base is None or c.year == base.year)), None)
    yield Pair(target, base, high, high_base)


def _is_target(claim: Claim, due: int) -> bool:
    is_exact = claim.comparator is not Comparator.WITHIN and claim.value is not None
    return claim.kind is EntryKind.TARGET and claim.year == due and claim.nature == "level" and is_exact


def _is_base(claim: Claim) -> bool:
    is_figure = claim.value is not None and claim.nature == "level"
    return claim.cell is not None and claim.cell.role is CellRole.BASE and is_figure


def _is_row_of(base: Claim, target: Claim | None) -> bool:
    return target is None or base.row is target.row
