"""The channels messages go by, as the settings say, and the mail one, which Django speaks.

In: settings; a letter. Out: what is set up, without its secrets; a mail sent, or ChannelError with the reason. Left out on purpose:
the webhook, which needs nothing of Django.
"""

import smtplib
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection


class ChannelError(OSError):
    """A channel did not take a message; the text says why."""


@dataclass(frozen=True, slots=True)
class MailChannel:
    """A mail server."""

    host: str
    port: int
    sender: str
    user: str
    security: str


@dataclass(frozen=True, slots=True)
class HookChannel:
    """An address that takes messages as JSON."""

    url: str
    secret: str = field(repr=False)
    may_be_private: bool

    @property
    def shown_url(self) -> str:
        """Without user, password and query, which may be secrets."""
        parts = urlsplit(self.url)
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"


@dataclass(frozen=True, slots=True)
class Channels:
    """What is set up.

    Attributes:
        mail: Or None.
        hook: Or None.
        seconds: How long one may take.
        most_tries: After so many failed tries a message is given up.
        site: Where people reach the pages.
    """

    mail: MailChannel | None
    hook: HookChannel | None
    seconds: int
    most_tries: int
    site: str

    @property
    def names(self) -> tuple[str, ...]:
        """Those that are set up."""
        return tuple(name for name, channel in (("mail", self.mail), ("hook", self.hook)) if channel is not None)


def open_channels() -> Channels:
    """The channels as the settings say now; a webhook without a secret is none, as nobody could tell who posted."""
    security = "starttls" if settings.EMAIL_USE_TLS else "tls" if settings.EMAIL_USE_SSL else ""
    mail = hook = None
    if settings.EMAIL_HOST:
        mail = MailChannel(
            settings.EMAIL_HOST, settings.EMAIL_PORT, settings.DEFAULT_FROM_EMAIL, settings.EMAIL_HOST_USER, security
        )
    if settings.LANTU_HOOK_URL and settings.LANTU_HOOK_SECRET:
        hook = HookChannel(settings.LANTU_HOOK_URL, settings.LANTU_HOOK_SECRET, settings.LANTU_HOOK_PRIVATE)
    seconds, tries = settings.LANTU_CHANNEL_SECONDS, settings.LANTU_MESSAGE_TRIES
    return Channels(mail, hook, seconds, tries, site_address() or "http://127.0.0.1:8000")


def site_address() -> str:
    """Where people reach the pages, "" where no setting says."""
    return str(settings.LANTU_ADDRESS)


def default_language() -> str:
    """The instance's own language."""
    return str(settings.LANGUAGE_CODE)


def send_mail(to: str, title: str, text: str, key: str) -> None:
    """Hand a mail to the server; its Message-ID is made of the key, so that a second one can be told to be the same.

    Raises:
        ChannelError: If the server is not there, or does not take it.
    """
    sender = settings.DEFAULT_FROM_EMAIL
    headers = {"Message-ID": f"<{key}@{sender.rpartition('@')[2].rstrip('>') or 'lantu'}>", "Idempotency-Key": key}
    try:
        mail = EmailMessage(title, text, sender, [to], headers=headers, connection=get_connection())
        mail.send()
    except (smtplib.SMTPException, OSError, ValueError) as error:
        raise ChannelError(f"{type(error).__name__}: {error}"[:500]) from error
