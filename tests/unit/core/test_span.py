"""Spans quote themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.span import CONTEXT, Span, find_again, span_of


@st.composite
def texts_with_ranges(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(st.text(min_size=1, max_size=120))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(texts_with_ranges())
def test_a_span_is_the_text_at_its_place(case: tuple[str, int, int]) -> None:
    text, start, end = case
    span = span_of(text, start, end, "digest")
    assert span.quote == text[start:end]
    assert text.startswith(span.before + span.quote + span.after, start - len(span.before))
    assert len(span.before) == min(CONTEXT, start)
    assert len(span.after) == min(CONTEXT, len(text) - end)
    assert span.contains(span)
    assert span.overlaps(span)


@given(texts_with_ranges(), st.integers(0, 119), st.integers(1, 20))
def test_overlap_is_a_shared_character(case: tuple[str, int, int], start: int, length: int) -> None:
    _, a, b = case
    one, other = Span(a, b, "x" * (b - a)), Span(start, start + length, "x" * length)
    shared = set(range(a, b)) & set(range(start, start + length))
    assert one.overlaps(other) is other.overlaps(one) is bool(shared)
    assert one.contains(other) is (set(range(start, start + length)) <= set(range(a, b)))


@pytest.mark.parametrize(("start", "end", "quote"), [(3, 3, ""), (-1, 1, "ab"), (5, 4, ""), (0, 3, "ab")])
def test_what_is_no_span(start: int, end: int, quote: str) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end, quote)


def test_a_span_is_found_where_it_was() -> None:
    text = "森林覆盖率20%，城镇化率20%。"
    span = span_of(text, 13, 16)
    assert find_again(text, span) == span


def test_a_span_is_found_again_by_its_neighbours() -> None:
    text = "森林覆盖率20%，城镇化率20%。"
    span = span_of(text, 5, 8)
    moved = find_again("新增一句。" + text, span)
    assert moved is not None
    assert (moved.start, moved.quote, moved.before) == (10, "20%", "新增一句。森林覆盖率")


def test_words_at_two_places_are_not_found() -> None:
    span = span_of("占比20%。", 2, 5)
    assert find_again("甲率20%，乙率20%。", span) is None
    assert find_again("甲率30%。", span) is None
    found = find_again("甲率20%。", span)
    assert found is not None
    assert found.start == 2
