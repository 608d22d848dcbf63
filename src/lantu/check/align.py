"""Which statements speak of the same indicator.

In: the material. Out: alignments with their relation and its reason. In each group
of names one place is the hub: the row of the latest table of targets. Rows and
phrases are aligned with the hub, and phrases with one another where they tell the
same year's report or promise; so their number grows with the statements.
Left out on purpose: comparing figures, which rules do.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from lantu.check.claims import Claim, are_units_alike
from lantu.check.collect import row_name
from lantu.check.material import Material
from lantu.check.names import Key, relate_scopes
from lantu.core.catalogue import fold_name
from lantu.core.entry import CellRole, EntryKind
from lantu.core.finding import Alignment, Relation
from lantu.core.span import Span

MOST_PAIRED = 12
"""In larger groups phrases are aligned with the hub only."""

_LOOSE_NATURES = frozenset({"words", "multiple"})


@dataclass(frozen=True, slots=True)
class Place:
    """An indicator's name where it stands.

    Attributes:
        doc: Number of the reading.
        span: The name's place in a table, or the phrase in prose.
        key: Its indicator.
        is_growth: Whether growth is spoken of, by name or by figure.
        claim: One of its claims.
        latest: For rows the last year promised, else 0.
    """

    doc: int
    span: Span
    key: Key
    is_growth: bool
    claim: Claim
    latest: int = 0

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it stands among all places."""
        return self.doc, self.span.start, self.span.end

    @property
    def name(self) -> str:
        """The indicator's name as the document gives it."""
        return row_name(self.claim.row) if self.claim.row else self.claim.entry.indicator

    @property
    def is_row(self) -> bool:
        """Whether it is a table row."""
        return self.claim.is_table


def align_claims(material: Material) -> tuple[Alignment, ...]:
    """Alignments within every group of names."""
    found: list[Alignment] = []
    for claims in material.groups.values():
        places = _places_of(claims)
        if len(places) > 1:
            pairs = {frozenset((a.order, b.order)): (a, b) for a, b in _pair_confirmed(places)}
            pairs.update((frozenset((a.order, b.order)), (a, b)) for a, b in _pair_places(places))
            found += (_align(material, a, b) for a, b in pairs.values())
    return tuple(found)


def _places_of(claims: Iterable[Claim]) -> tuple[Place, ...]:
    """Rows once each, phrases once for each span."""
    places: dict[tuple[int, int, int], Place] = {}
    for claim in claims:
        if claim.nature == "rank":
            continue
        span = claim.row.name_span if claim.row else claim.span
        at = (claim.doc, span.start, span.end)
        if claim.row:
            years = [c.year or 0 for c in claim.row.cells if c.role is CellRole.TARGET]
            places.setdefault(at, Place(claim.doc, span, claim.key, claim.key.is_growth, claim, max(years, default=0)))
        else:
            is_growth = claim.nature == "growth" or claim.key.is_growth
            places.setdefault(at, Place(claim.doc, span, claim.key, is_growth, claim))
    return tuple(places.values())


def _pair_places(places: tuple[Place, ...]) -> Iterator[tuple[Place, Place]]:
    """The hub with every other place, and phrases that tell the same thing of the same year."""
    rows = sorted((p for p in places if p.is_row), key=lambda p: (-p.latest, p.doc, p.span.start))
    if not rows:
        yield from combinations(places[:MOST_PAIRED], 2)
        yield from ((places[0], place) for place in places[MOST_PAIRED:])
        return
    for rank, row in enumerate(rows[1:], start=1):
        yield _find_hub(rows[:rank], row), row
    phrases = [p for p in places if not p.is_row]
    for place in phrases:
        yield _find_hub(rows, place), place
    yield from _pair_reports(phrases)


def _find_hub(rows: list[Place], place: Place) -> Place:
    """The latest row of the same scope and sort, else the latest of all."""
    return next((row for row in rows if _is_hub(row, place)), rows[0])


def _is_hub(row: Place, place: Place) -> bool:
    if row.is_growth != place.is_growth:
        return False
    return relate_scopes(row.key.scopes, place.key.scopes)[0] is Relation.SAME


def _pair_reports(phrases: Iterable[Place]) -> Iterator[tuple[Place, Place]]:
    """What two documents report of one year; promises meet at the hub."""
    by_year: dict[tuple[int | None, str], list[Place]] = {}
    for place in phrases:
        if place.claim.kind is EntryKind.ACTUAL:
            by_year.setdefault((place.claim.year, place.claim.nature), []).append(place)
    for told in by_year.values():
        yield from (pair for pair in combinations(told[:MOST_PAIRED], 2) if pair[0].doc != pair[1].doc)


def _pair_confirmed(places: tuple[Place, ...]) -> Iterator[tuple[Place, Place]]:
    """Names that people took for one: every place of a further name with the first place of the first name."""
    by_name: dict[str, list[Place]] = {}
    for place in places:
        if place.key.is_confirmed:
            by_name.setdefault(fold_name(place.name), []).append(place)
    groups = list(by_name.values())
    yield from ((groups[0][0], place) for found in groups[1:] for place in found)


def _align(material: Material, a: Place, b: Place) -> Alignment:
    relation, reason = relate_places(a, b)
    evidence = material.cite_span(a.doc, a.span), material.cite_span(b.doc, b.span)
    names = ("".join(a.name.split()), "".join(b.name.split()))
    return Alignment(*evidence, relation, reason, names)


def relate_places(a: Place, b: Place) -> tuple[Relation, str]:
    """How two places with one stem go together, and why."""
    relation, reason = relate_scopes(a.key.scopes, b.key.scopes)
    if relation is not Relation.SAME:
        return relation, reason
    if a.is_growth != b.is_growth:
        return Relation.RELATED, "同一指标，一处说水平，一处说增速"
    if a.key.is_confirmed and b.key.is_confirmed and fold_name(a.name) != fold_name(b.name):
        return Relation.SAME, "有人确认是同一指标"
    if not _fit(a.claim, b.claim):
        return Relation.DIFFERENT, f"计量单位不可比：{a.claim.unit or '无'}与{b.claim.unit or '无'}"
    if a.key.scopes != b.key.scopes:
        return Relation.SAME, "名称一致，一处未写范围"
    return Relation.SAME, reason


def _fit(a: Claim, b: Claim) -> bool:
    if {a.nature, b.nature} & _LOOSE_NATURES or a.nature != b.nature:
        return True
    units = [claim.row.unit if claim.row else claim.unit for claim in (a, b)]
    return not all(units) or are_units_alike(*units)
