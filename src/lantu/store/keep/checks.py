"""Keep runs of the checker, what they found, and people's word on findings and names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from lantu.core.finding import Alignment, Finding
from lantu.store import models
from lantu.store.codec import encode


@dataclass(frozen=True, slots=True)
class KeyedFinding:
    """A finding with its key and the plans its evidence stands in."""

    key: str
    finding: Finding
    plans: tuple[int, ...]


def keep_check(
    versions: Sequence[models.PlanVersion],
    alignments: Iterable[Alignment],
    findings: Iterable[KeyedFinding],
    at: datetime,
    *,
    program: str,
    by: str,
) -> models.CheckRun:
    """Write one run over these versions with all it found."""
    run = models.CheckRun.objects.create(
        scope=scope_of(version.plan_id for version in versions),
        program=program,
        actor=by,
        alignments=[encode(alignment) for alignment in alignments],
        recorded_at=at,
    )
    run.versions.set(versions)
    models.FindingRow.objects.bulk_create(
        (
            models.FindingRow(
                run=run,
                key=found.key,
                position=position,
                code=found.finding.code,
                kind=str(found.finding.kind),
                severity=str(found.finding.severity),
                title=found.finding.title,
                plans=list(found.plans),
                body=encode(found.finding),
            )
            for position, found in enumerate(findings)
        ),
        batch_size=500,
    )
    return run


def scope_of(plan_keys: Iterable[int]) -> str:
    """The name of a set of plans, the same in whatever order they are given."""
    return "+".join(str(key) for key in sorted(set(plan_keys)))


def keep_finding_decision(
    run: models.CheckRun,
    key: str,
    verdict: str,
    at: datetime,
    *,
    by: str,
    reason: str = "",
    version: models.PlanVersion | None = None,
    is_automatic: bool = False,
) -> models.FindingDecision:
    """Write one word on one finding."""
    return models.FindingDecision.objects.create(
        run=run,
        key=key,
        verdict=verdict,
        reason=reason,
        version=version,
        is_automatic=is_automatic,
        actor=by,
        recorded_at=at,
    )


def keep_pair(
    first: str, second: str, verdict: str, at: datetime, *, place_code: str, reason: str, by: str
) -> models.NamePair:
    """Write somebody's word on two names."""
    return models.NamePair.objects.create(
        place_id=place_code,
        first=first,
        second=second,
        verdict=verdict,
        reason=reason,
        actor=by,
        recorded_at=at,
    )
