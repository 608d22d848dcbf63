"""The years a document speaks from, and what headings set."""

import pytest

from lantu.core.entry import DocumentFacts, YearSource
from lantu.read.context import Context
from lantu.read.modes import Mode
from lantu.read.prose_settings import Setting, open_setting, read_clock, settle_heading
from lantu.read.years import Clock


def make_context(
    kind: str, title: str, text: str = "正文", issued: str = "", period: tuple[int, int] | None = None
) -> Context:
    """A document that says no more of itself than this."""
    return Context(text, text, DocumentFacts("a.txt", "", len(text), title, kind, period=period, issued_on=issued))


@pytest.mark.parametrize(
    ("context", "clock"),
    [
        (make_context("outline", "云山市规划纲要", period=(2021, 2025)), Clock(2021, 2020, (2021, 2025))),
        (make_context("work_report", "政府工作报告", issued="2022-01-09"), Clock(2022, 2021, None)),
        (make_context("work_report", "2023年政府工作报告"), Clock(2023, 2022, None)),
        (make_context("work_report", "政府工作报告", "——2019年2月1日在大会上"), Clock(2019, 2018, None)),
        (make_context("bulletin", "2023年统计公报", issued="2024-03-01"), Clock(2023, 2023, None)),
        (make_context("action_plan", "三年行动计划（2021—2023年）"), Clock(2021, 2020, (2021, 2023))),
        (make_context("action_plan", "云山市2023年工作要点"), Clock(2023, 2022, (2023, 2023))),
        (make_context("news", "云山纪事", "2020年，云山建成码头。到2025年将再建一座。"), Clock(2021, 2020, None)),
        (make_context("news", "云山纪事", "云山在河边。"), Clock(None, None, None)),
    ],
)
def test_clocks(context: Context, clock: Clock) -> None:
    assert read_clock(context) == clock


@pytest.mark.parametrize(
    ("kind", "mode", "year"),
    [
        ("outline", Mode.AHEAD, 2025),
        ("work_report", Mode.REVIEW, 2020),
        ("bulletin", Mode.REVIEW, 2020),
        ("news", Mode.REVIEW, None),
    ],
)
def test_before_the_first_heading(kind: str, mode: Mode, year: int | None) -> None:
    setting = open_setting(make_context(kind, ""), Clock(2021, 2020, (2021, 2025)))
    assert (setting.mode, setting.year) == (mode, year)


AHEAD = Setting(Mode.AHEAD, 2025, YearSource.HORIZON)
PLAN = Clock(2021, 2020, (2021, 2025))


def test_a_review_in_a_plan_is_about_the_year_before_it() -> None:
    setting = settle_heading("一、发展基础", AHEAD, PLAN, False, True)
    assert (setting.mode, setting.year) == (Mode.REVIEW, 2020)


def test_a_vision_has_its_own_year() -> None:
    assert settle_heading("（四）二〇三五年远景目标", AHEAD, PLAN, False, False).year == 2035


def test_a_heading_without_a_word_keeps_what_held() -> None:
    review = Setting(Mode.REVIEW, 2020, YearSource.IMPLICIT)
    assert settle_heading("（一）经济综合实力显著提升", review, PLAN, False, False) == review


def test_a_chapter_below_a_part_may_look_back() -> None:
    assert settle_heading("第二节 面临的机遇与挑战", AHEAD, PLAN, False, False).mode is Mode.REVIEW
    assert settle_heading("第二节 优化发展环境", AHEAD, PLAN, False, False).mode is Mode.AHEAD


def test_goals_that_sound_like_results_stay_goals() -> None:
    goals = settle_heading("主要目标", AHEAD, PLAN, False, True)
    assert settle_heading("（一）经济发展面临新形势", goals, PLAN, False, False) == goals
    assert settle_heading("发展现状", goals, PLAN, False, False).mode is Mode.REVIEW


def test_a_run_in_head_turns_nothing() -> None:
    assert settle_heading("惠企服务成效明显", AHEAD, PLAN, False, False, True) == AHEAD
    assert settle_heading("2021年是“十四五”开局之年,也是关键之年", AHEAD, PLAN, False, False, True) == AHEAD


def test_of_a_plan_and_its_first_year_the_year_counts() -> None:
    report = Clock(2021, 2020, None)
    assert settle_heading("“十四五”开局之年2021年工作安排", AHEAD, report, True, True).year == 2021
