"""What an address asks for and no page understands: said, and not asked for any more."""

import pytest
from django.test import Client, RequestFactory
from django.utils.translation import override

from lantu.show.unread import LONGEST, NOT_NARROWED, Unread, heed, is_day, say
from tests.unit.show.city import City

NOT_UNDERSTOOD = "没有看懂"


def test_what_is_not_understood_is_left_out_and_told() -> None:
    request = RequestFactory().get("/x?class=nonsense&place=1&as_of=2026-13-45&q=a&sort=")
    told = heed(request, {"class": {"met"}, "place": {"1"}, "as_of": is_day, "sort": ("name",)})
    assert [part.told for part in told] == ["class=nonsense", "as_of=2026-13-45"]
    assert request.GET.urlencode() == "place=1&q=a&sort="
    assert request.get_full_path().endswith("&sort=")
    assert told[0].instead is NOT_NARROWED
    assert heed(request, {"class": {"met"}}) == ()


def test_a_page_says_itself_what_it_shows_and_long_words_are_cut() -> None:
    request = RequestFactory().get("/x", {"state": "n" * 400})
    (told,) = heed(request, {"state": {"open"}}, {"state": "all"})
    assert told == Unread(f"state={'n' * (LONGEST - 6)}…", "all")
    assert say("a", "b", "c") == Unread("a=b", "c")


@pytest.mark.parametrize(
    ("text", "answer"), [("2026-03-31", True), ("2026-13-45", False), ("20260331", False), ("", False), ("2026", False)]
)
def test_days(text: str, answer: bool) -> None:
    assert is_day(text) is answer


SAID = (
    ("/?class=nonsense", "class=nonsense", "没有按它筛选"),
    ("/targets?class=nonsense", "class=nonsense", "没有按它筛选"),
    ("/targets?sort=zzz", "sort=zzz", "仍按原来的顺序排列"),
    ("/targets?page=-1", "page=-1", "显示的是第 1 页"),
    ("/targets?place=999999", "place=999999", "没有按它筛选"),
    ("/indicator/gdp?place=999999", "place=999999", "显示的是"),
    ("/indicators?sort=zzz", "sort=zzz", "仍按原来的顺序排列"),
    ("/warnings?state=zzz", "state=zzz", "显示的是未解除的预警"),
    ("/warnings?department=zzz", "department=zzz", "没有按它筛选"),
    ("/plans/tree?as_of=2026-13-45", "as_of=2026-13-45", "显示的是现在的情况"),
    ("/tasks?class=zzz", "class=zzz", "没有按它筛选"),
    ("/projects?due=soon", "due=soon", "没有按它筛选"),
)


def test_pages_say_it_once_and_again_from_what_is_kept(city: City, reader: Client) -> None:
    for address, told, instead in SAID:
        for _ in range(2):
            text = reader.get(address).text
            assert text.count(NOT_UNDERSTOOD) == 1, address
            assert f"地址里的“{told}”没有看懂，{instead}" in text
        assert NOT_UNDERSTOOD not in reader.get(address.split("?")[0]).text, address


def test_what_is_understood_and_finds_nothing_is_not_called_strange(city: City, reader: Client) -> None:
    text = reader.get("/targets", {"class": "ahead", "place": "990102"}).text
    assert "没有这样的目标。" in text
    assert NOT_UNDERSTOOD not in text


def test_the_list_is_whole_where_a_filter_was_not_understood(city: City, reader: Client) -> None:
    assert "5 项，共 5 项" in reader.get("/targets?class=nonsense").text
    part = reader.get("/targets?class=nonsense", headers={"HX-Request": "true"}).text
    assert part.count(NOT_UNDERSTOOD) == 1


def test_markup_in_the_address_stays_words(city: City, reader: Client) -> None:
    text = reader.get("/targets", {"class": "<b>x"}).text
    assert "class=&lt;b&gt;x" in text
    assert "<b>x" not in text


def test_in_english(city: City, reader: Client) -> None:
    reader.cookies["lantu_language"] = "en"
    with override(None):
        assert "“class=zzz” in the address was not understood: the list is not narrowed by it." in (
            reader.get("/targets?class=zzz").text
        )
