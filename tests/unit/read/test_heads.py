"""Run-in heads told from statements."""

import pytest

from lantu.read.blocks import cut_pieces
from lantu.read.heads import is_run_in, is_run_in_title
from lantu.read.lines import split_lines


@pytest.mark.parametrize("title", ["夯实产业基础", "立足国内市场,畅通循环", "推进“一号工程”2.0"])
def test_heads(title: str) -> None:
    assert is_run_in_title(title)


@pytest.mark.parametrize(
    "title",
    ["年末人口达到50万人", "责任单位:市发改委", "一句说了很多很多话而且迟迟没有停下来的意思也没有一个逗号的长句子"],
)
def test_statements(title: str) -> None:
    assert not is_run_in_title(title)


def test_a_head_needs_text_behind_it() -> None:
    pieces = cut_pieces(
        split_lines("夯实产业基础。企业梯队更加完整。\n夯实产业基础。\n(一)夯实产业基础。企业梯队更加完整。"), []
    )
    assert [is_run_in(piece) for piece in pieces] == [True, False, False]
