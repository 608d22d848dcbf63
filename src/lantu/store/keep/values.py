"""Keep computed values: a new row where the figure or its inputs changed."""

from collections.abc import Iterable
from datetime import datetime

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.value import Value
from lantu.store import models


def keep_values(values: Iterable[Value], at: datetime) -> int:
    """Write each value that differs from the one in force. Returns how many."""
    in_force = {
        (r.indicator_code, r.place_code, r.period_start, r.period_end): r
        for r in models.ValueRow.objects.order_by("recorded_at", "id")
    }
    rows = []
    for value in values:
        row = _value_row(value, at)
        old = in_force.get((row.indicator_code, row.place_code, row.period_start, row.period_end))
        if old is None or _content(old) != _content(row):
            rows.append(row)
    models.ValueRow.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def retract_values(at: datetime) -> int:
    """Write an absence over each value in force that rests on a withdrawn figure. Returns how many.

    Call it after measuring: where another figure took the place of the withdrawn one, the value rests on that.
    """
    gone = {
        str(key)
        for key in models.StagedObservation.objects.filter(batch__withdrawn_at__isnull=False).values_list(
            "pk", flat=True
        )
    }
    if not gone:
        return 0
    in_force = {
        (r.indicator_code, r.place_code, r.period_start, r.period_end): r
        for r in models.ValueRow.objects.order_by("recorded_at", "id")
    }
    rows = []
    for row in in_force.values():
        if row.amount is not None and gone & set(row.inputs):
            row.pk, row.amount, row.unit, row.inputs = None, None, "", []
            row._state.adding = True
            row.absence, row.note, row.recorded_at = str(AbsenceKind.NOT_MEASURED), "认定已撤回", at
            rows.append(row)
    models.ValueRow.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def _content(row: models.ValueRow) -> tuple[object, ...]:
    amount = None if row.amount is None else row.amount.normalize()
    return (amount, row.absence, row.unit, row.bound, row.status, row.rule, sorted(row.inputs), row.note)


def _value_row(value: Value, at: datetime) -> models.ValueRow:
    figure = value.quantity
    return models.ValueRow(
        indicator_code=value.indicator_code,
        place_code=value.place_code,
        period_start=value.period.start,
        period_end=value.period.end,
        amount=None if isinstance(figure, Absence) else figure.amount,
        absence=str(figure.kind) if isinstance(figure, Absence) else "",
        unit="" if isinstance(figure, Absence) else figure.unit.symbol,
        bound=str(value.bound),
        status=str(value.status),
        rule=value.rule,
        inputs=list(value.inputs),
        published_on=value.published_on,
        note=value.note,
        recorded_at=at,
    )
