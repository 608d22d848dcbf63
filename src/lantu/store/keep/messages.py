"""Keep messages in the outbox, how far each got, and how people want to be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from lantu.act.messages import Event, Letter
from lantu.store import models


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants to be told; blank means as the account or the instance has it."""

    mail_address: str = ""
    hook_name: str = ""
    language: str = ""
    unwanted: tuple[str, ...] = ()


def keep_letters(event: Event, letters: Iterable[Letter], at: datetime) -> int:
    """Write the letters that were not written before. Returns how many."""
    found = {letter.key: letter for letter in letters}
    kept = set(models.Message.objects.filter(key__in=found).order_by().values_list("key", flat=True))
    fresh = [
        models.Message(
            key=letter.key, kind=event.kind, stage=event.stage, subject=event.subject[:300], place_id=event.place_code,
            person_id=letter.person, channel=letter.channel, address=letter.address[:254], title=letter.title[:300],
            text=letter.text, path=event.path[:300], next_at=at, recorded_at=at,
        )
        for key, letter in found.items()
        if key not in kept
    ]  # fmt: skip
    # Two workers may find the same to be told at the same moment: the key lets one of them write it.
    models.Message.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def lease_message(message: models.Message, now: datetime, until: datetime) -> bool:
    """Take a message on for sending; False where somebody else did a moment ago."""
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    return bool(models.Message.objects.filter(free, pk=message.pk, state="waiting").update(leased_until=until))


def note_sent(message: models.Message, at: datetime) -> None:
    """The channel took it."""
    models.Message.objects.filter(pk=message.pk).update(
        state="sent", tries=message.tries + 1, reason="", next_at=None, leased_until=None, sent_at=at
    )


def note_failed(message: models.Message, reason: str, next_at: datetime | None) -> None:
    """The channel did not take it; without a next time it is given up."""
    models.Message.objects.filter(pk=message.pk).update(
        state="waiting" if next_at else "dead",
        tries=message.tries + 1,
        reason=reason,
        next_at=next_at,
        leased_until=None,
    )


def revive_message(key: int, at: datetime) -> bool:
    """Let a message that was given up, or waits, be tried from the start now; False where it is neither."""
    rows = models.Message.objects.filter(pk=key, state__in=("dead", "waiting"))
    return bool(rows.update(state="waiting", tries=0, next_at=at))


def keep_wish(person: Any, wish: Wish, at: datetime) -> None:
    """How somebody wants to be told from now on."""
    models.MessageWish.objects.update_or_create(
        user=person,
        defaults={
            "mail_address": wish.mail_address,
            "hook_name": wish.hook_name,
            "language": wish.language,
            "unwanted": list(wish.unwanted),
            "recorded_at": at,
        },
    )
