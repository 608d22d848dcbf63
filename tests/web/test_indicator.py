"""指标: the chart is drawn under the security policy, and the figures below it are complete."""

from collections.abc import Callable

import pytest

from tests.web.conftest import Visit


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_chart_is_drawn(visit: Callable[..., Visit], look: str) -> None:
    made = visit(look=look)
    page = made.open("/indicator/gdp?place=330400")
    page.wait_for_selector('#chart[data-state="drawn"]')
    words = page.locator("#chart svg").text_content() or ""
    assert "目标 9,000亿元" in words
    assert "基期 5,509.5亿元" in words
    assert made.console == []


def test_a_point_tells_its_figure(visit: Callable[..., Visit]) -> None:
    made = visit()
    page = made.open("/indicator/gdp?place=330400")
    page.wait_for_selector('#chart[data-state="drawn"]')
    box = page.locator("#chart").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 30, box["y"] + 45)
    page.wait_for_timeout(300)
    assert made.console == []


def test_both_vintages_of_the_base_year_are_shown(visit: Callable[..., Visit]) -> None:
    text = visit().open("/indicator/gdp?place=330400").locator("#lineage").inner_text()
    assert "7,851" in text
    assert "2020年" in text


def test_search(visit: Callable[..., Visit]) -> None:
    page = visit().open("/indicators")
    page.fill("#q", "PM2.5")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=PM2.5**")
    rows = page.locator("tbody tr")
    assert rows.count() > 0
    rows.first.locator("a").click()
    page.wait_for_url("**/indicator/**")
