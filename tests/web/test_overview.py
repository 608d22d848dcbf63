"""总览 lists every target, and every figure on it leads to its source."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from lxml.html import HtmlElement, fromstring

from tests.web.conftest import Visit

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def numbers_in(text: str) -> list[str]:
    """Figures in a text, without the commas between thousands."""
    return NUMBER.findall(unicodedata.normalize("NFKC", text).replace(",", ""))


@pytest.mark.parametrize("plan", [1, 2], ids=["city", "district"])
def test_all_37_numbered_targets_are_listed(visit: Callable[..., Visit], plan: int) -> None:
    page = visit().open("/")
    cells = page.locator(f"#plan-{plan}").locator("td.c-no").all_text_contents()
    numbers = [int(text) for text in cells if text.strip().isdigit()]
    assert sorted(set(numbers)) == list(range(1, 38))


def test_the_counts_are_those_of_the_rows(visit: Callable[..., Visit]) -> None:
    page = visit().open("/")
    for block in page.locator(".plan-block").all():
        for item in block.locator(".strip-item").all():
            klass = re.search(r"st-(\w+)", item.get_attribute("class") or "")
            assert klass
            number = int(item.locator(".strip-number").inner_text())
            assert block.locator(f'tr[data-class="{klass[1]}"]').count() == number


def test_gdp_is_missed_and_preliminary(visit: Callable[..., Visit]) -> None:
    row = visit().open("/").locator("#plan-1 tr.target", has_text="地区生产总值").first
    text = " ".join(row.inner_text().split())
    for part in ("5,509.5亿元", "9,000亿元", "7,851亿元", "未实现", "初步"):
        assert part in text


def test_what_cannot_be_said_has_a_reason(visit: Callable[..., Visit]) -> None:
    rows = visit().open("/").locator("tr.target.is-cannot_say")
    assert rows.count() > 0
    for row in rows.all():
        assert len(row.locator(".reason").first.inner_text()) > 4


def test_a_class_can_be_chosen(visit: Callable[..., Visit]) -> None:
    page = visit().open("/")
    page.locator(".strip-item.st-missed").first.click()
    page.wait_for_url("**class=missed*")
    assert page.locator("tr.target:not(.is-missed)").count() == 0
    assert page.locator("tr.target.is-missed").count() > 0


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_figure_leads_to_text_that_holds_its_digits(visit: Callable[..., Visit], language: str) -> None:
    made = visit(language=language)
    page = made.open("/")
    links = page.locator("a.fig").evaluate_all(
        "all => all.map(a => [a.getAttribute('href'), a.dataset.figure, a.querySelector('.fig-words') !== null])"
    )
    links = sorted({tuple(link) for link in links})
    # The walk is the same in both languages; English takes every fifth.
    links = links if language == "zh-hans" else links[::5]
    assert len(links) > (150 if language == "zh-hans" else 30)
    answers: dict[str, HtmlElement] = {}
    wrong = []
    for href, figure, is_words in links:
        address, _, fragment = href.partition("#")
        # Asked for without the browser, which draws for a second what is looked at for one sentence of it.
        if address not in answers:
            answers[address] = fromstring(made.page.request.get(made.base + address).body())
        together, apart = read_aim(answers[address], fragment)
        digits = set(numbers_in(figure))
        if figure not in together if is_words else not (digits <= set(numbers_in(together) + numbers_in(apart))):
            wrong.append((href, figure, together))
    assert wrong == []
    assert made.console == []


def read_aim(page: HtmlElement, fragment: str) -> tuple[str, str]:
    """The text an address leads to, as it stands and with a space between its pieces, as between cells of a row."""
    aim = next(iter(page.xpath("//mark[@id='here']") or page.xpath("//*[@id=$id]", id=fragment)), None)
    pieces = [] if aim is None else list(aim.itertext())
    return "".join(pieces), " ".join(pieces)


def test_the_mark_can_be_seen(visit: Callable[..., Visit]) -> None:
    made = visit()
    page = made.open("/")
    page.locator("td.c-goal a.fig").first.click()
    page.wait_for_selector("mark#here")
    page.wait_for_function(
        "() => { const box = document.getElementById('here').getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight; }"
    )


def test_the_map_is_drawn_and_lists_the_same_places(visit: Callable[..., Visit]) -> None:
    made = visit()
    page = made.open("/")
    page.wait_for_selector('#map[data-state="drawn"]', timeout=30_000)
    assert page.locator(".map-list li").count() == 7
    box = page.locator("#map").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector(".map-list .is-here")
    assert made.foreign == []
    assert made.console == []
