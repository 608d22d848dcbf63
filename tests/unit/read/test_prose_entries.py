"""Entries made from what a paragraph holds."""

from decimal import Decimal

from lantu.core.entry import DocumentFacts, Entry, EntryKind, YearSource
from lantu.read.context import Context
from lantu.read.indicators import Name
from lantu.read.prose_entries import Paragraph, add_base, add_stretch, make_figure, squeeze
from lantu.read.prose_frames import find_frames
from lantu.read.prose_scope import Scope
from lantu.read.prose_stream import make_stream, simplify_text

SCOPE = Scope(2025, YearSource.HORIZON, EntryKind.TARGET)


def read_entries(text: str, scope: Scope = SCOPE) -> list[Entry]:
    """An entry for every figure of a text."""
    context = Context(text, text, DocumentFacts("a.txt", "", 0, "", "outline"))
    paragraph = Paragraph(context, make_stream(simplify_text(text), [(0, len(text))]), ())
    frames = find_frames(paragraph.stream.text, ())
    return [make_figure(paragraph, frame, frame.name, scope) for frame in frames if frame.name is not None]


def test_names_and_spans_are_the_documents_own() -> None:
    (entry,) = read_entries("普惠性托位（公办）占\n比达到60％以上。")
    assert entry.indicator == "普惠性托位（公办）占比"
    assert entry.value_span is not None
    assert entry.value_span.quote == "60％"
    assert entry.span.quote.endswith("60％以上")
    assert (entry.value, entry.unit, entry.comparator) == (Decimal(60), "%", ">=")


def test_a_ratio_keeps_its_sign() -> None:
    (entry,) = read_entries("收入比缩小到1.7∶1。")
    assert (entry.value, entry.unit) == (Decimal("1.7"), "∶1")


def test_the_year_can_be_traced() -> None:
    text = "到2025年，绿地率达到40%。"
    (entry,) = read_entries(text, Scope(2025, YearSource.EXPLICIT, EntryKind.TARGET, None, (0, 6)))
    assert [span.quote for span in entry.derived_from] == ["到2025年"]


def test_a_further_goal_takes_the_unit_of_the_first() -> None:
    text = "产值超过900亿元、力争破千亿。"
    context = Context(text, text, DocumentFacts("a.txt", "", 0, "", "outline"))
    paragraph = Paragraph(context, make_stream(simplify_text(text), [(0, len(text))]), ())
    first, second = find_frames(paragraph.stream.text, ())
    assert first.name is not None
    (goal,) = add_stretch(make_figure(paragraph, first, first.name, SCOPE), paragraph, second).stretch
    assert (goal.value, goal.unit, goal.comparator) == (Decimal(1000), "亿元", ">")


def test_a_base_is_kept_with_its_year() -> None:
    first, second = read_entries("产值由300亿元增长到500亿元。")
    both = add_base(second, first)
    assert (both.base_value, both.base_year) == (Decimal(300), 2020)


def test_squeeze() -> None:
    assert squeeze(" 产\n值\u3000达到 ") == "产值达到"


def test_an_increment_keeps_its_word() -> None:
    text = "新增托位900个。"
    context = Context(text, text, DocumentFacts("a.txt", "", 0, "", "outline"))
    paragraph = Paragraph(context, make_stream(text, [(0, len(text))]), ())
    assert paragraph.words(Name(2, 4, "新增托位")) == "新增托位"
