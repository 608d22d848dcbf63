"""使用说明."""

from django.test import Client

from tests.unit.show.city import City


def test_the_tour_and_its_parts_on_pages(city: City, reader: Client) -> None:
    assert 'id="overview"' in reader.get("/guide").text
    text = reader.get("/targets").text
    assert "这一页怎么用" in text
    assert 'href="/guide#targets"' in text
