"""What can be spoken of: the definitions and places of an instance, found by code or name.

In: definitions and places. Out: a catalogue that answers by code, by name or
alias, and says which known names lie nearest to an unknown one.
Left out on purpose: synonyms and scopes of indicators, which `check` decides.
"""

import difflib
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from lantu.core.definition import Definition
from lantu.core.place import Place

T = TypeVar("T")
_QUOTES = dict.fromkeys(map(ord, "“”„‟\"‘’'「」『』《》〈〉"))
_PLACE_ENDINGS = ("自治区", "自治州", "自治县", "地区", "市", "区", "县", "省")


@dataclass(frozen=True, slots=True)
class Match:
    """A name led to a definition.

    Attributes:
        code: Of the definition.
        how: exact, alias, folded or confirmed.
        reason: In words, which rule led there.
    """

    code: str
    how: str
    reason: str


def fold_name(name: str) -> str:
    """A name for comparing only: width, blanks, quotes and letter case do not count."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    folded = folded.translate(_QUOTES)
    return "".join(folded.split()).lstrip("#")


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Definitions and places of an instance.

    Attributes:
        definitions: In the order of the packs.
        places: In the order of the list of places.
    """

    definitions: tuple[Definition, ...]
    places: tuple[Place, ...] = ()
    _by_code: dict[str, Definition] = field(init=False, repr=False, compare=False)
    _by_name: dict[str, tuple[Definition, ...]] = field(init=False, repr=False, compare=False)
    _by_alias: dict[str, tuple[Definition, ...]] = field(init=False, repr=False, compare=False)
    _place_by_code: dict[str, Place] = field(init=False, repr=False, compare=False)
    _place_by_name: dict[str, tuple[Place, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Frozen for everybody else: the indexes follow from the two tuples and are built once.
        put = object.__setattr__
        put(self, "_by_code", {d.code: d for d in self.definitions})
        put(self, "_by_name", _group(self.definitions, lambda d: (d.name,)))
        put(self, "_by_alias", _group(self.definitions, lambda d: d.aliases))
        put(self, "_place_by_code", {p.code: p for p in self.places})
        put(self, "_place_by_name", _group(self.places, _place_names))

    def definition(self, code: str) -> Definition | None:
        """The definition with this code, or None."""
        return self._by_code.get(code)

    def definitions_named(self, name: str) -> tuple[Definition, ...]:
        """Definitions whose official name it is, folded."""
        return self._by_name.get(fold_name(name), ())

    def definitions_known_as(self, name: str) -> tuple[Definition, ...]:
        """Definitions that list it among their aliases, folded."""
        return self._by_alias.get(fold_name(name), ())

    def place(self, code: str) -> Place | None:
        """The place with this code, or None."""
        return self._place_by_code.get(code)

    def places_named(self, name: str) -> tuple[Place, ...]:
        """Places of this name; 嘉兴 finds 嘉兴市. Several where the name is not unique."""
        return self._place_by_name.get(fold_name(name), ())

    def nearest_indicators(self, name: str, count: int = 3) -> tuple[str, ...]:
        """Official names and aliases most like an unknown one, nearest first."""
        return _nearest(name, (n for d in self.definitions for n in (d.name, *d.aliases)), count)

    def nearest_places(self, name: str, count: int = 3) -> tuple[str, ...]:
        """Names of places most like an unknown one, nearest first."""
        return _nearest(name, (p.name for p in self.places), count)


def _group(things: Iterable[T], names: Callable[[T], Iterable[str]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, tuple[T, ...]] = {}
    for thing in things:
        for key in dict.fromkeys(fold_name(name) for name in names(thing)):
            groups[key] = (*groups.get(key, ()), thing)
    return groups


def _place_names(place: Place) -> tuple[str, ...]:
    """The full name and the one without 市, 区 or 县, where two characters remain."""
    for ending in _PLACE_ENDINGS:
        short = place.name.removesuffix(ending)
        if short != place.name and len(short) >= 2:
            return (place.name, short)
    return (place.name,)


def _nearest(name: str, known: Iterable[str], count: int) -> tuple[str, ...]:
    by_folded = {fold_name(k): k for k in known}
    found = difflib.get_close_matches(fold_name(name), by_folded, n=count, cutoff=0.5)
    return tuple(dict.fromkeys(by_folded[f] for f in found))
