"""Warnings that were open at a moment of recorded time, as their steps tell.

In: a moment. Out: each warning with the last of its steps by then. Left out on purpose: what the rows say now.
"""

from dataclasses import dataclass
from datetime import date, datetime

from lantu.core.warning import Step
from lantu.store import models


@dataclass(frozen=True, slots=True)
class WarningThen:
    """A warning as it stood.

    Attributes:
        key: Of its row.
        subject: Address of the target or series.
        cause: progress, outlook or data.
        name: Of the target or indicator.
        place_code: Its place.
        indicator_code: Of a definition, or "".
        level: As of its last step by then.
        rule_name: Of the rule that held, in Chinese.
        opened_on: Since when it had been open.
    """

    key: int
    subject: str
    cause: str
    name: str
    place_code: str
    indicator_code: str
    level: str
    rule_name: str
    opened_on: date


def warnings_open_at(moment: datetime) -> tuple[WarningThen, ...]:
    """In the order they were opened."""
    steps = models.WarningStep.objects.filter(recorded_at__lte=moment).select_related("warning")
    last = {step.warning_id: step for step in steps.order_by("recorded_at", "id")}
    rows = sorted((step for step in last.values() if step.step != Step.CLOSED), key=lambda step: step.warning_id)
    return tuple(_tell(step) for step in rows)


def _tell(step: models.WarningStep) -> WarningThen:
    row = step.warning
    return WarningThen(
        key=step.warning_id,
        subject=row.subject,
        cause=row.cause,
        name=row.name,
        place_code=row.place_id,
        indicator_code=row.indicator_code,
        level=step.level,
        rule_name=step.rule_name,
        opened_on=row.opened_on,
    )
