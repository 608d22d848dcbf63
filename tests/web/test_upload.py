"""Handing in: a plan is read in the background and appears; a return keeps its good rows and explains the others."""

from collections.abc import Callable
from pathlib import Path

from tests.web.conftest import Visit

PLAN = """嘉兴市示例行业发展规划

一、主要目标

到2030年，全市地区生产总值达到12345亿元以上，常住人口城镇化率达到78%左右。

二、保障措施

各部门按职责落实。
"""
RETURN = """region,indicator,year,value,unit,source
嘉兴市,地区生产总值,2019,5423.58,亿元,试报
嘉兴市,火星产值,2019,1,亿元,试报
嘉兴市,地区生产总值,2019,5,微克/立方米,试报
"""


def test_a_plan_appears(signed_in: Visit, tmp_path: Path) -> None:
    file = tmp_path / "industry.txt"
    file.write_bytes(PLAN.encode("gb18030"))
    page = signed_in.open("/plans")
    page.set_input_files("#id_file", file)
    page.fill("#id_title", "试交的规划")
    page.select_option("#id_place", "330400")
    page.click("form[enctype] button[type=submit]")
    page.wait_for_url("**/job/*")
    page.wait_for_selector('#job[data-state="done"]', timeout=60_000)
    page.click("text=看规划")
    page.wait_for_selector("#text")
    assert "12345亿元" in (page.locator("#text").text_content() or "")
    assert page.locator('#entries [data-entry-kind="target"]').count() >= 2
    page = signed_in.open("/")
    block = page.locator(".plan-block", has_text="试交的规划")
    assert "12,345亿元" in " ".join(block.inner_text().split())
    block.locator("a.fig", has_text="12,345").click()
    page.wait_for_selector("mark#here")
    assert "12345" in (page.locator("mark#here").text_content() or "")
    assert signed_in.console == []
    assert signed_in.broken == []


def test_a_return_keeps_good_rows_and_explains_the_others(signed_in: Visit, tmp_path: Path) -> None:
    file = tmp_path / "q1.csv"
    file.write_text(RETURN, "utf-8")
    page = signed_in.open("/returns")
    page.set_input_files("#id_file", file)
    page.click("form[enctype] button[type=submit]")
    page.wait_for_selector('#job[data-state="done"]', timeout=60_000)
    page.click("text=看填报")
    page.wait_for_selector("#row-2")
    assert "5,423.58" in page.locator("#row-2").inner_text()
    notices = page.locator(".row-notices").inner_text()
    assert "第 3 行" in notices
    assert "第 4 行" in notices
    assert "火星产值" in notices
    assert "读到 3 行，收下 1 行，退回 2 行" in page.locator(".page-head").inner_text()


def test_an_unreadable_file_fails_in_words(signed_in: Visit, tmp_path: Path) -> None:
    file = tmp_path / "blank.txt"
    file.write_text("  \n \n", "utf-8")
    page = signed_in.open("/plans")
    page.set_input_files("#id_file", file)
    page.fill("#id_title", "空白")
    page.click("form[enctype] button[type=submit]")
    page.wait_for_selector('#job[data-state="failed"]', timeout=60_000)
    assert len(page.locator(".job-message").inner_text()) > 5
    assert page.locator("text=改正后再交").count() == 1


def test_nobody_unknown_can_hand_in(visit: Callable[..., Visit]) -> None:
    page = visit().open("/plans")
    assert page.locator("#id_file").count() == 0
    page = visit().open("/plans/upload")
    assert "/sign-in" in page.url
