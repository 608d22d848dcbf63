"""Readings of one chunk, column by column.

In: nothing (nouns only). Out: a block that flags are set on, and the words of the flags.
Left out on purpose: exact decimals; a sensor's figure is as exact as a float.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from types import MappingProxyType

FLAGS: Mapping[str, str] = MappingProxyType(
    {
        "negative": "S034",
        "impossible": "S035",
        "unit": "S036",
        "future": "S037",
        "stuck": "S038",
        "repeated": "S039",
        "contradicts": "S040",
        "unplaced": "S042",
        "closed": "S043",
        "below": "S044",
    }
)
"""Word in the lake → code of its diagnostic. Several words are joined by a blank, in this order."""

FUTURE = "future"
"""Of a reading whose clock was ahead: its instant says nothing of when it was."""


@dataclass(frozen=True, slots=True)
class Block:
    """Readings in the order of their rows; every column has one entry per reading.

    Attributes:
        rows: Line of the file or row of the sheet.
        series: "<pack>/<quantity>/<station>".
        quantities: Name of the pack's input.
        place_codes: GB/T 2260, or "".
        instants: With zone.
        values: In the unit.
        units: Symbol.
        keys: Feed or key that the source gives.
        flags: Words of FLAGS joined by blanks, or "".
    """

    rows: tuple[int, ...] = ()
    series: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    place_codes: tuple[str, ...] = ()
    instants: tuple[datetime, ...] = ()
    values: tuple[float, ...] = ()
    units: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Limit:
    """What a working instrument can show.

    Attributes:
        lowest, highest: Bounds in the quantity's unit.
        mixup: Factor between the two units that are confused, or None.
        mixup_below: Under which only another unit explains a figure, or None.
    """

    lowest: float
    highest: float
    mixup: float | None = None
    mixup_below: float | None = None


@dataclass(frozen=True, slots=True)
class SensorRules:
    """A pack's rules on readings, as plain values.

    Attributes:
        limits: By quantity.
        stuck: By quantity, after how many readings one and the same figure is a sensor that stands still.
        interval: Between two readings of a series.
        ahead: How far a clock may be ahead.
        history_least: So many earlier readings are needed before a figure is compared with their median.
        history_window: So many are compared at most.
        mixup_spread: How many times nearer to the median than `mixup` a figure in another unit may lie.
    """

    limits: Mapping[str, Limit]
    stuck: Mapping[str, int]
    interval: timedelta = timedelta(hours=1)
    ahead: timedelta = timedelta(hours=1)
    history_least: int = 24
    history_window: int = 168
    mixup_spread: float = 5.0


def join_flags(words: set[str]) -> str:
    """The words in the order of FLAGS."""
    return " ".join(word for word in FLAGS if word in words)


def leave_out(block: Block, word: str) -> Block:
    """The block without the readings that have a flag."""
    if not any(word in flags for flags in block.flags):
        return block
    kept = [place for place, flags in enumerate(block.flags) if word not in flags.split()]
    columns = [tuple(getattr(block, f.name)[place] for place in kept) for f in fields(Block)]
    return Block(*columns)
