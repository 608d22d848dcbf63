"""Headings and words that promise or report."""

import pytest

from lantu.core.entry import Modality
from lantu.read.modes import Mode, read_heading, read_modality, turns_ahead
from lantu.read.years import Clock

REPORT = Clock(2022, 2021, None)
PLAN = Clock(2021, 2020, (2021, 2025))


@pytest.mark.parametrize(
    ("title", "mode", "year"),
    [
        ("2021年工作回顾", Mode.REVIEW, 2021),
        ("2022年工作任务", Mode.AHEAD, 2022),
        ("2022年重点工作", Mode.AHEAD, 2022),
        ("2021年主要工作", Mode.REVIEW, 2021),
        ("过去五年工作回顾", Mode.REVIEW, 2021),
        ("今后五年的目标任务", Mode.AHEAD, 2026),
        ("“十四五”发展目标", Mode.AHEAD, 2025),
        ("加快产业升级", None, None),
    ],
)
def test_headings_of_reports(title: str, mode: Mode | None, year: int | None) -> None:
    passage = read_heading(title, REPORT, True)
    assert (passage.mode, passage.year) == (mode, year)


@pytest.mark.parametrize(
    ("title", "mode"),
    [
        ("发展基础", Mode.REVIEW),
        ("“十三五”时期取得的成就", Mode.REVIEW),
        ("面临形势", Mode.REVIEW),
        ("主要目标", Mode.AHEAD),
        ("持续改善生态环境", Mode.AHEAD),
        ("二〇三五年远景目标", Mode.AHEAD),
        ("附则", None),
    ],
)
def test_headings_of_plans(title: str, mode: Mode | None) -> None:
    assert read_heading(title, PLAN, False).mode is mode


def test_of_several_years_the_plan_end_counts() -> None:
    assert read_heading("“十四五”时期主要目标和二〇三五年远景目标", PLAN, False).year == 2025


def test_a_sentence_may_turn_a_report() -> None:
    assert turns_ahead("今年政府工作的总体要求是:")
    assert not turns_ahead("过去一年工作总体要求落实较好")


@pytest.mark.parametrize(
    ("clause", "modality"),
    [
        ("力争总量达到", Modality.STRIVE),
        ("人口有望突破", Modality.EXPECTED),
        ("拟新建管网", Modality.PLAN),
        ("总量达到", Modality.FIRM),
    ],
)
def test_modality(clause: str, modality: Modality) -> None:
    assert read_modality(clause) is modality
