"""What a message says to whom, and when a message that did not go through is tried again.

In: something that happened, the people it concerns, the channels set up. Out: letters with a key each that stays the same however
often it is computed, so that nobody is told twice. Left out on purpose: sending; and whom it concerns, which the policy says.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from lantu.act.message_texts import TEXTS, write_stage

KINDS = (
    "case_assigned", "case_due", "returned", "return_due", "work_assigned", "work_due", "objection", "decided", "warning", "review",
)  # fmt: skip
"""What people may want to be told, or not."""
TEST = "test"
"""A message by hand that tries a channel; nobody can refuse it."""
MAIL, HOOK = "mail", "hook"
CHANNELS = (MAIL, HOOK)
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that people have to be told.

    Attributes:
        kind: One of KINDS, or TEST.
        subject: Address of what it is about.
        path: Of its page.
        place_code: Where it is.
        occasion: What tells this event from others of the same kind and subject: the key of a step, a last day.
        stage: How grave it is: a level of lateness or of a warning, or "".
        facts: What the texts print, by name and in Chinese.
        facts_en: The same in English, where there are English words.
    """

    kind: str
    subject: str
    path: str
    place_code: str
    occasion: str = ""
    stage: str = ""
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    facts_en: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody, and how they want to be told.

    Attributes:
        key: Of the account.
        name: Of the account.
        is_english: Whether in English.
        mail_address: Where mail goes, or "".
        hook_name: Who they are behind the webhook.
        unwanted: Kinds they do not want to be told.
    """

    key: int
    name: str
    is_english: bool = False
    mail_address: str = ""
    hook_name: str = ""
    unwanted: frozenset[str] = frozenset()

    def address_by(self, channel: str) -> str:
        """Where a channel reaches them, "" where it does not."""
        return self.mail_address if channel == MAIL else self.hook_name or self.name


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to one person by one channel."""

    key: str
    person: int
    channel: str
    address: str
    title: str
    text: str


def write_letters(event: Event, recipients: Iterable[Recipient], channels: Collection[str]) -> Iterator[Letter]:
    """A letter for each person and channel that reaches them, but not of what they do not want to be told."""
    for recipient in recipients:
        if event.kind in recipient.unwanted:
            continue
        title, text = write_text(event, is_english=recipient.is_english)
        for channel in CHANNELS:
            if channel in channels and (address := recipient.address_by(channel)):
                yield Letter(name_letter(event, recipient.key, channel), recipient.key, channel, address, title, text)


def write_text(event: Event, *, is_english: bool) -> tuple[str, str]:
    """Title and text in one language."""
    words = TEXTS[event.kind]
    facts = {**event.facts, **event.facts_en} if is_english else dict(event.facts)
    facts["stage"] = write_stage(event.stage, is_english=is_english)
    title, text = (words.title_en, words.text_en) if is_english else (words.title, words.text)
    return _join(title.format_map(facts)), text.format_map(facts)


def name_letter(event: Event, person: int, channel: str) -> str:
    """The key of a letter: the same event, person and channel have the same key on every machine."""
    parts = (event.kind, event.subject, event.occasion, event.stage, str(person), channel)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:40]


def find_next_try(tries: int, at: datetime, most: int) -> datetime | None:
    """When to try again after so many failed tries, each pause twice the last; None after the last one."""
    if tries >= most:
        return None
    pause: timedelta = FIRST_PAUSE * (1 << (tries - 1))
    return at + min(pause, LONGEST_PAUSE)


def _join(title: str) -> str:
    """In one line: a title goes into a mail's head."""
    return " ".join(title.split())
