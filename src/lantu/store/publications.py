"""Publications of plans: kept, and the latest of each found.

In: what is published. Out: rows. Left out on purpose: taking one back; the next one replaces it in sight, and both stay.
"""

import json
from datetime import date, datetime
from typing import Any

from lantu.core.identity import short_digest
from lantu.store import models


def keep_publication(
    plan_key: int, body: list[dict[str, Any]], as_of: date | None, at: datetime, *, by: str
) -> models.Publication:
    """A further publication of a plan."""
    digest = short_digest(json.dumps(body, sort_keys=True, ensure_ascii=False), length=64)
    number = models.Publication.objects.filter(plan_id=plan_key).count() + 1
    return models.Publication.objects.create(
        plan_id=plan_key, number=number, as_of=as_of, body=body, digest=digest, actor=by, recorded_at=at
    )


def list_publications() -> list[models.Publication]:
    """The latest publication of each plan, without its body."""
    rows = models.Publication.objects.select_related("plan", "plan__place").defer("body").order_by("plan_id", "number")
    return list({row.plan_id: row for row in rows}.values())


def find_publication(plan_key: int) -> models.Publication | None:
    """The latest publication of a plan."""
    rows = models.Publication.objects.filter(plan_id=plan_key).select_related("plan", "plan__place")
    return rows.order_by("-number").first()
