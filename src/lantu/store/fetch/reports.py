"""Reports and passages as kept."""

from datetime import datetime

from lantu.core.report import Report, Written
from lantu.store import models
from lantu.store.codec import decode


def list_reports() -> list[models.ReportRow]:
    """All reports without their bodies, newest first."""
    return list(models.ReportRow.objects.select_related("plan", "plan__place").defer("body"))


def find_report(key: int) -> models.ReportRow | None:
    """One report."""
    return models.ReportRow.objects.select_related("plan", "plan__place").filter(pk=key).first()


def report_noun(row: models.ReportRow) -> Report:
    """The noun a row holds."""
    return decode(Report, row.body)


def passages_of(plan_key: int, kind: str, year: int, at: datetime | None = None) -> dict[str, Written]:
    """What people wrote for the passages of a report, by name; the latest counts, an empty text is none."""
    rows = models.PassageText.objects.filter(plan_id=plan_key, kind=kind, year=year)
    if at is not None:
        rows = rows.filter(recorded_at__lte=at)
    latest = {row.name: row for row in rows.order_by("recorded_at", "id")}
    return {
        name: Written(row.text, tuple(sorted(row.cited.items())), row.actor, row.recorded_at)
        for name, row in latest.items()
        if row.text.strip()
    }
