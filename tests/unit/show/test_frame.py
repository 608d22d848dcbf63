"""Around every page: where one is, which look, which version."""

import pytest
from django.test import Client, RequestFactory

from lantu.show.frame import KEYS, NAV, read_look, read_version
from tests.unit.show.city import City


@pytest.mark.parametrize(
    ("cookie", "look"), [("dark", "dark"), ("light", "light"), ("", "auto"), ("><script>", "auto")]
)
def test_the_look_is_one_of_three(rf: RequestFactory, cookie: str, look: str) -> None:
    rf.cookies["lantu_look"] = cookie
    assert read_look(rf.get("/")) == look


def test_the_navigation_marks_the_page(city: City, reader: Client) -> None:
    text = reader.get("/indicators").text
    assert text.count('aria-current="page"') == 1
    assert '<a href="/indicators" data-key="i" aria-current="page">指标</a>' in text


def test_the_version_is_known() -> None:
    assert read_version()[0].isdigit()


def test_every_word_of_the_navigation_has_a_letter_of_its_own() -> None:
    assert set(KEYS) == {name for name, _, _ in NAV}
    assert len(set(KEYS.values())) == len(KEYS)
    assert "g" not in KEYS.values()
