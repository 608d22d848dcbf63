"""审校: accept, correct, reject, add by marking words, undo; everything is there again after a reload."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.web.barriers import find_barriers
from tests.web.conftest import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

REVIEW = "/plan/3/review"
MARK_WORDS = """words => {
  const text = document.getElementById("text");
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [], ends = [];
  let all = "";
  while (walk.nextNode()) { nodes.push(walk.currentNode); all += walk.currentNode.data; ends.push(all.length); }
  const start = all.indexOf(words), end = start + words.length;
  const place = at => { const i = ends.findIndex(e => e >= at); return [nodes[i], at - (ends[i] - nodes[i].data.length)]; };
  const [a, b] = [place(start + 1), place(end)];
  getSelection().setBaseAndExtent(a[0], a[1] - 1, b[0], b[1]);
}"""


def state_of(page: "Page", key: str) -> str | None:
    return page.locator(f"#r-{key}").get_attribute("data-state")


def open_keys(page: "Page", count: int) -> list[str]:
    found = page.locator('#entries li[data-state="open"][data-entry-kind="target"]')
    return [found.nth(i).get_attribute("data-entry") or "" for i in range(count)]


def test_decisions_are_made_and_kept(signed_in: Visit) -> None:
    page = signed_in.open(REVIEW)
    accepted, corrected, rejected, undone = open_keys(page, 4)

    page.click(f"#r-{accepted} button[name=accepted]")
    page.wait_for_selector(f'#r-{accepted}[data-state="accepted"]')
    page.click(f"#r-{undone} button[name=accepted]")
    page.click(f'#r-{undone}[data-state="accepted"] button[name=withdrawn]')
    page.wait_for_selector(f'#r-{undone}[data-state="open"]')

    page.click(f'#r-{rejected} [data-do="reject"]')
    page.fill("#id_reject_reason", "重复")
    page.click("#panel button[type=submit]")
    page.wait_for_selector(f'#r-{rejected}[data-state="rejected"]')
    assert page.locator("#panel").is_hidden()
    assert page.locator(f'#text .e-rejected[data-e~="{rejected}"]').count() > 0

    page.click(f'#r-{corrected} [data-do="correct"]')
    page.fill("#id_indicator", "更正后的名称")
    page.click("#panel button[type=submit]")
    page.wait_for_url("**/review?entry=*")

    page = signed_in.open(REVIEW)
    states = [state_of(page, key) for key in (accepted, corrected, rejected, undone)]
    assert states == ["accepted", "corrected", "rejected", "open"]
    assert "更正后的名称" in page.locator(f"#r-{corrected}").inner_text()
    assert "planner" in page.locator(f"#r-{rejected} .review-who").inner_text()
    assert "重复" in page.locator(f"#r-{rejected}").inner_text()

    page.click("#review-summary button")
    page.click('#job[data-state="done"] .button:not(.quiet)')
    page.wait_for_selector("#review-summary:not(:has(button))")
    assert "第 2 版" in page.locator("#review-summary").inner_text()
    shown = signed_in.open("/plan/3")
    assert shown.locator(f'[data-entry="{rejected}"]').count() == 0
    assert "更正后的名称" in shown.locator(f'[data-entry="{corrected}"]').inner_text()

    page = signed_in.open(REVIEW)
    for key in (corrected, rejected):
        page.click(f"#r-{key} button[name=withdrawn]")
        page.wait_for_selector(f'#r-{key}[data-state="open"]')
    page.click("#review-summary button")
    page.click('#job[data-state="done"] .button:not(.quiet)')
    page.wait_for_selector("#review-summary:not(:has(button))")
    assert signed_in.open("/plan/3").locator(f'[data-entry="{rejected}"]').count() == 1
    assert signed_in.console == []
    assert signed_in.broken == []


def test_an_entry_is_added_by_marking_its_words(signed_in: Visit, repo: Path) -> None:
    text = (repo / "examples" / "jiaxing" / "action-plan-2019.txt").read_text("utf-8")
    page = signed_in.open(REVIEW)
    free = page.evaluate(
        """() => [...document.querySelectorAll("#text .line.para")].map(l => l.textContent.trim())
             .find(t => t.length > 12 && t.length < 200) """
    )
    words = free[:12]
    assert text.count(words) == 1
    page.evaluate(MARK_WORDS, words)
    page.click('[data-marked="add"]')
    page.wait_for_selector("#id_words")
    assert page.input_value("#id_words") == words
    assert int(page.input_value("#id_start")) == text.index(words)
    page.fill("#id_indicator", "补录的条目")
    page.fill("#id_value", "")
    page.click("#panel button[type=submit]")
    page.wait_for_selector("mark#here")
    assert page.locator("mark#here").text_content() == words
    added = page.locator('#entries li[data-state="added"]')
    assert "补录的条目" in added.inner_text()

    page.click('#entries li[data-state="added"] [data-do="correct"]')
    page.wait_for_selector("#id_words")
    page.evaluate(MARK_WORDS, words[:6])
    page.click('[data-marked="words"]')
    assert page.input_value("#id_words") == words[:6]
    page.click("#panel button[type=submit]")
    page.wait_for_function("w => document.querySelector('mark#here')?.textContent === w", arg=words[:6])

    page.click('#entries li[data-state="added"] button[name=withdrawn]')
    page.wait_for_selector('#entries li[data-state="added"]', state="detached")
    assert signed_in.console == []


def test_keys_move_and_decide(signed_in: Visit) -> None:
    page = signed_in.open(f"{REVIEW}?kind=target")
    first, second = open_keys(page, 2)
    page.locator(f"#r-{first} a[data-entry-link]").focus()
    page.keyboard.press("a")
    page.wait_for_selector(f'#r-{first}[data-state="accepted"]')
    page.wait_for_function("k => document.activeElement.dataset.entryLink === k", arg=second)
    page.keyboard.press("k")
    page.wait_for_function("k => document.activeElement.dataset.entryLink === k", arg=first)
    page.keyboard.press("u")
    page.wait_for_selector(f'#r-{first}[data-state="open"]')
    page.keyboard.press("e")
    page.wait_for_selector("#panel #id_value")
    page.click("[data-close]")
    page.locator(f"#r-{first} a[data-entry-link]").focus()
    page.keyboard.press("r")
    page.wait_for_selector("#panel #id_reject_reason")
    page.fill("#id_reject_reason", "ajk")
    assert state_of(page, first) == "open"


def test_all_shown_are_accepted_and_taken_back(signed_in: Visit) -> None:
    page = signed_in.open(f"{REVIEW}?kind=target&state=open")
    count = page.locator("#entries li.review-entry").count()
    assert count > 3
    page.click(".review-all form button")
    page.click(".review-batch button")
    page = signed_in.open(f"{REVIEW}?kind=target&state=open")
    assert page.locator("#entries li.review-entry").count() == count
    assert signed_in.broken == []


def test_without_scripts_the_forms_work(signed_in: Visit, browser) -> None:
    cookies = signed_in.page.context.cookies()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(f"{signed_in.base}{REVIEW}")
    (key,) = open_keys(page, 1)
    page.click(f"#r-{key} button[name=accepted]")
    assert state_of(page, key) == "accepted"
    page.click(f'#r-{key} [data-do="reject"]')
    page.fill("#id_reject_reason", "试")
    page.click("#panel button[type=submit]")
    assert state_of(page, key) == "rejected"
    page.click(f"#r-{key} button[name=withdrawn]")
    assert state_of(page, key) == "open"
    context.close()


def test_others_only_look(visit: Callable[..., Visit]) -> None:
    made = visit(width=390)
    page = made.open(REVIEW)
    assert page.locator("#entries li.review-entry").count() > 3
    assert page.locator(".review-acts, #decide, #review-summary form").count() == 0
    assert made.console == []


def test_no_barriers_and_no_sideways_scrolling(signed_in: Visit, axe: str) -> None:
    found = []
    for width, part in ((1440, ""), (390, "?do=add"), (1024, "?kind=target")):
        signed_in.page.set_viewport_size({"width": width, "height": 900})
        page = signed_in.open(REVIEW + part)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        found += find_barriers(page, axe, leaves_repetitions=True)
    assert found == []
