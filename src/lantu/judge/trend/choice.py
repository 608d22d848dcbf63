"""Which way continues a series of so many years.

In: a count of years. Out: the name of a way, and the band of counts whose intervals are measured together. Left out on
purpose: choosing anew for each series; with so few points the choice would follow the noise.

The table is the back-test's answer: for each count the least geometric mean of two ratios to repeating the last figure,
that of the mean errors and that of the mean logarithms of errors, on the half of the series the intervals come from.
"""

from dataclasses import dataclass

FEWEST = 3
"""Years below which no trend is told: two points make a line whatever they mean."""
MOST = 15
"""Years looked back at; what was before says little of the next plan."""
FARTHEST = 10
"""Years ahead up to which intervals were measured."""


@dataclass(frozen=True, slots=True)
class Band:
    """Counts of years that share a way and the width of intervals.

    Attributes:
        first: Fewest years.
        last: Most years.
        way: Name of the way.
    """

    first: int
    last: int
    way: str


BANDS = (Band(3, 4, "average"), Band(5, 7, "theta"), Band(8, MOST, "smooth"))


def choose_band(count: int) -> Band:
    """The band of a count of years; counts above the most are cut to it by the caller.

    Raises:
        ValueError: If there are fewer years than any band takes.
    """
    for band in BANDS:
        if band.first <= count <= band.last:
            return band
    raise ValueError(f"no trend of {count} years")
