"""Sends what waits in the outbox, and what administrators do with it.

In: the outbox, the channels. Out: messages sent, tried again later, or given up with the reason. A message is sent outside any
transaction and noted afterwards: where the process ends in between it is sent once more, with the same key. Left out on purpose:
what to tell whom.
"""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from time import monotonic
from typing import Any

from lantu.act.messages import CHANNELS, KINDS, MAIL, TEST, Event, find_next_try, write_letters
from lantu.run.clock import read_clock
from lantu.run.reminding import remind_all
from lantu.run.webhook import post_message
from lantu.store import models
from lantu.store.audit import append_audit
from lantu.store.channels import ChannelError, Channels, open_channels, send_mail
from lantu.store.fetch.messages import due_messages, find_message, find_recipients
from lantu.store.keep.messages import (
    Wish,
    keep_letters,
    keep_wish,
    lease_message,
    note_failed,
    note_sent,
    revive_message,
)
from lantu.store.transactions import end_connections, one_transaction

LOG = logging.getLogger("lantu.messages")
A_BATCH = 50
PAUSE_SECONDS, REMIND_SECONDS = 2.0, 600.0
GONE = "the account was closed"


class MessageRefusedError(ValueError):
    """The message is not sent or the wish not kept; `code` says why.

    Attributes:
        code: unknown, state, channel or kind.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def deliver_due(most: int = A_BATCH) -> tuple[int, int]:
    """Send what is due. Returns how many messages were taken, and how many were not."""
    channels, sent, failed = open_channels(), 0, 0
    for message in due_messages(channels.names, read_clock(), most):
        now = read_clock()
        if not lease_message(message, now, now + timedelta(seconds=3 * channels.seconds + 30)):
            continue
        reason = _send(message, channels)
        if not reason:
            note_sent(message, read_clock())
            sent += 1
            continue
        _note_failure(message, reason, channels)
        failed += 1
    return sent, failed


def _send(message: models.Message, channels: Channels) -> str:
    """Send one message. Returns why it was not taken, or ""."""
    if not message.person.is_active:
        return GONE
    link = f"{channels.site}{message.path}"
    try:
        if message.channel == MAIL:
            send_mail(message.address, message.title, f"{message.text}\n\n{link}\n", message.key)
        elif channels.hook is not None:
            said = {
                "key": message.key, "kind": message.kind, "stage": message.stage, "to": message.address,
                "title": message.title, "text": message.text, "link": link, "at": message.recorded_at.isoformat(),
            }  # fmt: skip
            post_message(channels.hook, said, message.key, read_clock(), channels.seconds)
    except ChannelError as error:
        return str(error) or type(error).__name__
    return ""


def _note_failure(message: models.Message, reason: str, channels: Channels) -> None:
    at = read_clock()
    next_at = None if reason == GONE else find_next_try(message.tries + 1, at, channels.most_tries)
    with one_transaction():
        note_failed(message, reason, next_at)
        if next_at is None:
            append_audit("worker", "message.given_up", message.key, at, kind=message.kind, reason=reason[:200])


def retry_message(key: int, *, by: str) -> None:
    """Try a message anew, now and as often as a fresh one.

    Raises:
        MessageRefusedError: If there is none, or it was sent.
    """
    at = read_clock()
    with one_transaction():
        message = find_message(key)
        if message is None:
            raise MessageRefusedError("unknown", f"there is no message {key}")
        if not revive_message(key, at):
            raise MessageRefusedError("state", "the message was sent")
        append_audit(by, "message.retried", message.key, at, kind=message.kind, tries=message.tries)


def send_test(person: Any, channel: str, place_code: str, *, by: str) -> None:
    """Write a test message to oneself into the outbox.

    Raises:
        MessageRefusedError: If the channel is not set up, or does not reach them.
    """
    at = read_clock()
    event = Event(TEST, "channel/test", "/account/messages", place_code, at.isoformat(), "", {"name": by})
    with one_transaction():
        is_open = channel in CHANNELS and channel in open_channels().names
        letters = tuple(write_letters(event, find_recipients([person.pk]), (channel,))) if is_open else ()
        if not keep_letters(event, letters, at):
            raise MessageRefusedError("channel", f"{channel} is not set up, or does not reach {by}")
        append_audit(by, "message.tested", channel, at)


def set_wish(person: Any, wish: Wish, *, by: str) -> None:
    """Keep how somebody wants to be told.

    Raises:
        MessageRefusedError: If a kind is none we know.
    """
    if set(wish.unwanted) - set(KINDS):
        raise MessageRefusedError("kind", f"kinds are {', '.join(KINDS)}")
    at = read_clock()
    with one_transaction():
        keep_wish(person, wish, at)
        append_audit(by, "messages.wished", person.get_username(), at, unwanted=list(wish.unwanted))


def run_postman(stop: threading.Event, say: Callable[[str], None] = LOG.info) -> None:
    """Send what is due and look for what has to be told, until stopped; what goes wrong is logged and tried again."""
    reminded_at = -REMIND_SECONDS
    while not stop.is_set():
        try:
            if monotonic() - reminded_at >= REMIND_SECONDS:
                reminded_at = monotonic()
                remind_all(by="worker")
            sent, failed = deliver_due()
            if sent or failed:
                say(f"{sent} messages sent, {failed} not taken")
        except Exception:
            # One bad moment of the database must not end all messages.
            LOG.exception("the outbox could not be worked on")
        finally:
            end_connections()
        stop.wait(PAUSE_SECONDS)
