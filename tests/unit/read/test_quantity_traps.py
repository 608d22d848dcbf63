"""Numerals that are not figures, and figures that look like them."""

import pytest

from lantu.read.prose_stream import simplify_text
from lantu.read.quantity_grammar import find_quantities
from lantu.read.quantity_traps import TRAPS, find_trap


def find_reasons(text: str) -> list[str]:
    """Why each numeral of a text is a trap, "" where it is none."""
    plain = simplify_text(text)
    found = find_quantities(plain)
    return [find_trap(plain, q, 0, len(plain), any(later.start > q.start for later in found)) for q in found]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("到2025年全面建成", "year"),
        ("实施为期3年的改造", "year"),
        ("推进5G应用", "name"),
        ("沿G60走廊布局", "name"),
        ("开通1号线", "name"),
        ("提升500千伏电网", "name"),
        ("推动3A级景区创建", "name"),
        ("进入全国前30位", "ordinal"),
        ("每10万人拥有床位", "ordinal"),
        ("65岁以上老人免费乘车", "date"),
        ("最多跑1次", "date"),
        ("实施“5个100”行动", "quoted"),
        ("落实《支持企业30条》", "quoted"),
        ("拨打12345", "bare"),
        ("发动上千名志愿者", "round"),
        ("千亿斤粮食产能提升行动", "round"),
        ("实施增加值倍增计划", "word"),
        ("出台惠企政策30条", "policy"),
        ("聚焦8个领域", "policy"),
        ("在261个城市中居前", "peers"),
        ("打造15分钟生活圈", "duration"),
        ("以亩均税收3万元为标准", "norm"),
        ("在减税20亿元的基础上再加力", "norm"),
        ("给予最高500万元奖励", "subsidy"),
    ],
)
def test_traps(text: str, reason: str) -> None:
    assert reason in find_reasons(text)


def test_a_threshold_is_not_the_count() -> None:
    assert find_reasons("引进总投资2亿元以上的项目50个") == ["threshold", ""]


@pytest.mark.parametrize(
    "text",
    [
        "人均预期寿命达到82.5岁",
        "平均受教育年限达到11.5年",
        "优良天数达到310天",
        "审批时限压缩至5个工作日",
        "恩格尔系数降至0.27",
        "设立规模50亿元的产业引导基金",
        "人均GDP15万元",
        "财政收入100亿元增加到150亿元",
    ],
)
def test_figures_that_only_look_like_traps(text: str) -> None:
    assert set(find_reasons(text)) == {""}


def test_reasons_are_named_once() -> None:
    reasons = [reason for reason, _ in TRAPS]
    assert len(reasons) == len(set(reasons))
