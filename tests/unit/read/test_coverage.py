"""Promises without a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.read.coverage import find_coverage


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("实现社区食堂镇街全覆盖。", "full_coverage", "社区食堂镇街"),
        ("所有行政村污水治理全面达标。", "full_coverage", "行政村污水治理"),
        ("确保零就业家庭动态清零。", "zero", "零就业家庭"),
        ("生活垃圾实现“零填埋”。", "zero", "生活垃圾"),
        ("独角兽企业实现零的突破。", "break_zero", "独角兽企业"),
        ("困难群众应保尽保。", "full_coverage", "困难群众"),
    ],
)
def test_forms(text: str, form: str, name: str) -> None:
    (coverage,) = find_coverage(text)
    assert coverage.form == form
    assert coverage.name is not None
    assert coverage.name.text.endswith(name)


@pytest.mark.parametrize(
    "text",
    ["健全覆盖全生命周期的服务", "开展清零行动", "建设“污水零直排区”", "印发《全覆盖方案》", "实施零增长以外的措施"],
)
def test_words_that_promise_nothing(text: str) -> None:
    assert find_coverage(text) == ()


def test_a_run_of_negations_is_one_promise() -> None:
    assert len(find_coverage("实现“水体无黑臭、河道无垃圾、岸线无违建、污水无直排”。")) == 1


@given(st.text(alphabet="全覆盖清零突破无应尽保达标、，。“”甲乙实现", max_size=40))
def test_places_lie_in_the_text(text: str) -> None:
    for coverage in find_coverage(text):
        assert 0 <= coverage.start <= coverage.word < coverage.end <= len(text)
