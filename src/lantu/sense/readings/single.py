"""What speaks against one reading by itself: sign, range, unit, clock, place.

In: a block, the pack's rules, the present, the places. Out: for each reading the
words of FLAGS that hold. Left out on purpose: what only neighbours can show.
"""

from collections.abc import Callable
from datetime import datetime

from lantu.core.catalogue import Catalogue
from lantu.core.time import CHINA_TIME
from lantu.sense.readings.reading import Block, Limit, SensorRules


def flag_figures(block: Block, rules: SensorRules) -> list[set[str]]:
    """negative, impossible or unit, by the pack's limits. The same order of questions as packs/row_checks {b41d7e}."""
    found = []
    for quantity, value in zip(block.quantities, block.values, strict=True):
        limit = rules.limits.get(quantity)
        found.append({word} if limit is not None and (word := judge_value(value, limit)) else set())
    return found


def judge_value(value: float, limit: Limit) -> str:
    """The flag of a figure, or ""."""
    if value < 0 <= limit.lowest:
        return "negative"
    if limit.mixup is not None:
        is_large = value > limit.highest >= value / limit.mixup
        is_small = limit.mixup_below is not None and 0 < value < limit.mixup_below
        if is_large or (is_small and value * limit.mixup <= limit.highest):
            return "unit"
    return "" if limit.lowest <= value <= limit.highest else "impossible"


def flag_clocks(block: Block, rules: SensorRules, now: datetime) -> list[set[str]]:
    """future: later than a clock may be ahead."""
    latest = now + rules.ahead
    return [{"future"} if instant > latest else set() for instant in block.instants]


def place_readings(block: Block, catalogue: Catalogue) -> tuple[tuple[str, ...], list[set[str]]]:
    """The code of each reading's place, and unplaced or closed.

    A place that is not known keeps no code, since somebody would count it to a wrong area.
    """
    seek = _remember(lambda text: _find_code(text, catalogue))
    codes, flags = [], []
    for text, instant in zip(block.place_codes, block.instants, strict=True):
        code = seek(text)
        place = catalogue.place(code) if code else None
        codes.append(code)
        if place is None:
            flags.append({"unplaced"})
        else:
            flags.append(set() if place.stands_on(instant.astimezone(CHINA_TIME).date()) else {"closed"})
    return tuple(codes), flags


def _find_code(text: str, catalogue: Catalogue) -> str:
    if catalogue.place(text) is not None:
        return text
    named = catalogue.places_named(text) if text else ()
    return named[0].code if len(named) == 1 else ""


def _remember(seek: Callable[[str], str]) -> Callable[[str], str]:
    known: dict[str, str] = {}

    def remembered(text: str) -> str:
        if text not in known:
            known[text] = seek(text)
        return known[text]

    return remembered
