"""Keep definitions: a new version where one changed, nothing where it did not."""

import json
from collections.abc import Iterable
from datetime import datetime

from lantu.core.definition import Definition
from lantu.core.identity import short_digest
from lantu.store import models
from lantu.store.codec import encode


def keep_definitions(definitions: Iterable[Definition], at: datetime) -> int:
    """Add a version of each definition that differs from the one in force. Returns how many."""
    added = 0
    for definition in definitions:
        body = encode(definition)
        digest = short_digest(json.dumps(body, sort_keys=True, ensure_ascii=False), length=64)
        last = models.Indicator.objects.filter(code=definition.code).order_by("-recorded_at", "-id").first()
        if last is not None and last.digest == digest:
            continue
        models.Indicator.objects.create(
            code=definition.code,
            digest=digest,
            name=definition.name,
            name_en=definition.name_en,
            unit=definition.unit,
            owner=definition.owner,
            body=body,
            recorded_at=at,
        )
        added += 1
    return added
