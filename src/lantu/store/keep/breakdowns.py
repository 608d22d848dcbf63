"""Keep parts of targets and their themes, and where a plan stands in the tree of plans."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from lantu.store import models


def keep_parts(
    address: str,
    kind: str,
    parts: Mapping[str, Decimal | None],
    unit: str,
    reason: str,
    at: datetime,
    *,
    by: str,
) -> int:
    """State the figure of each share; None takes it back. Returns how many."""
    rows = [
        models.TargetPart(
            target_address=address,
            kind=kind,
            share=share,
            amount=amount,
            unit=unit,
            reason=reason,
            actor=by,
            recorded_at=at,
        )
        for share, amount in parts.items()
    ]
    models.TargetPart.objects.bulk_create(rows)
    return len(rows)


def keep_themes(address: str, added: Iterable[str], ended: Iterable[str], at: datetime, *, by: str) -> None:
    """File a target under some themes and take it off others."""
    models.TargetTheme.objects.filter(target_address=address, theme__in=list(ended), ended_at__isnull=True).update(
        ended_at=at
    )
    models.TargetTheme.objects.bulk_create(
        models.TargetTheme(target_address=address, theme=theme, actor=by, recorded_at=at) for theme in added
    )


def place_plan(plan: models.Plan, kind: str, parent_key: int | None, at: datetime, *, by: str) -> None:
    """Say of what kind a plan is and which plan stands above it; where it stood before stays."""
    keep_filing(plan, kind, parent_key, at, by=by)
    plan.kind, plan.parent_id = kind, parent_key
    plan.save(update_fields=["kind", "parent"])


def keep_filing(plan: models.Plan, kind: str, parent_key: int | None, at: datetime, *, by: str) -> None:
    """Where a plan stands from a moment on."""
    models.PlanFiling.objects.create(plan=plan, kind=kind, parent_id=parent_key, actor=by, recorded_at=at)
