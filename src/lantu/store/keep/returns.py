"""Keep returned figures: each once, however often the same file is handed in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lantu.core.absence import Absence
from lantu.core.identity import short_digest
from lantu.core.observation import Observation
from lantu.store import models

GIVEN_OUT = re.compile(r"value/([1-9][0-9]{0,17})")
"""What a file of values names as the source of a computed one."""


@dataclass(frozen=True, slots=True)
class RowCounts:
    """What became of the rows of a return.

    Attributes:
        read: Rows with anything in them.
        kept: Rows that became observations now.
        refused: Rows that could not be used.
        doubled: Rows that said what another row, or an earlier return, had said.
    """

    read: int
    kept: int
    refused: int
    doubled: int


def keep_batch(document: models.Document, name: str, actor: str, counts: RowCounts, at: datetime) -> models.ReturnBatch:
    """One row for the file."""
    return models.ReturnBatch.objects.create(
        name=name,
        document=document,
        actor=actor,
        rows_read=counts.read,
        rows_kept=counts.kept,
        rows_refused=counts.refused,
        rows_doubled=counts.doubled,
        recorded_at=at,
    )


def source_key(observation: Observation) -> str:
    """What makes two reports the same report: series, period, figure, status and source."""
    figure = observation.quantity
    said = str(figure.kind) if isinstance(figure, Absence) else str(figure.amount.normalize())
    return short_digest(
        observation.indicator_code,
        observation.place_code,
        str(observation.period),
        said,
        str(observation.bound),
        str(observation.status),
        observation.source.name,
        str(observation.published_on),
        observation.note,
        length=64,
    )


def split_known(observations: Sequence[Observation]) -> tuple[list[Observation], int]:
    """Those that were not reported before, each once, and how many were."""
    keys = [source_key(o) for o in observations]
    known = set(models.StagedObservation.objects.filter(source_key__in=keys).values_list("source_key", flat=True))
    fresh: list[Observation] = []
    given_out = _find_given_out(observations)
    for key, observation in zip(keys, observations, strict=True):
        if key not in known and key not in given_out:
            known.add(key)
            fresh.append(observation)
    return fresh, len(observations) - len(fresh)


def _find_given_out(observations: Sequence[Observation]) -> frozenset[str]:
    """Keys of those that are values of ours, handed back as they were given out: a file of values names each as its source."""
    named = {key: int(found[1]) for key in {o.source.name for o in observations} if (found := GIVEN_OUT.fullmatch(key))}
    rows = models.ValueRow.objects.in_bulk(set(named.values())) if named else {}
    return frozenset(
        source_key(o) for o in observations if o.source.name in named and _is_same(o, rows.get(named[o.source.name]))
    )


def _is_same(o: Observation, row: models.ValueRow | None) -> bool:
    amount = None if isinstance(o.quantity, Absence) else o.quantity.amount
    series = (o.indicator_code, o.place_code, o.period.start, o.period.end)
    return (
        row is not None
        and series == (row.indicator_code, row.place_code, row.period_start, row.period_end)
        and (amount, str(o.bound)) == (row.amount, row.bound)
    )


def keep_observations(batch: models.ReturnBatch, observations: Sequence[Observation], at: datetime) -> int:
    """Write the observations of a batch. Returns how many."""
    models.StagedObservation.objects.bulk_create((_observation_row(batch, o, at) for o in observations), batch_size=500)
    return len(observations)


def _observation_row(batch: models.ReturnBatch, o: Observation, at: datetime) -> models.StagedObservation:
    figure = o.quantity
    return models.StagedObservation(
        batch=batch,
        source_key=source_key(o),
        indicator_code=o.indicator_code,
        place_code=o.place_code,
        period_start=o.period.start,
        period_end=o.period.end,
        amount=None if isinstance(figure, Absence) else figure.amount,
        absence=str(figure.kind) if isinstance(figure, Absence) else "",
        unit="" if isinstance(figure, Absence) else figure.unit.symbol,
        bound=str(o.bound),
        status=str(o.status),
        row=o.source.row,
        source_name=o.source.name[:300],
        source_url=o.source.url[:500],
        quote=o.source.quote,
        published_on=o.published_on,
        recorded_at=at,
        note=o.note,
    )
