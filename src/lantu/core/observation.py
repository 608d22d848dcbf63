"""Figures that somebody reported or a sensor sent.

In: nothing (nouns only). Out: observations with what they are about, when, from
whom, and when we learned it. Left out on purpose: whether they are believed.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lantu.core.absence import Absence
from lantu.core.entry import Comparator
from lantu.core.quantity import Quantity
from lantu.core.time import Period


class Status(StrEnum):
    """How settled a figure is."""

    PRELIMINARY = "preliminary"
    FINAL = "final"
    REVISED = "revised"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from.

    Attributes:
        kind: return, document or sensor.
        name: Of the publication or device, or of the file where the return names no publication.
        row: Row of the file counted from 1 with the header as row 1, or 0.
        url: Address of the publication, or "".
        quote: The words that state the figure, or "".
    """

    kind: str
    name: str
    row: int = 0
    url: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One reported or sensed figure.

    Attributes:
        id: Unique in the registry; "" before it is stored.
        indicator_code: Of a definition.
        place_code: GB/T 2260.
        period: What it is about (valid time).
        quantity: The figure, or why there is none.
        bound: EQUAL for a plain figure, LESS_THAN and the like for "<5.5".
        status: How settled it is.
        source: Where it comes from.
        published_on: When the figure was made public, or None.
        recorded_at: When Lantu learned it (UTC), or None before it is stored.
        note: Scope, price basis and other remarks of the reporter.
    """

    id: str
    indicator_code: str
    place_code: str
    period: Period
    quantity: Quantity | Absence
    bound: Comparator
    status: Status
    source: Source
    published_on: date | None = None
    recorded_at: datetime | None = None
    note: str = ""
