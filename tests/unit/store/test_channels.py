"""Channels as the settings say: what is set up, and no secret shown."""

import pytest

from lantu.store.channels import ChannelError, default_language, open_channels, send_mail


def test_nothing_is_set_up_by_itself(settings) -> None:
    settings.EMAIL_HOST = settings.LANTU_HOOK_URL = ""
    assert open_channels().names == ()
    assert default_language() == settings.LANGUAGE_CODE


def test_a_webhook_without_a_secret_is_none_and_secrets_are_not_shown(settings) -> None:
    settings.EMAIL_HOST = "mail.example"
    settings.LANTU_HOOK_URL, settings.LANTU_HOOK_SECRET = "https://u:pw@hook.example:8443/in?token=t", ""
    assert open_channels().names == ("mail",)
    settings.LANTU_HOOK_SECRET = "very-secret"
    channels = open_channels()
    assert channels.names == ("mail", "hook")
    assert channels.hook is not None
    assert channels.hook.shown_url == "https://hook.example:8443/in"
    assert "very-secret" not in repr(channels)


def test_a_server_that_is_not_there_is_an_error_with_words(settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(ChannelError, match="Refused"):
        send_mail("li@example.org", "a", "b", "k")
