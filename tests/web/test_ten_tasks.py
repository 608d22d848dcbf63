"""Ten tasks as a user would ask for them, each done from 总览 in at most four clicks.

A click is anything that is pressed or chosen: a link, a button, a choice in a list, Enter. Typing a word is not one. What each task
took is printed; `pytest -s` shows it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Site, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST = 4


@dataclass(slots=True)
class Hand:
    """Somebody at the overview, whose clicks are counted."""

    page: "Page"
    clicks: int = 0

    def click(self, selector: str, text: str = "") -> None:
        """Press a link or button, or open a list."""
        self.clicks += 1
        found = self.page.locator(selector, has_text=text) if text else self.page.locator(selector)
        found.first.click()

    def choose(self, selector: str, value: str) -> None:
        """Choose in a list."""
        self.clicks += 1
        self.page.select_option(selector, value)

    def press_enter(self) -> None:
        """Say that what was typed is meant."""
        self.clicks += 1
        self.page.keyboard.press("Enter")


@pytest.fixture
def hand(visit: Callable[..., Visit]) -> Hand:
    """A reader at the overview."""
    return Hand(visit().open("/"))


@pytest.fixture
def planner_hand(signed_in: Visit) -> Hand:
    """The planner of the sample at the overview."""
    return Hand(signed_in.open("/"))


def done(hand: Hand, task: str) -> None:
    """The task is done: no more clicks than allowed."""
    print(f"{hand.clicks} clicks: {task}")
    assert hand.clicks <= MOST


def test_which_binding_targets_will_xiuzhou_miss_and_who_owns_them(hand: Hand) -> None:
    hand.click(".nav a", "全部目标")
    hand.choose("select[name=place]", "330411")
    hand.choose("select[name=binding]", "yes")
    hand.choose("select[name=class]", "risk")
    page = hand.page
    page.wait_for_url(lambda address: "class=risk" in address and "binding=yes" in address)
    page.wait_for_function(
        "() => parseInt(document.querySelector('.table-tools .count').innerText)"
        " === document.querySelectorAll('tr.target').length"
    )
    rows = page.locator("tr.target")
    assert all("秀洲" in text for text in rows.locator(".c-place").all_inner_texts())
    assert rows.count() or page.locator(".empty").is_visible()
    done(hand, "which binding targets will Xiuzhou miss, and who owns them")


def test_what_is_behind_and_why(hand: Hand) -> None:
    first = hand.page.locator(".attention-item").first
    assert first.is_visible()
    assert "离目标还差" in first.inner_text()
    assert "责任部门" in first.inner_text()
    done(hand, "what is behind, and why, and who owns it")


def test_show_me_the_sentence(hand: Hand) -> None:
    hand.click("#plan-1 tr.target .c-goal a.fig")
    hand.page.wait_for_selector("mark#here")
    done(hand, "show me the sentence this target comes from")


def test_where_does_this_figure_come_from(hand: Hand) -> None:
    hand.click("#plan-1 tr.target .c-latest a.fig")
    assert hand.page.locator(":target .source-cell").inner_text()
    done(hand, "where does the latest figure come from")


def test_find_an_indicator_by_its_initials(hand: Hand) -> None:
    hand.page.keyboard.press("/")
    hand.page.fill("#finder-q", "dqsczz")
    hand.page.wait_for_selector("#finder .find-group a")
    hand.press_enter()
    hand.page.wait_for_url("**/indicator/gdp*")
    hand.clicks += 1  # the key that opened the box
    done(hand, "find GDP by its pinyin initials and see its forecast")


def test_find_a_sentence_by_a_word(hand: Hand) -> None:
    hand.click("#find-link")
    hand.page.fill("#finder-q", "优良天数")
    hand.page.wait_for_selector("#finder [aria-labelledby=find-sentence] a")
    hand.click("#finder [aria-labelledby=find-sentence] a")
    hand.page.wait_for_selector("mark#here, .is-here")
    done(hand, "what do the plans say about 优良天数")


def test_compare_the_districts_by_another_indicator(hand: Hand) -> None:
    other = hand.page.locator("#map-indicator option:not([selected])").first.get_attribute("value")
    hand.choose("#map-indicator", other or "")
    hand.click(".map-choice button")
    hand.page.wait_for_url(f"**map={other}*")
    done(hand, "show the districts by another indicator")


def test_which_warnings_are_orange(hand: Hand) -> None:
    hand.click(".levels a:has(.level-orange)")
    hand.page.wait_for_url("**level=orange*")
    assert hand.page.locator("#count").inner_text()
    done(hand, "which warnings are orange, and why")


def test_export_the_targets_of_a_plan(hand: Hand) -> None:
    hand.click(".nav a", "全部目标")
    hand.choose("select[name=class]", "late")
    hand.page.wait_for_url("**class=late*")
    hand.page.wait_for_selector("a[download][href*='class=late']")
    with hand.page.expect_download() as download:
        hand.click("a[download]")
    assert "地区生产总值" in download.value.path().read_text("utf-8-sig")
    done(hand, "export the table of what is behind")


def test_send_the_department_its_return(planner_hand: Hand, site: Site) -> None:
    page = planner_hand.page
    page.goto(f"{site.base}/workflows")
    for field, value in (
        ("code", "year"),
        ("name", "年度填报"),
        ("due_working_days", "10"),
        ("codes", "gdp"),
    ):
        page.fill(f"#id_{field}", value)
    page.select_option("#id_place", "330400")
    page.click("main .form-box button[type=submit]")
    page.goto(f"{site.base}/")
    planner_hand.click(".card a", "布置填报")
    planner_hand.click("main table a", "年度填报")
    page.fill("input[name=period]", "2026")
    planner_hand.click("main .search button")
    planner_hand.click("main form[method=post] button[type=submit]")
    page.wait_for_url("**/sheets*")
    assert page.locator("main tbody tr").count() > 0
    done(planner_hand, "send the department its return")
