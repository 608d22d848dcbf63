"""Figures of a sentence with the names they belong to."""

import pytest

from lantu.read.prose_frames import Frame, closes_pair, find_frames, split_sentences
from lantu.read.years import Clock, find_years

CLOCK = Clock(2021, 2020, (2021, 2025))


def read_frames(text: str) -> tuple[Frame, ...]:
    """The frames of a stream."""
    return find_frames(text, find_years(text, CLOCK))


def list_names(text: str) -> list[tuple[str, str]]:
    """Figure and name of each frame."""
    frames = read_frames(text)
    return [(text[f.quantity.start : f.quantity.end], f.name.text if f.name else "") for f in frames]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("森林覆盖率达到62%,湿地保护率55%。", [("62%", "森林覆盖率"), ("55%", "湿地保护率")]),
        ("建设口袋公园40个、绿道120公里。", [("40个", "口袋公园"), ("120公里", "绿道")]),
        ("培育80个康养基地。", [("80个", "康养基地")]),
        ("90%以上的村建成礼堂。", [("90%", "村建成礼堂")]),
        ("生产总值4800亿元、增长6%。", [("4800亿元", "生产总值"), ("6%", "生产总值")]),
        ("森林覆盖率2023年达到60%,2025年达到62%。", [("60%", "森林覆盖率"), ("62%", "森林覆盖率")]),
        ("到2025年规上企业达到900家。", [("900家", "规上企业")]),
        ("产值在2020年基础上翻一番。", [("翻一番", "产值")]),
        ("新增总投资5亿元以上的项目30个。", [("30个", "新增总投资5亿元以上的项目")]),
        ("研发投入强度稳步提高,达到3.2%。", [("3.2%", "研发投入强度")]),
    ],
)
def test_names(text: str, pairs: list[tuple[str, str]]) -> None:
    assert list_names(text) == pairs


def test_a_further_goal_hangs_on_the_one_before() -> None:
    first, second = read_frames("产值达到900亿元以上、力争1000亿元。")
    assert not first.is_stretch
    assert second.is_stretch


def test_another_unit_is_no_further_goal() -> None:
    assert not any(frame.is_stretch for frame in read_frames("产值达到900亿元,力争企业突破80家。"))


def test_two_dated_figures() -> None:
    first, second = read_frames("人均收入由2015年的3万元增长至2020年的5万元。")
    assert first.is_first_of_pair
    assert second.is_second_of_pair
    assert first.name == second.name


def test_a_figure_without_a_name() -> None:
    (frame,) = read_frames("达到30%。")
    assert frame.name is None


def test_sentences_cover_the_text() -> None:
    text = "第一句。第二句;第三句"
    assert "".join(text[a:b] for a, b in split_sentences(text)) == text


def test_words_between_two_figures() -> None:
    assert closes_pair("提高到")
    assert closes_pair("增长至2020年的")
    assert not closes_pair("、")
