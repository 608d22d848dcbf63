"""Two documents side by side, target by target: versions of a plan, or two levels.

In: two readings. Out: one comparison for each indicator and year promised in either.
Left out on purpose: judging whether a change is good; the words say only what it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lantu.check.claims import Claim, figures_of
from lantu.check.levels import is_above, is_total
from lantu.check.material import Material, gather_material
from lantu.check.names import relate_scopes
from lantu.check.rows import is_falling
from lantu.check.wordbook import Wordbook
from lantu.core.entry import Comparator, EntryKind, Reading
from lantu.core.finding import Relation

_BOUND = re.compile(r"(?:及|或)?(?:以上|以下|以内|左右)$")
_NATURES = ("level", "growth", "sum", "multiple", "words", "change", "coverage")


class Verdict(StrEnum):
    """How the second document's target stands to the first's."""

    SAME = "same"
    HIGHER = "higher"
    LOWER = "lower"
    WORDING = "wording"
    NOT_COMPARABLE = "not_comparable"
    ONLY_FIRST = "only_first"
    ONLY_SECOND = "only_second"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator and year in two documents.

    Attributes:
        name: The indicator's name.
        year: It is due, or None.
        first: The first document's claim, or None.
        second: The second document's claim, or None.
        verdict: How they stand to one another.
        reason: In words, where it is not plain.
        is_easier: Whether the second asks for less; None where that cannot be said.
    """

    name: str
    year: int | None
    first: Claim | None
    second: Claim | None
    verdict: Verdict
    reason: str = ""
    is_easier: bool | None = None


def compare_readings(first: Reading, second: Reading, wordbook: Wordbook | None = None) -> tuple[Comparison, ...]:
    """The targets of both, in the order of the first and then of the second."""
    material = gather_material((first, second), wordbook)
    return tuple(_compare_all(material, is_above(first, second) or is_above(second, first)))


def _compare_all(material: Material, has_levels: bool) -> Iterator[Comparison]:
    leads = _leads(material)
    taken: set[int] = set()
    for mine in (c for c in leads if c.doc == 0):
        partners = [c for c in leads if c.doc == 1 and id(c) not in taken and _is_partner(mine, c)]
        if not partners:
            yield Comparison(mine.name, mine.year, mine, None, Verdict.ONLY_FIRST)
            continue
        theirs = min(partners, key=lambda c: (not _is_like(mine, c), c.nature != mine.nature))
        taken.add(id(theirs))
        if has_levels and is_total(mine) and mine.nature == "level":
            yield Comparison(mine.name, mine.year, mine, theirs, Verdict.NOT_COMPARABLE, "总量，上下两级不直接比较")
        else:
            yield _compare(mine, theirs)
    for theirs in (c for c in leads if c.doc == 1 and id(c) not in taken):
        yield Comparison(theirs.name, theirs.year, None, theirs, Verdict.ONLY_SECOND)


def _leads(material: Material) -> list[Claim]:
    """One claim for each indicator, year and sort in each document; tables go first."""
    found: dict[tuple[object, ...], Claim] = {}
    promises = [c for c in material.claims if c.kind is EntryKind.TARGET and c.nature in _NATURES]
    for claim in sorted(promises, key=lambda c: (c.doc, not c.is_table, c.span.start)):
        found.setdefault((claim.doc, claim.key.stem, claim.key.scopes, claim.year, claim.nature), claim)
    return sorted(found.values(), key=lambda c: (c.doc, c.span.start))


def _is_partner(a: Claim, b: Claim) -> bool:
    return a.key.stem == b.key.stem and a.year == b.year


def _is_like(a: Claim, b: Claim) -> bool:
    return relate_scopes(a.key.scopes, b.key.scopes)[0] is Relation.SAME


def _compare(mine: Claim, theirs: Claim) -> Comparison:
    name, year = mine.name, mine.year
    relation, reason = relate_scopes(mine.key.scopes, theirs.key.scopes)
    if relation is not Relation.SAME:
        return Comparison(name, year, mine, theirs, Verdict.NOT_COMPARABLE, reason)
    figures = figures_of(mine, theirs)
    if figures is None or not mine.fits(theirs):
        if say_target(mine) == say_target(theirs):
            return Comparison(name, year, mine, theirs, Verdict.SAME)
        return Comparison(name, year, mine, theirs, Verdict.NOT_COMPARABLE, "表述方式或单位不同")
    if figures[0] == figures[1]:
        verdict = Verdict.SAME if mine.comparator is theirs.comparator else Verdict.WORDING
        return Comparison(name, year, mine, theirs, verdict, "" if verdict is Verdict.SAME else "数值相同，限定词不同")
    is_higher = figures[1] > figures[0]
    falling = is_falling(mine.name) or Comparator.AT_MOST in (mine.comparator, theirs.comparator)
    verdict = Verdict.HIGHER if is_higher else Verdict.LOWER
    return Comparison(name, year, mine, theirs, verdict, is_easier=is_higher == falling)


def say_target(claim: Claim | None) -> str:
    """What is promised, as printed and on one line."""
    if claim is None:
        return ""
    if claim.cell:
        is_bare = claim.nature == "level" and claim.amount is not None and "%" not in claim.cell.raw
        words = "".join(claim.cell.raw.split())
        end = _BOUND.search(words)
        at = end.start() if end else len(words)
        return words[:at] + (claim.unit if is_bare else "") + words[at:]
    return "".join(claim.span.quote.split())
