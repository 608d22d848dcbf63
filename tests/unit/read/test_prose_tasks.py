"""Tasks under heads of their own, and who is to do them."""

import pytest

from lantu.core.entry import Entry, EntryKind
from lantu.read import read_text
from lantu.read.prose_tasks import find_bodies

PLAN = """云山市“十四五”数字经济发展规划

一、发展基础

（一）推进工作取得进展

建成平台5个，为后续发展打下了良好的基础。

二、主要任务

（一）加快建设数字基础设施

新建5G基站3000个，实现重点区域全覆盖，带动上下游企业发展。（责任单位：市经信局、市通信办，各县区人民政府）

（二）发展目标

到2025年，数字经济增加值占比达到50%，数字化水平走在前列。

（三）培育数字产业

做强软件产业，支持企业上云，形成一批有影响力的龙头企业。（市商务局牵头，市财政局、市税务局配合）
"""


def read_tasks(text: str) -> list[Entry]:
    """The tasks of a plan."""
    return [entry for entry in read_text(text, "plan.txt").entries if entry.kind is EntryKind.TASK]


def test_heads_of_what_is_to_be_done() -> None:
    tasks = read_tasks(PLAN)
    assert [(task.indicator, task.year) for task in tasks] == [("加快建设数字基础设施", 2025), ("培育数字产业", 2025)]
    assert all(PLAN[task.span.start : task.span.end] == task.span.quote for task in tasks)


def test_responsible_bodies() -> None:
    first, second = read_tasks(PLAN)
    assert first.bodies == ("市经信局", "市通信办", "各县区人民政府")
    assert second.bodies == ("市商务局", "市财政局", "市税务局")


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("(牵头单位:市发改委;责任单位:市财政局、市审计局)", ("市发改委", "市财政局", "市审计局")),
        ("(由市教育局负责)", ("市教育局",)),
        ("没有写明", ()),
    ],
)
def test_how_bodies_are_named(text: str, bodies: tuple[str, ...]) -> None:
    assert find_bodies(text) == bodies
