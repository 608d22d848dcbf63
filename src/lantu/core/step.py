"""Steps: how the figures of a place and a period are made from finer ones.

In: nothing (nouns only). Out: steps that packs declare and `measure` builds. Left out
on purpose: any figure of a rule; a step carries the editions its pack's rules name.

A step gives cells: one for each item, place and period. Amounts are whole numbers of
10^-decimals, so that sums, means and roundings are exact and the same on every engine.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

OBSERVATIONS = "observations"
"""What a step is from that reads the lake and not another step."""

GRAINS = ("hour", "day", "month", "year")
"""Periods of cells, from the shortest on."""


class Over(StrEnum):
    """What a step brings together."""

    TIME = "time"
    """Shorter periods into a longer one."""
    PLACES = "places"
    """Places into the place that they lie in."""
    ITEMS = "items"
    """Items of one place and period into one."""
    NOTHING = "nothing"
    """Each cell by itself."""


class By(StrEnum):
    """How figures that are brought together become one."""

    MEAN = "mean"
    SUM = "sum"
    MIN = "min"
    MAX = "max"
    COUNT = "count"
    LAST = "last"
    PERCENTILE = "percentile"
    RATIO = "ratio"
    """One item's sum over another's: never a mean of ratios."""
    MEAN_INVERSE = "mean_inverse"
    """The mean of one over each reading: of speeds, how long a distance takes."""
    INVERSE = "inverse"
    """One over the figure; of a mean of inverses, the harmonic mean."""
    WEIGHTED = "weighted"
    """The sum of figures times weights over the sum of weights."""
    SHARE = "share"
    """In percent, how many are at most a limit."""
    WINDOWS = "windows"
    """The largest mean of consecutive hours of a day."""
    INTERPOLATE = "interpolate"
    """On straight lines between points, rounded up to a whole number."""
    CLASSIFY = "classify"
    """The number of the first class whose limit holds, from 1 on."""
    OVER_LIMIT = "over_limit"
    """The figure over its limit; over items, the sum of these."""
    JUDGE = "judge"
    """The number of a status: by shares of the classes of what lies in a place, or where that is little by the class of its mean."""


@dataclass(frozen=True, slots=True)
class Held:
    """A figure as one edition of a rule has it.

    Attributes:
        edition: Name of the standard.
        begins_on: First day in force.
        ends_on: Last day in force; None while it has not been replaced.
        values: By item, or under "" for all items: a decimal, or what the rule holds there.
    """

    edition: str
    begins_on: date
    ends_on: date | None
    values: Mapping[str, Any]

    def find(self, item: str) -> Any:
        """What holds for an item; None where the edition says nothing of it."""
        return self.values.get(item, self.values.get(""))


@dataclass(frozen=True, slots=True)
class Dated:
    """A figure by the date in force, oldest edition first.

    Attributes:
        rule: Name of the rule in the pack, with the part of it that is meant; "" for a figure of the step's own.
        editions: Without overlap.
    """

    rule: str
    editions: tuple[Held, ...]

    def pick(self, day: date) -> Held | None:
        """The edition in force on a day, or None where none is."""
        for held in self.editions:
            if held.begins_on <= day and (held.ends_on is None or day <= held.ends_on):
                return held
        return None


@dataclass(frozen=True, slots=True)
class Step:
    """One table of cells.

    Attributes:
        pack: Name of the pack.
        name: Unique within the pack.
        inputs: Names of the steps it is from, or OBSERVATIONS alone.
        items: What it reads; series of the lake are called <pack>.<item>.
        into: Item of its cells where it differs from the one read: for a step over items, a ratio or weights; else "".
        over: What is brought together.
        by: How.
        grain: Period of its cells.
        levels: Levels of the places of its cells, for a step over places; also a kind of group that the pack names.
        decimals: Places that amounts are kept to.
        hours: begin or end: which end of an hour a reading's time names; an hour that ends at midnight closes the day.
        rules: By role: least, least_month, least_february, least_pct, least_pct_few, few, round, within, percent,
            up_to, points, limits, whole, whole_above, length, first, bands, words,
            only_hours and only_weekdays for readings that count at these times alone.
        parts: Items in roles: above and below for a ratio, weight for weights, left_out for days that do not count,
            mean for the class of a mean.
        source: Standard, clause, date in force.
    """

    pack: str
    name: str
    inputs: tuple[str, ...]
    items: tuple[str, ...]
    over: Over
    by: By
    grain: str
    decimals: int
    into: str = ""
    levels: tuple[str, ...] = ()
    hours: str = "begin"
    rules: Mapping[str, Dated] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    source: str = ""

    @property
    def table(self) -> str:
        """Name of its table of cells on every engine."""
        return f"measure_{self.pack}__{self.name}"

    @property
    def is_from_lake(self) -> bool:
        """Whether it reads observations."""
        return self.inputs == (OBSERVATIONS,)

    @property
    def cell_items(self) -> tuple[str, ...]:
        """Items of its cells."""
        return (self.into,) if self.into else self.items

    def rule(self, role: str) -> Dated | None:
        """The rule in a role, where the step has one."""
        return self.rules.get(role)


@dataclass(frozen=True, slots=True)
class Measured:
    """Where an indicator of a pack stands among the cells.

    Attributes:
        step: Name of the step.
        item: Of its cells.
    """

    step: str
    item: str
