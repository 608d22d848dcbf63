"""A standing in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.quantity import make_quantity
from lantu.core.standing import Class, Reason, Standing
from lantu.core.target import Base, Form, Target
from lantu.show.sentences import explain_reason, explain_standing, list_method
from tests.unit.show.test_figures import ENTRY, GDP

TARGET = Target(
    "t", "e1", "gdp", "生产总值", "990100", Form.LEVEL, Comparator.EQUAL, make_quantity("9000", "亿元"), 2025,
    Direction.UP, Base(2020, make_quantity("5509.5", "亿元")),
)  # fmt: skip
MISSED = Standing(
    "t", date(2026, 3, 1), Class.MISSED, Form.LEVEL, is_preliminary=True, latest=GDP, data_date=date(2025, 12, 31),
    done=Decimal("0.6708"), elapsed=Decimal(1), margin=Decimal("0.2292"),
)  # fmt: skip


def test_a_missed_target() -> None:
    assert explain_standing(TARGET, ENTRY, MISSED) == (
        "2025年初步数为7,851亿元。离目标还差1,149亿元。从基期到目标的路已走完67%，到数据日期时间已过100%。"
        "因此为“未实现”（初步）。"
    )


def test_a_target_behind_time_names_the_band() -> None:
    behind = replace(MISSED, klass=Class.BEHIND, is_preliminary=False, done=Decimal("0.3"), elapsed=Decimal("0.8"))
    text = explain_standing(TARGET, ENTRY, behind)
    assert "进度慢50个百分点（判断带为±10个百分点）" in text.replace("50.0", "50")
    assert text.endswith("因此为“滞后”。")


def test_a_threshold_is_named() -> None:
    floor = replace(MISSED, klass=Class.BEHIND, form=Form.FLOOR, done=None, elapsed=None, margin=None)
    text = explain_standing(replace(TARGET, form=Form.FLOOR), ENTRY, floor)
    assert "未达到要求（9,000亿元以上）。" in text


def test_a_mean_growth_is_compared() -> None:
    growth = replace(TARGET, form=Form.GROWTH, value=make_quantity("7", "%"))
    standing = replace(
        MISSED, klass=Class.ON_COURSE, form=Form.GROWTH, done=None, elapsed=None, compared=Decimal("7.254")
    )
    assert "计算为7.25，目标为7%。" in explain_standing(growth, ENTRY, standing)
    relative = replace(growth, value=Absence(AbsenceKind.NOT_STATED))
    assert "目标为" not in explain_standing(relative, ENTRY, standing)


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.NONE])
def test_every_reason_is_said(reason: Reason) -> None:
    standing = Standing("t", date(2026, 3, 1), Class.CANNOT_SAY, Form.LEVEL, reason=reason)
    assert len(explain_standing(TARGET, ENTRY, standing)) > 4
    assert reason not in explain_reason(standing)


def test_what_was_never_judged_says_so() -> None:
    assert explain_standing(TARGET, ENTRY, None) == "尚未判断。"


def test_the_method_gives_every_figure() -> None:
    rows = dict(list_method(TARGET, MISSED))
    assert rows["完成进度"] == "67.1%"
    assert rows["时间进度"] == "100.0%"
    assert rows["判断带"] == "±10个百分点"
    assert rows["基期版本"] == "规划印出的基期数"


def test_english_sentences_are_separated() -> None:
    with translation.override("en"):
        text = explain_standing(TARGET, ENTRY, MISSED)
    assert text == (
        "2025, preliminary: 7,851 (100 million yuan). 1,149 (100 million yuan) short of the target. "
        '67% of the way from base to target is covered, with 100% of the time gone at the data date. Hence "Missed" (preliminary).'
    )
