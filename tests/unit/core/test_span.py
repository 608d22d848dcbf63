"""Spans quote themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.span import CONTEXT, Span, span_of


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
