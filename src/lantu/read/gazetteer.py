"""Names of places to their codes, nearest to the document's own place first.

In: places, handed in by whoever calls the reader. Out: the code a name stands for, and
by which rule. Left out on purpose: where the list comes from, and places below counties,
whose names repeat too often to mean one place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lantu.core.inference import Inference
from lantu.core.place import LEVELS, Place, index_places, walk_up
from lantu.read import inferences as rules

_KIND = re.compile(r"^(?P<name>.{2,}?)(?:特别行政区|(?:[一-龥]{1,4}族)*自治[区州县旗]|地区|林区|[省市区县盟旗])$")
_LARGE = ("province", "prefecture")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by code and by name.

    Attributes:
        by_code: Each place.
        by_name: Official name to the places that carry it.
    """

    by_code: Mapping[str, Place]
    by_name: Mapping[str, tuple[Place, ...]]

    def resolve(self, name: str, home: str = "") -> tuple[str, Inference | None]:
        """The code of a name in a document of that home, and the rule; "" where it may be several places or none."""
        named = self.by_name.get(name, ())
        own = [place for place in named if home and self.is_related(place.code, home)]
        if len(own) == 1:
            return own[0].code, rules.REGION_OWN
        return (named[0].code, rules.REGION_ONLY) if len(named) == 1 else ("", None)

    def is_related(self, code: str, other: str) -> bool:
        """Whether one of two places lies in the other, or both are one."""
        return other in {place.code for place in walk_up(code, self.by_code)} or code in {
            place.code for place in walk_up(other, self.by_code)
        }

    def find_home(self, name: str, words: str, told: str = "") -> str:
        """Code of the document's own place.

        Args:
            name: As the document gives it.
            words: Its title and opening, where the places around may be named.
            told: Code of the place somebody said it is of, or "".
        """
        named = self.by_name.get(name, ())
        if told and not named:
            return told
        if told and any(self.is_related(place.code, told) for place in named):
            return self.resolve(name, told)[0]
        if len(named) > 1:
            named = tuple(place for place in named if any(around in words for around in self._names_around(place)))
        return named[0].code if len(named) == 1 else ""

    def _names_around(self, place: Place) -> Iterator[str]:
        return (shorten_name(upper.name) for upper in walk_up(place.parent_code, self.by_code))

    def find_short(self, title: str) -> str:
        """Name of the innermost place that a title calls without its kind ("嘉兴" for 嘉兴市), or ""."""
        found = [place for place in self.by_code.values() if _is_called(place, title)]
        return max(found, key=lambda place: (LEVELS.index(place.level), place.code)).name if found else ""


def _is_called(place: Place, title: str) -> bool:
    """Provinces and cities anywhere; counties, whose short names may be common words, only at the front."""
    short = shorten_name(place.name)
    return len(short) > 1 and (short in title if place.level in _LARGE else title.startswith(short))


def shorten_name(name: str) -> str:
    """A place's name without its kind: 嘉兴 for 嘉兴市, 恩施 for 恩施土家族苗族自治州."""
    found = _KIND.match(name)
    return found["name"] if found else name


def make_gazetteer(places: Iterable[Place]) -> Gazetteer:
    """The gazetteer of some places; of none, it knows no name."""
    by_code = index_places(places)
    by_name: dict[str, tuple[Place, ...]] = {}
    for place in by_code.values():
        by_name[place.name] = (*by_name.get(place.name, ()), place)
    return Gazetteer(by_code, by_name)


NOWHERE = make_gazetteer(())
"""For documents read without a list of places."""
