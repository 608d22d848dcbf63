"""大屏."""

from django.test import Client

from tests.unit.show.city import City


def test_panels_in_turn(city: City, reader: Client) -> None:
    answer = reader.get("/wall")
    assert answer["Cache-Control"] == "no-store"
    text = answer.text
    assert 'data-look="wall"' in text
    assert text.count("data-panel>") == 4
    for words in ("时间已过", "甲区", "地区生产总值", "统计局", "预警"):
        assert words in text


def test_the_panels_alone(city: City, reader: Client) -> None:
    text = reader.get("/wall", {"part": "1"}).text
    assert text.startswith('<div class="wall-frame"')
    assert text.count("data-panel>") == 4


def test_an_empty_registry_has_a_panel_too(db, reader: Client) -> None:
    assert reader.get("/wall").text.count("data-panel>") == 1
