"""About, and health."""

from django.test import Client


def test_the_settings_of_judging_are_told(db, reader: Client) -> None:
    text = reader.get("/about").text
    assert "±10 个百分点" in text
    assert "目标值的 2%" in text


def test_health_is_one_word_for_anybody(db, settings) -> None:
    settings.LANTU_PUBLIC_READ = False
    answer = Client().get("/health")
    assert (answer.status_code, answer.text, answer["Cache-Control"]) == (200, "ok", "no-store")
