"""Keep who heads a department; nobody is overwritten, the next one follows."""

from dataclasses import dataclass
from datetime import date, datetime

from lantu.store import models
from lantu.store.fetch.heads import find_account


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """What somebody says of a head.

    Attributes:
        name: Of the person; "" where from that day on nobody heads it.
        from_on: First day.
        post: What they are called, such as 局长; or "".
        account: Their user name here, or "" where they have none and cannot be told.
        reason: Of the hand-over, or "".
    """

    name: str
    from_on: date
    post: str = ""
    account: str = ""
    reason: str = ""


def keep_head(department: str, kind: str, facts: HeadFacts, at: datetime, *, by: str) -> models.Headship:
    """Say who heads a department from a day on."""
    return models.Headship.objects.create(
        department_id=department,
        kind=kind,
        name=facts.name,
        post=facts.post,
        account=find_account(facts.account) if facts.account else None,
        from_on=facts.from_on,
        reason=facts.reason.strip(),
        actor=by,
        recorded_at=at,
    )
