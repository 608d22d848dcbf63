"""A reading as people left it, also where the text has changed since."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lantu.core.entry import Comparator, Entry, EntryKind, Stretch
from lantu.core.span import span_of
from lantu.run.review_state import Review, ReviewItem, State, apply_decisions, find_section, move_entry
from lantu.store.keep.plans import build_entry_row
from lantu.store.keep.reviews import body_of
from lantu.store.models import EntryDecision, PlanSection

OLD = "一、目标\n到2025年，地区生产总值达到880亿元、力争900亿元。\n"
NEW = "序言。\n" + OLD


def read_entry(text: str, key: str = "e1") -> Entry:
    start = text.index("地区生产总值")
    words = text.index("。", start)
    value, stretch = text.index("880亿元"), text.index("900亿元")
    return Entry(
        key, EntryKind.TARGET, "prose", span_of(text, start, words, "doc"), "s", "地区生产总值",
        indicator_span=span_of(text, start, start + 6, "doc"), value=Decimal(880), unit="亿元",
        value_span=span_of(text, value, value + 5, "doc"), year=2025,
        stretch=(Stretch(Decimal(900), "亿元", Comparator.EQUAL, span_of(text, stretch, stretch + 5, "doc")),),
    )  # fmt: skip


def decide(verdict: str, key: str = "e1") -> EntryDecision:
    return EntryDecision(entry_id=key, verdict=verdict, actor="li")


def apply_one(text: str, entry: Entry | None, decision: EntryDecision, body: Entry | None = None) -> Review:
    found = [] if entry is None else [build_entry_row(None, entry, "gdp")]
    decision.body = None if body is None else body_of(body)
    return apply_decisions(text, "new", found, [], [decision])


def states(items: tuple[ReviewItem, ...]) -> list[State]:
    return [item.state for item in items]


@pytest.mark.parametrize(
    ("verdict", "state"),
    [("accepted", State.ACCEPTED), ("rejected", State.REJECTED), ("withdrawn", State.OPEN)],
)
def test_a_verdict_is_the_state(verdict: str, state: State) -> None:
    entry = read_entry(OLD)
    review = apply_one(OLD, entry, decide(verdict))
    assert states(review.items) == [state]
    assert review.items[0].entry == entry
    assert review.lost == ()


def test_a_correction_moves_with_its_words() -> None:
    body = replace(read_entry(OLD), value=Decimal(890))
    review = apply_one(NEW, read_entry(NEW), decide("corrected"), body)
    (item,) = review.items
    assert item.state is State.CORRECTED
    assert item.entry.value == Decimal(890)
    spans = (item.entry.span, item.entry.value_span, item.entry.indicator_span, item.entry.stretch[0].span)
    assert all(span is not None and NEW[span.start : span.end] == span.quote for span in spans)
    assert [span.quote for span in spans if span is not None][1:] == ["880亿元", "地区生产总值", "900亿元"]
    assert item.entry.value_span is not None
    assert item.entry.value_span.before == span_of(NEW, item.entry.value_span.start, item.entry.value_span.end).before


def test_a_correction_whose_words_are_gone_is_listed_and_the_reader_counts() -> None:
    body = replace(read_entry(OLD), value=Decimal(890))
    gone = NEW.replace("地区生产总值", "生产总值")
    entry = replace(read_entry(NEW), indicator="生产总值")
    review = apply_one(gone, entry, decide("corrected"), body)
    assert states(review.items) == [State.OPEN]
    assert [d.entry_id for d in review.lost] == ["e1"]


def test_a_decision_about_an_entry_no_longer_read_is_listed() -> None:
    review = apply_one(NEW, read_entry(NEW, "e2"), decide("accepted"))
    assert states(review.items) == [State.OPEN]
    assert [d.entry_id for d in review.lost] == ["e1"]
    assert apply_one(NEW, None, decide("withdrawn")).lost == ()


def test_an_added_entry_stands_where_its_words_are() -> None:
    body = read_entry(OLD, "a1")
    review = apply_one(NEW, None, decide("added", "a1"), body)
    assert states(review.items) == [State.ADDED]
    assert review.items[0].entry.span.start == body.span.start + 4


def test_an_added_entry_gives_way_when_the_reader_finds_it() -> None:
    review = apply_one(NEW, read_entry(NEW), decide("added", "a1"), read_entry(OLD, "a1"))
    assert states(review.items) == [State.OPEN]
    assert [d.entry_id for d in review.overtaken] == ["a1"]
    other = replace(read_entry(OLD, "a1"), value=Decimal(881))
    assert states(apply_one(NEW, read_entry(NEW), decide("added", "a1"), other).items) == [State.OPEN, State.ADDED]


def test_an_entry_in_its_own_text_stays_as_it_is() -> None:
    entry = read_entry(OLD)
    assert move_entry(entry, OLD, "doc") == entry


def test_the_innermost_section_is_found() -> None:
    sections = [
        PlanSection(section_id="a", start=0, body_end=100),
        PlanSection(section_id="b", start=10, body_end=50),
    ]
    assert [find_section(sections, at) for at in (5, 20, 60, 100)] == ["a", "b", "a", ""]
