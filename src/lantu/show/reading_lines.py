"""Sensor readings as lines: the series with how fresh they are, and the readings of one with their flags and gaps.

In: series of a pack, readings in force, the present. Out: lines. Left out on purpose: mending; a doubtful reading stands with its flag.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from math import isnan
from typing import Any

import pyarrow as pa
from django.utils.translation import gettext as _

from lantu.core.time import CHINA_TIME
from lantu.show.numbers import write_quantity
from lantu.show.words import FLAGS, word_for


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """One series.

    Attributes:
        name: <pack>/<item>/<station>.
        item: What it is of.
        station, place_code: Where.
        rows, flagged: Readings in force; of these, those that count for nothing.
        first, last: Instants of the first and last reading.
        age: How long ago the last one was.
        latest: Its figure, or "" where it has none.
        flags: Words of what speaks against it.
    """

    name: str
    item: str
    station: str
    place_code: str
    rows: int
    flagged: int
    first: datetime
    last: datetime
    age: str
    latest: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One reading, or a gap before the earlier one.

    Attributes:
        at: Instant, in the civil time of China.
        shown: Figure with unit; "" where it is missing.
        flags: Words of what speaks against it.
        source: File or feed.
        recorded_at: When we learned it.
        missing: Readings that are missing after this one, in the usual rhythm.
    """

    at: datetime
    shown: str
    flags: tuple[str, ...]
    source: str
    recorded_at: datetime
    missing: int


def write_series(row: dict[str, Any], latest: dict[str, Any] | None, now: datetime) -> SeriesLine:
    """A row of the list of series, with its newest reading."""
    _pack, item, station = row["series"].split("/", 2)
    first, last = (datetime.fromtimestamp(row[name], UTC).astimezone(CHINA_TIME) for name in ("first", "last"))
    return SeriesLine(
        row["series"], item, station, row["place_code"], row["rows"], row["flagged"], first, last,
        say_age(now - last), _show(latest) if latest else "", _say_flags(latest["flag"]) if latest else (),
    )  # fmt: skip


def say_age(age: timedelta) -> str:
    """How long ago: hours up to two days, then days."""
    hours = int(age.total_seconds() // 3600)
    if hours < 0:
        return _("时间在后")
    if hours < 48:
        return _("%(n)s小时前") % {"n": hours}
    return _("%(n)s天前") % {"n": hours // 24}


def find_latest(readings: pa.Table) -> dict[str, dict[str, Any]]:
    """The newest reading of each series."""
    found: dict[str, dict[str, Any]] = {}
    for row in readings.to_pylist():
        old = found.get(row["series"])
        if old is None or (row["observed_at"], row["sequence"]) > (old["observed_at"], old["sequence"]):
            found[row["series"]] = row
    return found


def write_readings(readings: pa.Table) -> tuple[ReadingLine, ...]:
    """The readings of one series, newest first, each with how many are missing after it."""
    rows = sorted(readings.to_pylist(), key=lambda row: (row["observed_at"], row["sequence"]))
    missing = count_missing([row["observed_at"] for row in rows])
    lines = [
        ReadingLine(
            row["observed_at"].astimezone(CHINA_TIME), _show(row), _say_flags(row["flag"]), row["source"],
            row["recorded_at"], gap,
        )
        for row, gap in zip(rows, missing, strict=True)
    ]  # fmt: skip
    return tuple(reversed(lines))


def count_missing(instants: Sequence[datetime]) -> list[int]:
    """For each instant how many are missing before the next one; the usual rhythm is the distance most often met."""
    steps = [later - earlier for earlier, later in pairwise(instants)]
    met = Counter(step for step in steps if step > timedelta(0))
    if not met:
        return [0] * len(instants)
    # of distances met equally often the shorter one, so that a gap is never taken for the rhythm
    usual = min(met, key=lambda step: (-met[step], step))
    return [*(max(step // usual - 1, 0) for step in steps), 0]


def _show(row: dict[str, Any]) -> str:
    value = row["value"]
    return "" if value is None or isnan(value) else write_quantity(Decimal(str(value)), row["unit"])


def _say_flags(flags: str) -> tuple[str, ...]:
    return tuple(str(word_for(FLAGS, flag)) for flag in flags.split())
