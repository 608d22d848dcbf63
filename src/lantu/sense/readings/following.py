"""What only the readings before and beside one can show: units mixed up, sensors that stand still, doubles, gaps.

In: a block, the rules, and what was seen of each series so far. Out: flags for the
block, readings of earlier blocks that turn out to have stood still, and what is
known now. Left out on purpose: comparing rows far apart; the lake itself finds a
reading that says again or corrects what it holds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from statistics import median

from lantu.sense.readings.reading import FUTURE, Block, Limit, SensorRules, join_flags

_MEDIAN_EVERY = 24
"""Readings after which the median is taken anew; it moves slowly and costs a sort."""


@dataclass(slots=True)
class _Series:
    """What was seen of one series."""

    values: list[float] = field(default_factory=list)
    centre: float | None = None
    since_centre: int = 0
    last: datetime | None = None
    run_value: float | None = None
    run: list[tuple[int, int]] = field(default_factory=list)
    missing: int = 0
    told: dict[datetime, float] = field(default_factory=dict)


@dataclass(slots=True)
class Memory:
    """What was seen of all series, from one block to the next.

    Attributes:
        series: By name.
        blocks: Earlier blocks that a run may still reach back into, by number.
        number: Of the next block.
    """

    series: dict[str, _Series] = field(default_factory=dict)
    blocks: dict[int, Block] = field(default_factory=dict)
    number: int = 0

    def seed(self, name: str, values: Iterable[float]) -> None:
        """Readings that the lake has of a series, oldest first."""
        self.series.setdefault(name, _Series()).values = list(values)

    def gaps(self) -> Mapping[str, int]:
        """Readings missing between those of each series; only series that miss any."""
        return {name: seen.missing for name, seen in self.series.items() if seen.missing}


def flag_following(block: Block, rules: SensorRules, memory: Memory) -> tuple[list[set[str]], list[Block]]:
    """Flags of a block, and earlier readings to be kept anew with one more flag.

    Returns:
        Words per reading; blocks of single readings that belong to a run begun in an earlier block.
    """
    flags: list[set[str]] = [set() for _ in range(len(block))]
    reach: list[tuple[int, int]] = []
    number = memory.number
    for place, name in enumerate(block.series):
        seen = memory.series.get(name)
        if seen is None:
            seen = memory.series[name] = _Series()
        value, instant = block.values[place], block.instants[place]
        flags[place] |= _compare_told(seen, instant, value)
        if "repeated" in flags[place]:
            continue
        limit = rules.limits.get(block.quantities[place])
        if _is_mixed(seen, value, limit, rules):
            flags[place].add("unit")
        elif not flags[place] and not block.flags[place]:
            seen.values.append(value)
            if len(seen.values) > 2 * rules.history_window:
                del seen.values[: -rules.history_window]
        for where in _follow_run(seen, (number, place), instant, value, block.quantities[place], rules):
            if where[0] == number:
                flags[where[1]].add("stuck")
            else:
                reach.append(where)
        if FUTURE not in block.flags[place].split():  # a clock that is ahead shows no gap before it
            _count_gap(seen, instant, rules)
    earlier = [_again(memory.blocks[at], place) for at, place in reach]
    _keep_block(memory, block, rules)
    return flags, earlier


def _compare_told(seen: _Series, instant: datetime, value: float) -> set[str]:
    """repeated or contradicts, against the latest readings of the file for the same instant."""
    before = seen.told.get(instant)
    if before is None:
        if len(seen.told) > 400:
            for old in list(seen.told)[:200]:
                del seen.told[old]
        seen.told[instant] = value
        return set()
    return {"repeated"} if before == value else {"contradicts"}


def _is_mixed(seen: _Series, value: float, limit: Limit | None, rules: SensorRules) -> bool:
    """Whether a figure lies so far from the series' median that only another unit explains it."""
    if limit is None or limit.mixup is None or value <= 0:
        return False
    if len(seen.values) < rules.history_least:
        return False
    seen.since_centre += 1
    if seen.centre is None or seen.since_centre >= _MEDIAN_EVERY:
        seen.centre, seen.since_centre = median(seen.values[-rules.history_window :]), 0
    far = limit.mixup / rules.mixup_spread
    return seen.centre > 0 and (value >= seen.centre * far or value <= seen.centre / far)


def _follow_run(
    seen: _Series, where: tuple[int, int], instant: datetime, value: float, quantity: str, rules: SensorRules
) -> list[tuple[int, int]]:
    """Readings that stand still, once so many in a row did; the whole run at the first time, one by one after it."""
    least = rules.stuck.get(quantity)
    if least is None:
        return []
    is_next = seen.last is not None and abs(instant - seen.last) == rules.interval
    if value == seen.run_value and is_next:
        seen.run.append(where)
    else:
        seen.run_value, seen.run = value, [where]
    if len(seen.run) < least:
        return []
    return list(seen.run) if len(seen.run) == least else [where]


def _count_gap(seen: _Series, instant: datetime, rules: SensorRules) -> None:
    if seen.last is not None:
        seen.missing += max(abs(instant - seen.last) // rules.interval - 1, 0)
    seen.last = instant


def _again(block: Block, place: int) -> Block:
    """One reading of a block, now known to have stood still."""
    one = slice(place, place + 1)
    return Block(
        block.rows[one],
        block.series[one],
        block.quantities[one],
        block.place_codes[one],
        block.instants[one],
        block.values[one],
        block.units[one],
        block.keys[one],
        (join_flags({*block.flags[place].split(), "stuck"}),),
    )


def _keep_block(memory: Memory, block: Block, rules: SensorRules) -> None:
    """Keep blocks that a run may reach back into, and no others."""
    memory.blocks[memory.number] = block
    memory.number += 1
    longest = max(rules.stuck.values(), default=0)
    open_runs = [seen.run[0][0] for seen in memory.series.values() if seen.run and 1 < len(seen.run) < longest]
    oldest = min(open_runs, default=memory.number - 1)
    for number in [n for n in memory.blocks if n < min(oldest, memory.number - 1)]:
        del memory.blocks[number]


def set_flags(block: Block, flags: Iterable[set[str]]) -> Block:
    """The block with more words on its readings."""
    joined = tuple(
        join_flags({*old.split(), *words}) if words else old for old, words in zip(block.flags, flags, strict=True)
    )
    return replace(block, flags=joined)
