"""搜索."""

import pytest
from django.test import Client

from lantu.run.searching import index_all
from lantu.show.pages.search import excerpt, mark
from tests.unit.show.city import City


@pytest.fixture
def indexed(city: City) -> City:
    index_all()
    return city


def test_groups_with_links_to_their_places(indexed: City, reader: Client) -> None:
    text = reader.get("/search", {"q": "dqsczz"}).text
    assert 'href="/indicator/gdp"' in text
    assert "/targets?plan=" in text
    sentence = reader.get("/search", {"q": "力争1万亿元"}).text
    assert f'href="/plan/{indexed.plan.pk}?entry=e9#here"' in sentence
    assert "<mark>力争1万亿元</mark>" in sentence


def test_every_link_leads_somewhere(indexed: City, reader: Client) -> None:
    from re import findall

    links = set(findall(r'<li><a href="([^"]+)"><span>', reader.get("/search", {"q": "区"}).text))
    assert len(links) > 2
    assert {reader.get(link.replace("&amp;", "&")).status_code for link in links} == {200}


def test_the_box_gets_the_results_alone(indexed: City, reader: Client) -> None:
    text = reader.get("/search", {"q": "gdp", "part": "1"}).text
    assert text.startswith('<div class="found"')
    assert "没有找到“zzz”" in reader.get("/search", {"q": "zzz", "part": "1"}).text


def test_english_names_are_told_in_english(indexed: City, english: Client) -> None:
    assert "Gross domestic product" in english.get("/search", {"q": "gross"}).text


def test_what_was_typed_is_no_markup(indexed: City, reader: Client) -> None:
    assert "<b>x" not in reader.get("/search", {"q": "<b>x"}).text
    assert mark("a<b>c", "<b>") == "a<mark>&lt;b&gt;</mark>c"
    assert excerpt("一" * 100 + "二" + "三" * 100, "二", 2) == "…一一二三三…"
