"""规划: the text and the list find each other."""

from collections.abc import Callable

from tests.web.conftest import Visit


def test_a_click_on_an_entry_marks_it_in_the_text(visit: Callable[..., Visit]) -> None:
    page = visit().open("/plan/1")
    item = page.locator("#entries [data-entry]").nth(20)
    key = item.get_attribute("data-entry")
    item.locator("a").click()
    chosen = page.locator(f'#text [data-e~="{key}"].is-chosen').first
    chosen.wait_for()
    box = chosen.bounding_box()
    assert box
    assert 0 <= box["y"] <= 900
    assert f"entry={key}" in page.url


def test_a_click_in_the_text_marks_the_entry(visit: Callable[..., Visit]) -> None:
    page = visit().open("/plan/1")
    piece = page.locator("#text .e").nth(5)
    key = (piece.get_attribute("data-e") or "").split()[-1]
    piece.click()
    item = page.locator(f'#entries [data-entry="{key}"]')
    assert "is-chosen" in (item.get_attribute("class") or "")


def test_kinds_can_be_chosen(visit: Callable[..., Visit]) -> None:
    page = visit().open("/plan/1")
    button = page.locator('[data-kind="actual"]')
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator('#entries [data-entry-kind="target"]:visible').count() == 0
    assert page.locator('#entries [data-entry-kind="actual"]:visible').count() > 0


def test_the_text_is_the_document(visit: Callable[..., Visit], repo) -> None:
    page = visit().open("/plan/1")
    shown = page.locator("#text").text_content() or ""
    written = (repo / "examples" / "jiaxing" / "city-outline-2021.md").read_text("utf-8")
    assert shown.strip() == written.strip()


def test_without_scripts_the_addresses_still_work(browser, site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.base}/plan/1")
    href = page.locator("#entries a").nth(3).get_attribute("href")
    page.goto(f"{site.base}{href}")
    assert page.locator("mark#here").count() == 1
    context.close()
