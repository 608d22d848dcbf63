"""Places: coded areas with a parent and a life.

In: codes of GB/T 2260 (six digits) and below. Out: places that know what they
lie in. Left out on purpose: geometry, which belongs to maps in `show`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

LEVELS = ("country", "province", "prefecture", "county", "town", "village", "grid")


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative area as of a date.

    Attributes:
        code: GB/T 2260 code (six digits) or a longer statistical code below county level.
        name: Official Chinese name.
        level: One of LEVELS.
        parent_code: Code of the area it lies in, or "".
        name_en: Romanised name, or "".
        valid_from: First day the code stood for this area, or None where not known.
        valid_to: Last such day, or None while it stands.
    """

    code: str
    name: str
    level: str
    parent_code: str = ""
    name_en: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def __post_init__(self) -> None:
        if not (self.code.isdigit() and len(self.code) >= 6):
            raise ValueError(f"a place code has at least six digits, got {self.code!r}")
        if self.level not in LEVELS:
            raise ValueError(f"unknown level {self.level!r}, expected one of {', '.join(LEVELS)}")

    def stands_on(self, day: date) -> bool:
        """Whether the code stood for this area on that day."""
        began = self.valid_from is None or self.valid_from <= day
        return began and (self.valid_to is None or day <= self.valid_to)


def index_places(places: Iterable[Place]) -> dict[str, Place]:
    """Places by code."""
    return {place.code: place for place in places}


def walk_up(code: str, places: Mapping[str, Place]) -> Iterator[Place]:
    """The place with this code, then the areas it lies in, innermost first."""
    seen: set[str] = set()
    while code in places and code not in seen:
        seen.add(code)
        yield places[code]
        code = places[code].parent_code
