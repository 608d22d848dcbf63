"""Keep moves of warnings: each a step of its own, and what the warning says now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lantu.core.identity import short_digest
from lantu.core.warning import Step, WarningMove, WarningRule
from lantu.store import models


@dataclass(frozen=True, slots=True)
class Subject:
    """What a warning is about.

    Attributes:
        name: Of the target or indicator.
        place_code: Its place.
        indicator_code: Of a definition, or "".
        department: Responsible for it, or "".
    """

    name: str
    place_code: str
    indicator_code: str
    department: str


def keep_moves(
    moves: Iterable[WarningMove],
    subjects: Mapping[str, Subject],
    rules: Mapping[str, WarningRule],
    as_of: date,
    at: datetime,
) -> int:
    """Write each move. Returns how many."""
    count = 0
    for move in moves:
        row = _open(move, subjects[move.subject], as_of, at) if move.step is Step.OPENED else _change(move, as_of)
        rule = rules.get(move.rule)
        models.WarningStep.objects.create(
            warning=row,
            step=str(move.step),
            level=str(move.level),
            rule=move.rule,
            rule_name=rule.name if rule else "",
            rule_name_en=rule.name_en if rule else "",
            as_of=as_of,
            evidence=[list(pair) for pair in move.evidence],
            recorded_at=at,
        )
        count += 1
    return count


def _open(move: WarningMove, subject: Subject, as_of: date, at: datetime) -> models.WarningRow:
    number = models.WarningRow.objects.filter(cause=move.cause, subject=move.subject).count() + 1
    return models.WarningRow.objects.create(
        address=f"warning/{move.cause}/{short_digest(move.subject)}/{number}",
        cause=move.cause,
        subject=move.subject,
        place_id=subject.place_code,
        indicator_code=subject.indicator_code,
        name=subject.name[:300],
        department=subject.department[:120],
        level=str(move.level),
        rule=move.rule,
        since=move.since,
        opened_on=as_of,
        recorded_at=at,
    )


def _change(move: WarningMove, as_of: date) -> models.WarningRow:
    row = models.WarningRow.objects.get(cause=move.cause, subject=move.subject, is_open=True)
    row.level, row.rule, row.since = str(move.level), move.rule, move.since
    if move.step is Step.CLOSED:
        row.is_open, row.closed_on = False, as_of
    row.save(update_fields=["level", "rule", "since", "is_open", "closed_on"])
    return row
