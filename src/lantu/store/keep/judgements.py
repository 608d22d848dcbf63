"""Keep targets and standings; a standing only where the answer changed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from lantu.core.standing import Standing
from lantu.core.target import Target
from lantu.store import models
from lantu.store.codec import encode

_AT_ONCE = 500
"""Rows asked for in one question to the database, which allows so many figures in it and not many more."""


def keep_targets(version: models.PlanVersion, targets: Sequence[Target], at: datetime) -> int:
    """Write the targets of a version in the order given. Returns how many."""
    entries = dict(version.entries.values_list("entry_id", "pk"))
    rows = [
        models.PlanTarget(
            address=target.id,
            version=version,
            entry_id=entries[target.entry_id],
            position=position,
            indicator_code=target.indicator_code,
            name=target.name[:300],
            place_id=target.place_code,
            form=str(target.form),
            due_year=target.due_year,
            is_binding=target.is_binding,
            body=encode(target),
            recorded_at=at,
        )
        for position, target in enumerate(targets, start=1)
    ]
    models.PlanTarget.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def keep_standings(judged: Iterable[tuple[int, Standing]], at: datetime) -> int:
    """Write each standing that says something else than the one in force. Returns how many.

    Args:
        judged: Key of the target's row, and its standing.
        at: Now.
    """
    told = list(judged)
    last = _bodies_in_force([key for key, _ in told])
    rows = []
    for target_pk, standing in told:
        body = encode(standing)
        if target_pk in last and _content(last[target_pk]) == _content(body):
            continue
        rows.append(
            models.StandingRow(
                target_id=target_pk,
                as_of=standing.as_of,
                klass=str(standing.klass),
                is_preliminary=standing.is_preliminary,
                reason=str(standing.reason),
                data_date=standing.data_date,
                body=body,
                recorded_at=at,
            )
        )
    models.StandingRow.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def _bodies_in_force(keys: Sequence[int]) -> dict[int, dict[str, Any]]:
    """The standing in force of each target that has one, by the target's key."""
    found: dict[int, dict[str, Any]] = {}
    of_target = models.StandingRow.objects.filter(target=OuterRef("pk")).order_by("-recorded_at", "-id")
    for start in range(0, len(keys), _AT_ONCE):
        targets = models.PlanTarget.objects.filter(pk__in=keys[start : start + _AT_ONCE]).order_by()
        newest = targets.annotate(newest=Subquery(of_target.values("pk")[:1])).values_list("newest", flat=True)
        rows = models.StandingRow.objects.filter(pk__in=[key for key in newest if key is not None]).order_by()
        found.update(rows.values_list("target_id", "body"))
    return found


def _content(body: dict[str, Any]) -> dict[str, Any]:
    """All of a standing but the day it was asked for: asking again does not change an answer."""
    return {key: value for key, value in body.items() if key != "as_of"}
