"""Keep reports and the passages people write for them."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lantu.core.identity import digest_bytes
from lantu.core.report import Report
from lantu.store import models
from lantu.store.codec import encode


def keep_report(report: Report, plan_key: int, at: datetime, *, by: str) -> models.ReportRow:
    """Write a report whole."""
    body = encode(report)
    return models.ReportRow.objects.create(
        kind=str(report.kind),
        plan_id=plan_key,
        year=report.year,
        as_of=report.as_of,
        known_at=report.known_at,
        title=report.title[:300],
        body=body,
        digest=digest_report(body),
        actor=by,
        recorded_at=at,
    )


def digest_report(body: Mapping[str, Any]) -> str:
    """SHA-256 of a report as kept, in hexadecimal."""
    return digest_bytes(json.dumps(body, ensure_ascii=False, sort_keys=True).encode())


def keep_passage(
    plan_key: int, kind: str, year: int, name: str, text: str, cited: Mapping[str, str], at: datetime, *, by: str
) -> models.PassageText:
    """Write what somebody wrote; what was there before stays."""
    return models.PassageText.objects.create(
        plan_id=plan_key, kind=kind, year=year, name=name, text=text, cited=dict(cited), actor=by, recorded_at=at
    )
