"""Keep diagnostics beside the document or return they speak of."""

from collections.abc import Iterable
from datetime import datetime

from lantu.core.diagnostic import Diagnostic
from lantu.store import models


def keep_notices(
    diagnostics: Iterable[Diagnostic],
    at: datetime,
    *,
    version: models.PlanVersion | None = None,
    batch: models.ReturnBatch | None = None,
) -> int:
    """Write one row per diagnostic. Returns how many."""
    rows = [
        models.Notice(
            version=version,
            batch=batch,
            code=d.code,
            severity=str(d.severity),
            message=d.message,
            hint=d.hint,
            start=d.span.start if d.span else None,
            end=d.span.end if d.span else None,
            file=d.cell.file if d.cell else "",
            row=d.cell.row if d.cell else None,
            column=d.cell.column if d.cell else "",
            about=d.about[:300],
            recorded_at=at,
        )
        for d in diagnostics
    ]
    models.Notice.objects.bulk_create(rows)
    return len(rows)
