"""What holds on every page: nothing from elsewhere, no errors, no sideways scrolling, no barrier that axe can find."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.barriers import find_barriers
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
    "/data",
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
    "/department/330400-fgw",
    "/people",
    "/account",
)
"""Pages of those who signed in."""
WIDTHS = {"zh-hans": (390, 1024, 1440), "en": (1440, 1024, 390)}
"""At the last of them barriers are looked for."""
LOOKS = {"zh-hans": "light", "en": "dark"}
LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}
SETTLED = {"/": '#map[data-state="drawn"]', "/indicator/gdp": '#chart[data-state="drawn"]'}


def open_settled(made: Visit, address: str) -> Any:
    page = made.open(address)
    if address in SETTLED:
        page.locator(SETTLED[address].split("[")[0]).scroll_into_view_if_needed()
        page.wait_for_selector(SETTLED[address], timeout=30_000)
    return page


def look_at_pages(made: Visit, axe: str, addresses: tuple[str, ...], language: str) -> list[str]:
    """What is wrong with pages: one visit each, made wider and narrower, and looked through for barriers at the last width."""
    found = []
    for address in addresses:
        page = open_settled(made, address)
        assert page.locator("html").get_attribute("lang") == LANGUAGES[language]
        assert page.locator("h1").count() == 1, address
        for width in WIDTHS[language]:
            page.set_viewport_size({"width": width, "height": 900})
            too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            found += [f"{address} scrolls sideways by {too_wide} at {width}"] if too_wide > 0 else []
        found += [f"{address} {line}" for line in find_barriers(page, axe, leaves_repetitions=True)]
    return found + made.foreign + made.console + made.broken


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_keep_to_themselves_fit_and_have_no_barriers(
    visit: Callable[..., Visit], axe: str, language: str
) -> None:
    assert look_at_pages(visit(language=language, look=LOOKS[language]), axe, PAGES, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_work_keep_to_themselves_fit_and_have_no_barriers(signed_in: Visit, axe: str, language: str) -> None:
    cookies = {"lantu_look": LOOKS[language], "lantu_language": language}
    signed_in.page.context.add_cookies([{"name": k, "value": v, "url": signed_in.base} for k, v in cookies.items()])
    assert look_at_pages(signed_in, axe, WORK, language) == []


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


def test_a_form_is_sent_once_however_often_its_button_is_pressed(visit: Callable[..., Visit]) -> None:
    made = visit()
    sent = []
    made.page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page = made.open("/sign-in")
    page.fill("#id_username", "twice")
    page.fill("#id_password", "twice-and-not-again")
    with page.expect_navigation():
        page.evaluate("const b = document.querySelector('main button[type=submit]'); b.click(); b.click(); b.click();")
    assert len(sent) == 1
    assert page.locator("[role=alert]").count() == 1
    page.fill("#id_password", "another")
    with page.expect_navigation():
        page.click("main button[type=submit]")
    assert len(sent) == 2


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
