"""What an indicator is.

In: nothing (nouns only). Out: definitions that packs and cities write down and
that `measure` computes and `judge` reads. Left out on purpose: the target; a
definition says what is counted, never how much is enough.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Direction(StrEnum):
    """Which way is good."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Kind(StrEnum):
    """How a figure of one period relates to figures of shorter ones."""

    LEVEL = "level"
    """A stock or state at the end of the period."""
    FLOW = "flow"
    """Adds up over the period (output, trade, investment)."""
    GROWTH = "growth"
    """A rate of change against the period before."""
    RATIO = "ratio"
    """A numerator over a denominator; never averaged."""
    INDEX = "index"
    """A computed score, mean or percentile."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How a ratio indicator is computed.

    Attributes:
        numerator: Code of the indicator above the line.
        denominator: Code of the indicator below the line.
        per: How many of the denominator the figure is for: 1000 for 每千人口, else 1.
    """

    numerator: str
    denominator: str
    per: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Definition:
    """An indicator.

    Attributes:
        code: Short form, ASCII, unique within an instance.
        name: Official Chinese name.
        unit: Symbol of the unit its values are given in.
        direction: Which way is good.
        kind: How periods combine.
        name_en: English name.
        aliases: Other names the same indicator goes by, scope included.
        grain: Shortest period it is defined for: year, quarter, month, day or hour.
        ratio: Its formula where it is one, else None: reported, not computed.
        meaning: The definition in words.
        source: Standard or note, clause, date in force.
        owner: Department responsible for it.
        is_owner_guessed: Whether the owner was assumed rather than stated.
        price_basis: current, comparable or "" where prices do not matter.
        decimals: Places shown.
        growth_of: Code of the indicator whose growth this is, or "".
        pack: Name of the pack it comes from, or "".
        measured_by: Address of the pack indicator whose computed values are its own, such as "air.pm25_annual", or "".
    """

    code: str
    name: str
    unit: str
    direction: Direction
    kind: Kind
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    grain: str = "year"
    ratio: Ratio | None = None
    meaning: str = ""
    source: str = ""
    owner: str = ""
    is_owner_guessed: bool = False
    price_basis: str = ""
    decimals: int = 2
    growth_of: str = ""
    pack: str = ""
    extra: tuple[tuple[str, str], ...] = field(default=())
    measured_by: str = ""
