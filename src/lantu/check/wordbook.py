"""What is known of names beyond their spelling: definitions, and what people decided.

In: a catalogue, pairs of names confirmed to be one, and pairs forbidden. Out: the key
of a name, and the definition it means. Left out on purpose: guessing; without a word
here the spelling decides. Where two words clash, the forbidding one counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lantu.check.match import match_indicator
from lantu.check.names import Key, drop_places, key_of
from lantu.core.catalogue import Catalogue, Match, fold_name

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wordbook:
    """What to go by where names are compared.

    Attributes:
        catalogue: Definitions with their aliases, or None.
        same: Pairs of names that people confirmed to be one indicator.
        apart: Pairs of names that people forbade to be taken for one.
    """

    catalogue: Catalogue | None = None
    same: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    _leaders: dict[str, str] = field(init=False, repr=False, compare=False, default_factory=dict)
    _sides: dict[str, int] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._leaders.update(_find_leaders(self.same, self.apart))
        self._sides.update(self._find_sides())

    def key(self, name: str, places: tuple[str, ...] = (), unit: str = "") -> Key:
        """The key of a name: people's word first, then the catalogue's aliases, then spelling."""
        known = self._known_as(name, places)
        leader = self._leaders.get(known)
        key = self._shared_key(leader) if leader is not None else self._spelled_key(name, places, unit)
        side = self._sides.get(leader or known, 0)
        return replace(key, stem=f"{key.stem}≠{side}") if side else key

    def is_decided(self, name: str, places: tuple[str, ...] = ()) -> bool:
        """Whether people said something of this name."""
        known = self._known_as(name, places)
        return known in self._leaders or known in self._sides

    def match(self, name: str, unit: str = "", measure: str = "") -> Match | None:
        """The definition that a name means; None where it means none, or people said it is not that one."""
        if self.catalogue is None:
            return None
        mine = fold_name(name)
        for other in self._confirmed_with(mine):
            found = match_indicator(other, "", self.catalogue, measure)
            if found is not None:
                return Match(found.code, "confirmed", f"people confirmed that {name} is {other}")
        found = match_indicator(name, unit, self.catalogue, measure)
        forbidden = {b if fold_name(a) == mine else a for a, b in self.apart if mine in (fold_name(a), fold_name(b))}
        others = (match_indicator(other, "", self.catalogue, measure) for other in forbidden)
        if found is not None and any(other is not None and other.code == found.code for other in others):
            return None
        return found

    def _confirmed_with(self, folded: str) -> Iterator[str]:
        leader = self._leaders.get(folded)
        names = [name for pair in self.same for name in pair]
        yield from (n for n in names if leader is not None and self._leaders.get(fold_name(n)) == leader)

    def _known_as(self, name: str, places: tuple[str, ...]) -> str:
        """The name as people told it: as written, or without the document's own place before it."""
        folded = fold_name(name)
        bare = drop_places(folded, places)
        is_told = folded in self._leaders or folded in self._sides
        return folded if is_told else bare

    def _shared_key(self, leader: str) -> Key:
        """The key of all names that people took for one, the same in every document and with every unit."""
        return replace(self._spelled_key(leader, (), ""), is_confirmed=True)

    def _spelled_key(self, name: str, places: tuple[str, ...], unit: str) -> Key:
        match = match_indicator(name, unit, self.catalogue) if self.catalogue else None
        definition = self.catalogue.definition(match.code) if self.catalogue and match else None
        if definition is None or match is None or match.how != "alias":
            return key_of(name, places)
        return key_of(definition.name, places)

    def _find_sides(self) -> dict[str, int]:
        """A number for each forbidden name, so that no two forbidden to one another have the same; 0 is everybody."""
        stems: dict[str, str] = {}
        edges: list[Pair] = []
        for pair in self.apart:
            a, b = (self._leaders.get(fold_name(name), fold_name(name)) for name in pair)
            edges.append((a, b))
            for name in (a, b):
                stems.setdefault(name, self._spelled_key(name, (), "").stem)
        sides: dict[str, int] = {}
        for name, stem in stems.items():
            beside = {other for pair in edges if name in pair for other in pair if stems[other] == stem}
            taken = {sides[other] for other in beside if other in sides}
            sides[name] = next(side for side in range(len(taken) + 1) if side not in taken)
        return sides


def _find_leaders(same: tuple[Pair, ...], apart: tuple[Pair, ...]) -> dict[str, str]:
    """For each confirmed name the first one told of all that are the same; a clash with a forbidden pair is left out."""
    groups: dict[str, tuple[str, ...]] = {}
    forbidden = {frozenset(map(fold_name, pair)) for pair in apart}
    for pair in same:
        a, b = map(fold_name, pair)
        mine, yours = groups.get(a, (a,)), groups.get(b, (b,))
        if any(frozenset((x, y)) in forbidden for x in mine for y in yours):
            continue
        joined = tuple(dict.fromkeys((*mine, *yours)))
        groups.update(dict.fromkeys(joined, joined))
    return {name: joined[0] for name, joined in groups.items()}
