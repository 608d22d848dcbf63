"""The page `lantu read --html` writes, in a browser: click either way, nothing fetched."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lantu.cli.reading_page import reading_to_html
from lantu.read import read_plan

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAME = "city-outline-2021.md"


@pytest.fixture
def page(browser: "Browser", repo: Path, tmp_path: Path) -> "Page":
    written = tmp_path / "reading.html"
    reading = read_plan((repo / "examples" / "jiaxing" / NAME).read_bytes(), NAME)
    written.write_text(reading_to_html(reading), encoding="utf-8")
    page = browser.new_context(offline=True).new_page()
    page.goto(written.as_uri())
    return page


def test_list_leads_to_the_words(page: "Page") -> None:
    item = page.locator("#list button", has_text="森林覆盖率").first
    item.click()
    marked = page.locator("#text .on")
    assert marked.count() > 0
    assert marked.first.is_visible()
    assert "12.5" in "".join(marked.all_inner_texts())
    assert item.get_attribute("aria-current") == "true"


def test_words_lead_to_the_list(page: "Page") -> None:
    word = page.locator("#text .v").nth(30)
    word.scroll_into_view_if_needed()
    word.click()
    current = page.locator("#list [aria-current]")
    assert current.count() == 1
    assert current.get_attribute("data-id") in (word.get_attribute("data-e") or "").split(" ")


def test_kinds_can_be_hidden(page: "Page") -> None:
    shown = page.locator("#list li:not([hidden])")
    before = shown.count()
    page.locator("form input[value=actual]").uncheck()
    assert 0 < shown.count() < before


def test_text_is_the_document_unchanged(page: "Page", repo: Path) -> None:
    text = (repo / "examples" / "jiaxing" / NAME).read_bytes().decode("utf-8")
    assert page.locator("#text > div").evaluate("node => node.textContent") == text


def test_phone_is_wide_enough(page: "Page") -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
