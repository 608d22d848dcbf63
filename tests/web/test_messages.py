"""Messages and signing in, as an administrator sees them: at three widths, in two languages, without barriers."""

from collections.abc import Callable

import pytest

from tests.web.barriers import find_barriers
from tests.web.conftest import Visit

PAGES = ("/account/messages", "/messages", "/messages?state=dead", "/today")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_pages_of_messages_fit_and_have_no_barriers(signed_in: Visit, axe: str, language: str) -> None:
    signed_in.page.context.add_cookies([{"name": "lantu_language", "value": language, "url": signed_in.base}])
    found = []
    for address in PAGES:
        page = signed_in.open(address)
        assert page.locator("h1").count() == 1, address
        for width in (1440, 1024, 390):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, f"{address} at {width}"
        found += [f"{address} {line}" for line in find_barriers(page, axe)]
    assert found == []
    assert (signed_in.console, signed_in.broken, signed_in.foreign) == ([], [], [])


def test_wishes_are_kept(signed_in: Visit) -> None:
    page = signed_in.open("/account/messages")
    page.uncheck("input[value=review]")
    page.click("main form button[type=submit]")
    assert not page.locator("input[value=review]").is_checked()
    page.check("input[value=review]")
    page.click("main form button[type=submit]")
    assert page.locator("input[value=review]").is_checked()


def test_without_a_service_the_page_says_so_and_leads_back(visit: Callable[..., Visit]) -> None:
    page = visit().open("/sign-in/outer")
    assert page.locator("[role=alert]").inner_text() == "这里没有设统一身份认证。"
    page.click("main a.button.quiet")
    assert page.url.endswith("/sign-in")
