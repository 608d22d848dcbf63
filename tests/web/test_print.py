"""Pages on paper: the width of A4 between margins holds all of them, and nothing is there that only a screen can use."""

from typing import TYPE_CHECKING

from tests.web.conftest import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAPER = 688
"""182 mm in the pixels of a page: A4 less its margins."""
ON_SCREEN_ONLY = ".top, .foot, .filters, .form-box, .batch, .map, .kinds, .button, main .tree"
CUT = """() => [...document.querySelectorAll("main *")].filter(e => e.offsetParent && !e.closest(".pipe, .visually-hidden, svg")
  && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.className || e.tagName)"""


def lay_on_paper(signed_in: Visit, address: str) -> "Page":
    page = signed_in.page
    page.set_viewport_size({"width": PAPER, "height": 1000})
    page.emulate_media(media="print")
    return signed_in.open(address)


def test_nothing_is_cut_and_no_tool_is_printed(signed_in: Visit) -> None:
    for address in ("/", "/plan/1", "/indicator/gdp", "/reports", "/plan/3/review"):
        page = lay_on_paper(signed_in, address)
        assert page.locator(ON_SCREEN_ONLY).locator("visible=true").count() == 0, address
        assert page.evaluate(CUT) == [], address


def test_the_text_of_a_plan_comes_first_and_its_entries_after_it(signed_in: Visit) -> None:
    page = lay_on_paper(signed_in, "/plan/1")
    text, side = page.locator("#text").bounding_box(), page.locator(".side").bounding_box()
    assert text is not None
    assert side is not None
    assert side["y"] >= text["y"] + text["height"]
    assert text["width"] > PAPER - 80
