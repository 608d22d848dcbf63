"""Messages in the outbox, and people as those who are told."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count, Q

from lantu.act.messages import Recipient
from lantu.store import models
from lantu.store.channels import default_language

WAITING_CASES, OPEN_SHEETS = ("assigned", "accepted", "returned"), ("draft", "returned")


def find_recipients(keys: Iterable[int]) -> list[Recipient]:
    """People with open accounts, as they want to be told."""
    rows = get_user_model().objects.filter(pk__in=set(keys), is_active=True).select_related("message_wish")
    return [_describe(person) for person in rows.order_by("pk")]


def _describe(person: Any) -> Recipient:
    wish = getattr(person, "message_wish", None) or models.MessageWish()
    return Recipient(
        person.pk,
        person.get_username(),
        is_english=(wish.language or default_language()).startswith("en"),
        mail_address=wish.mail_address or person.email,
        hook_name=wish.hook_name,
        unwanted=frozenset(wish.unwanted),
    )


def find_wish(person: Any) -> models.MessageWish:
    """How somebody wants to be told; an empty row where they never said."""
    return models.MessageWish.objects.filter(user=person).first() or models.MessageWish(user=person)


def due_messages(channels: Collection[str], now: datetime, most: int) -> list[models.Message]:
    """Messages to be sent now, the oldest first, that nobody is sending."""
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    rows = models.Message.objects.filter(free, state="waiting", next_at__lte=now, channel__in=channels)
    return list(rows.select_related("person").order_by("next_at", "pk")[:most])


def find_message(key: int) -> models.Message | None:
    """One message."""
    return models.Message.objects.filter(pk=key).first()


def list_messages(places: Collection[str] | None, state: str, most: int) -> list[models.Message]:
    """The newest messages about some places (None for all), of one state or of all ("")."""
    rows = models.Message.objects.select_related("person", "place")
    if places is not None:
        rows = rows.filter(place_id__in=places)
    if state:
        rows = rows.filter(state=state)
    return list(rows[:most])


def count_messages(places: Collection[str] | None) -> dict[str, int]:
    """How many messages there are of each state."""
    rows = models.Message.objects.order_by()
    if places is not None:
        rows = rows.filter(place_id__in=places)
    return dict(rows.values_list("state").annotate(n=Count("pk")))


def cases_due(until: date) -> list[models.Case]:
    """Cases that wait for a department whose last day is up to a day."""
    rows = models.Case.objects.filter(is_open=True, state__in=WAITING_CASES, due_on__lte=until)
    return list(rows.select_related("place", "department", "department__place").order_by("pk"))


def sheets_due(until: date) -> list[models.ReturnSheet]:
    """Sheets that wait to be handed in whose last day is up to a day."""
    rows = models.ReturnSheet.objects.filter(state__in=OPEN_SHEETS, due_on__lte=until)
    return list(rows.select_related("workflow", "place", "department", "accepting_place").order_by("pk"))


def grave_steps(at: datetime) -> list[models.WarningStep]:
    """Steps recorded at a moment by which a warning was opened or raised to orange or red."""
    rows = models.WarningStep.objects.filter(recorded_at=at, step__in=("opened", "raised"), level__in=("orange", "red"))
    return list(rows.select_related("warning", "warning__place").order_by("pk"))
