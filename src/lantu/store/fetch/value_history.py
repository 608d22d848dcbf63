"""Every version of values, with what each rests on and until when it held.

In: rows of values. Out: versions, series by series, the oldest first; standings that used one. Left out on purpose: words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import F

from lantu.core.standing import Standing
from lantu.core.time import Period
from lantu.store import models
from lantu.store.codec import decode
from lantu.store.fetch.figures import observations_by_key

AT_ONCE = 2_000
"""Rows held in memory: a list of a million is told in pieces."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a value.

    Attributes:
        row: The value.
        inputs: Reported figures it rests on; none for one computed from readings.
        until: When the next version took its place, or None while it holds.
    """

    row: models.ValueRow
    inputs: tuple[models.StagedObservation, ...]
    until: datetime | None

    @property
    def actors(self) -> tuple[str, ...]:
        """Who handed in what it rests on."""
        return tuple(dict.fromkeys(o.batch.actor for o in self.inputs))


def order_versions(rows: Any) -> Any:
    """Rows of values as versions are told: series by series, period by period, the oldest version first."""
    return rows.order_by("indicator_code", "place_code", "period_end", "period_start", "recorded_at", "id")


def with_inputs(
    rows: Iterable[models.ValueRow],
) -> Iterator[tuple[models.ValueRow, tuple[models.StagedObservation, ...]]]:
    """Each value with the reported figures it rests on, however many values there are."""
    left = iter(rows)
    while piece := list(islice(left, AT_ONCE)):
        known = observations_by_key(key for row in piece for key in row.inputs)
        for row in piece:
            yield row, tuple(known[key] for key in row.inputs if key in known)


def list_versions(rows: Iterable[models.ValueRow]) -> Iterator[Version]:
    """Versions of rows in the order of `order_versions`."""
    before: tuple[models.ValueRow, tuple[models.StagedObservation, ...]] | None = None
    for row, inputs in with_inputs(rows):
        if before is not None:
            is_next = _series(before[0]) == _series(row)
            yield Version(*before, until=row.recorded_at if is_next else None)
        before = row, inputs
    if before is not None:
        yield Version(*before, until=None)


def _series(row: models.ValueRow) -> tuple[object, ...]:
    return row.indicator_code, row.place_code, row.period_start, row.period_end


def standings_of_series(code: str, place_code: str) -> list[tuple[models.StandingRow, Period | None]]:
    """Every standing of the targets of an indicator and place, the oldest first, with the period of the value it used.

    Each row carries `plan_key` and `entry_key`, which lead to the target's sentence.
    """
    keys = {"plan_key": F("target__version__plan_id"), "entry_key": F("target__entry__entry_id")}
    rows = models.StandingRow.objects.filter(target__indicator_code=code, target__place_id=place_code).annotate(**keys)
    found = []
    for row in rows.select_related("target").defer("target__body").order_by("recorded_at", "id"):
        latest = decode(Standing, row.body).latest
        found.append((row, latest.period if latest else None))
    return found


def standings_during(
    version: Version, standings: Iterable[tuple[models.StandingRow, Period | None]]
) -> list[models.StandingRow]:
    """For each target the last standing that was judged by this version while it held."""
    period = Period(version.row.period_start, version.row.period_end)
    last: dict[str, models.StandingRow] = {}
    for row, used in standings:
        has_begun = row.recorded_at >= version.row.recorded_at
        if used == period and has_begun and (version.until is None or row.recorded_at < version.until):
            last[row.target.address] = row
    return list(last.values())
