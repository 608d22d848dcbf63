"""The reader's choice decides the language, nothing else."""

from django.test import Client

from tests.unit.show.city import City


def test_a_browser_that_asks_for_english_gets_chinese(city: City, reader: Client) -> None:
    answer = reader.get("/", headers={"accept-language": "en-GB"})
    assert answer["Content-Language"] == "zh-Hans"
    assert '<html lang="zh-Hans"' in answer.text


def test_the_switch_is_kept_in_a_cookie(city: City, reader: Client) -> None:
    answer = reader.post("/language", {"language": "en", "next": "/plans"})
    assert (answer.status_code, answer["Location"]) == (302, "/plans")
    page = reader.get("/")
    assert '<html lang="en"' in page.text
    assert "Needs attention" in page.text


def test_an_unknown_language_is_ignored(city: City, reader: Client) -> None:
    reader.cookies["lantu_language"] = "tlh"
    assert "需要关注" in reader.get("/").text
