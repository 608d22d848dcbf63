"""The head of a line."""

import pytest

from lantu.read.headings import is_contents_line, plain_title, read_marker, read_number

MARKERS = [
    ("第三篇 建设现代产业体系", "part", 3, "建设现代产业体系"),
    ("第十二章 扩大有效投资", "chapter", 12, "扩大有效投资"),
    ("#### 第二节 激发民间投资活力", "clause", 2, "激发民间投资活力"),
    ("十一、规划实施", "han", 11, "规划实施"),
    ("(三)空间布局。", "hanp", 3, "空间布局"),
    ("## （四） 发展环境", "plain", 0, "（四） 发展环境"),
    ("4.深化国企改革", "num", 4, "深化国企改革"),
    ("(2)扩大就业", "nump", 2, "扩大就业"),
    ("③办好托育", "ring", 3, "办好托育"),
    ("一是稳增长。突出重点。", "first", 1, "稳增长"),
    ("——一核引领。以新城为核心。", "dash", 0, "一核引领"),
    ("**2024年工作回顾**", "plain", 0, "2024年工作回顾"),
    ("3.5%的增速", "plain", 0, "3.5%的增速"),
    ("2025年主要工作", "plain", 0, "2025年主要工作"),
]


@pytest.mark.parametrize(("line", "style", "value", "title"), MARKERS, ids=[m[0] for m in MARKERS])
def test_markers(line: str, style: str, value: int, title: str) -> None:
    marker = read_marker(line)
    assert (marker.style, marker.value, marker.title) == (style, value, title)
    assert line[marker.title_start : marker.title_end].strip("* ") == title


def test_text_behind_a_head() -> None:
    assert read_marker("生态更加秀美。水质持续向好。").has_more
    assert not read_marker("(三)空间布局。").has_more
    item = read_marker("2.滨湖绿道(一期):起自东港,止于南坝,全长12公里。")
    assert (item.title, item.has_more) == ("滨湖绿道(一期)", True)


@pytest.mark.parametrize(
    ("words", "number"), [("十", 10), ("二十三", 23), ("一百零五", 105), ("7", 7), ("①", 1), ("甲", 0)]
)
def test_numbers(words: str, number: int) -> None:
    assert read_number(words) == number


def test_contents_lines_and_titles() -> None:
    assert is_contents_line("一、发展环境…………………… 12")
    assert not is_contents_line("到2025年建成绿道120公里")
    assert plain_title("一核、引领 ……… 7") == plain_title("一核引领")
