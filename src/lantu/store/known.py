"""What the registry knew at a moment, as nouns.

In: a moment of recorded time, or None for now. Out: places, definitions,
observations, values. Left out on purpose: pages' own queries (`store.fetch`).
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

import pyarrow as pa
from django.db.models import Q

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Definition
from lantu.core.entry import Comparator
from lantu.core.identity import digest_bytes
from lantu.core.observation import Status
from lantu.core.place import Place
from lantu.core.quantity import Quantity, make_quantity
from lantu.core.time import Period
from lantu.core.value import Value
from lantu.store import models
from lantu.store.codec import decode

OBSERVATION_SCHEMA = pa.schema(
    [
        ("observation_id", pa.string()),
        ("indicator_code", pa.string()),
        ("place_code", pa.string()),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
        ("amount", pa.decimal128(38, 10)),
        ("bound", pa.string()),
        ("status", pa.string()),
        ("published_on", pa.date32()),
        ("recorded_at", pa.timestamp("us")),
        ("note", pa.string()),
    ]
)
"""What `measure` computes from: one row per observation, amounts in the definition's unit, instants in UTC."""


def known_places() -> tuple[Place, ...]:
    """All places, by code."""
    return tuple(
        Place(p.code, p.name, p.level, p.parent_id or "", p.name_en, p.valid_from, p.valid_to)
        for p in models.Place.objects.order_by("code")
    )


def has_document(data: bytes) -> bool:
    """Whether a document with these bytes is kept."""
    return models.Document.objects.filter(pk=digest_bytes(data)).exists()


def known_definitions(at: datetime | None = None) -> tuple[Definition, ...]:
    """The definition in force for each code, in the order they were first recorded."""
    rows = models.Indicator.objects.order_by("recorded_at", "id")
    if at is not None:
        rows = rows.filter(recorded_at__lte=at)
    return tuple({row.code: decode(Definition, row.body) for row in rows}.values())


def known_observations(at: datetime | None = None) -> pa.Table:
    """All observations with a figure that counts, as `measure` takes them (OBSERVATION_SCHEMA)."""
    counts = Q(batch__withdrawn_at__isnull=True)
    if at is not None:
        counts = Q(recorded_at__lte=at) & (counts | Q(batch__withdrawn_at__gt=at))
    rows = models.StagedObservation.objects.filter(counts, amount__isnull=False)
    names = [name for name in OBSERVATION_SCHEMA.names if name != "observation_id"]
    columns: dict[str, list[object]] = defaultdict(list)
    for pk, *fields in rows.order_by("id").values_list("pk", *names):
        columns["observation_id"].append(str(pk))
        for name, field in zip(names, fields, strict=True):
            columns[name].append(field.replace(tzinfo=None) if isinstance(field, datetime) else field)
    arrays = {name: columns.get(name, []) for name in OBSERVATION_SCHEMA.names}
    return pa.table(arrays, schema=OBSERVATION_SCHEMA)


def known_values(at: datetime | None = None, codes: Collection[str] | None = None) -> tuple[Value, ...]:
    """The value in force for each series and period; of some indicators only, where their codes are given."""
    rows = models.ValueRow.objects.order_by("recorded_at", "id")
    if codes is not None:
        rows = rows.filter(indicator_code__in=list(codes))
    if at is not None:
        rows = rows.filter(recorded_at__lte=at)
    latest = {(r.indicator_code, r.place_code, r.period_start, r.period_end): r for r in rows}
    return tuple(value_noun(row) for row in latest.values())


def series_recorded_since(moment: datetime) -> frozenset[tuple[str, str]]:
    """Indicator and place of every value that was recorded at a moment or later."""
    rows = models.ValueRow.objects.filter(recorded_at__gte=moment).order_by()
    return frozenset(rows.values_list("indicator_code", "place_code").distinct())


def value_noun(row: models.ValueRow) -> Value:
    """The noun a row of values holds."""
    return Value(
        row.indicator_code,
        row.place_code,
        Period(row.period_start, row.period_end),
        _figure_of(row),
        Comparator(row.bound),
        Status(row.status),
        tuple(row.inputs),
        row.rule,
        row.published_on,
        row.note,
    )


def _figure_of(row: models.ValueRow) -> Quantity | Absence:
    amount = row.amount
    return (
        Absence(AbsenceKind(row.absence), row.note) if amount is None else make_quantity(amount.normalize(), row.unit)
    )
