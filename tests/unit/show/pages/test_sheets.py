"""填报表 list: nothing asked, nothing shown; those without a role in it are refused."""

from django.test import Client

from lantu.show.pages.sheets import list_lines
from tests.unit.show.city import City


def test_an_empty_list_says_so(city: City, planner: Client) -> None:
    assert "没有这样的填报表。" in planner.get("/sheets").text
    assert "还没有布置填报。" in planner.get("/sheets/burden").text
    assert list_lines([]) == []


def test_reading_the_public_pages_does_not_show_drafts(city: City, reader: Client) -> None:
    assert reader.get("/sheets").status_code == 302
    assert "填报负担" not in reader.get("/returns").text
