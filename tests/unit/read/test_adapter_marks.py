"""Pages written into the spans of a reading."""

from lantu.core.entry import Reading
from lantu.core.mark import Mark
from lantu.read import read_text
from lantu.read.adapter_marks import place_reading

TEXT = "某市“十四五”规划纲要\n一、目标\n到2025年，全市地区生产总值达到9000亿元。\n"


def read(*marks: Mark) -> Reading:
    return place_reading(read_text(TEXT, "plan.pdf"), marks)


def test_spans_carry_pages() -> None:
    at = TEXT.index("到2025")
    reading = read(Mark(0, at - 1, 1, 1), Mark(at, len(TEXT) - 1, 2, 2))
    entry = reading.entries[0]
    assert entry.span.page == 2
    assert entry.value_span is not None
    assert entry.value_span.page == 2
    assert [section.span.page for section in reading.sections] == [1] * len(reading.sections)
    assert len(reading.marks) == 2


def test_without_pages_only_marks_are_kept() -> None:
    reading = read(Mark(0, 5, 0, 1))
    assert {entry.span.page for entry in reading.entries} == {0}
    assert len(reading.marks) == 1


def test_without_marks_nothing_changes() -> None:
    assert read() == read_text(TEXT, "plan.pdf")
