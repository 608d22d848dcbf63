"""What holds on every page: nothing from elsewhere, no errors, no sideways scrolling, no barrier that axe can find."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import Visit

PAGES = (
    "/",
    "/?class=behind",
    "/plans",
    "/plan/1",
    "/plan/2?entry=missing",
    "/plan/3/review",
    "/plan/2/check",
    "/checks",
    "/compare?a=1&b=2",
    "/targets?class=risk&sort=standing",
    "/search?q=gdp",
    "/warnings",
    "/warnings?state=all",
    "/warning/1",
    "/indicator/gdp?place=330411",
    "/design",
    "/wall?seconds=600",
    "/public",
    "/indicators",
    "/cells",
    "/readings",
    "/indicator/gdp",
    "/indicator/gdp/history?place=330400",
    "/reports",
    "/report/1",
    "/scores",
    "/score/1",
    "/tasks",
    "/task/1",
    "/adjustments",
    "/adjustment/1",
    "/returns",
    "/return/1#row-5",
    "/about",
    "/sign-in",
)
WORK = (
    "/today",
    "/cases?ended=1",
    "/case/1",
    "/sheets",
    "/sheet/1",
    "/workflows",
    "/workflow/1",
    "/owners",
    "/departments",
    "/people",
    "/account",
)
"""Pages of those who signed in."""
WIDTHS = (1440, 1024, 390)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LANGUAGES = ("zh-hans", "en")
SETTLED = {"/": '#map[data-state="drawn"]', "/indicator/gdp": '#chart[data-state="drawn"]'}


def open_settled(made: Visit, address: str) -> Any:
    page = made.open(address)
    if address in SETTLED:
        page.locator(SETTLED[address].split("[")[0]).scroll_into_view_if_needed()
        page.wait_for_selector(SETTLED[address], timeout=30_000)
    return page


@pytest.mark.parametrize(("look", "width"), [("light", 1440), ("dark", 390)])
def test_pages_of_work_keep_to_themselves_fit_and_have_no_barriers(
    signed_in: Visit, repo: Path, look: str, width: int
) -> None:
    axe = (repo / "assets" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    signed_in.page.context.add_cookies([{"name": "lantu_look", "value": look, "url": signed_in.base}])
    signed_in.page.set_viewport_size({"width": width, "height": 900})
    found = []
    for address in WORK:
        page = signed_in.open(address)
        assert page.locator("h1").count() == 1, address
        too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"{address} scrolls sideways by {too_wide}"] if too_wide > 0 else []
        page.evaluate(axe)
        result = page.evaluate("tags => axe.run(document, { runOnly: tags })", TAGS)
        found += [f"{address} {b['id']}: {n['target']}" for b in result["violations"] for n in b["nodes"][:3]]
    assert found + signed_in.foreign + signed_in.console + signed_in.broken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_keep_to_themselves_and_fit(visit: Callable[..., Visit], language: str) -> None:
    made = visit(language=language)
    for address in PAGES:
        page = open_settled(made, address)
        assert page.locator("html").get_attribute("lang") == {"zh-hans": "zh-Hans", "en": "en"}[language]
        assert page.locator("h1").count() == 1, address
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert too_wide <= 0, f"{address} scrolls sideways by {too_wide} at {width}"
    assert made.foreign == []
    assert made.console == []
    assert made.broken == []


@pytest.mark.parametrize(("look", "width", "language"), [("light", 1440, "zh-hans"), ("dark", 390, "en")])
def test_no_barriers(visit: Callable[..., Visit], repo: Path, look: str, width: int, language: str) -> None:
    axe = (repo / "assets" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    made = visit(width=width, look=look, language=language)
    found = []
    for address in PAGES:
        page = open_settled(made, address)
        page.evaluate(axe)
        result = page.evaluate("tags => axe.run(document, { runOnly: tags })", TAGS)
        found += [
            f"{address} {broken['id']}: {node['target']} {node.get('failureSummary', '')}"
            for broken in result["violations"]
            for node in broken["nodes"][:3]
        ]
    assert found == []


def test_pages_can_be_used_from_the_keyboard(visit: Callable[..., Visit]) -> None:
    page = visit().open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_keys_go_to_pages_walk_rows_and_can_be_switched_off(visit: Callable[..., Visit]) -> None:
    page = visit().open("/")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_url("**/targets")
    page.keyboard.press("j")
    page.keyboard.press("j")
    rows = "[...document.querySelectorAll('main tbody tr')]"
    at = (
        f"{rows}.filter(r => r.offsetParent && r.querySelector('a')).findIndex(r => r.contains(document.activeElement))"
    )
    assert page.evaluate(at) == 1
    page.keyboard.press("k")
    assert page.evaluate(at) == 0
    aim = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(aim)
    page.go_back()
    page.locator("main input[type=search]").first.focus()
    page.keyboard.type("gp")
    assert page.url.endswith("/targets")
    page.click("#keys-open")
    page.locator("#keys input[type=checkbox]").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.locator("body").press("?")
    page.locator("body").press("/")
    assert page.locator("dialog[open]").count() == 0


def test_language_and_look_can_be_switched(visit: Callable[..., Visit]) -> None:
    page = visit().open("/indicators?q=GDP")
    page.click("text=English")
    page.wait_for_selector('html[lang="en"]')
    assert page.url.endswith("/indicators?q=GDP")
    page.click("text=Dark")
    page.wait_for_selector('html[data-look="dark"]')
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert colour == "rgb(14, 26, 47)"


def test_the_policy_refuses_inline_scripts(visit: Callable[..., Visit]) -> None:
    made = visit()
    answer = made.page.goto(made.base + "/")
    assert answer
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("address", ["/nothing", "/plan/99999", "/indicator/nothing", "/return/99999", "/job/99999"])
def test_what_is_not_there_says_so(visit: Callable[..., Visit], address: str) -> None:
    page = visit().open(address)
    assert page.locator("h1").inner_text() == "没有这个页面"
