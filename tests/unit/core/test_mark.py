"""From an offset back to the place in the original."""

from hypothesis import given
from hypothesis import strategies as st

from lantu.core.mark import Mark, mark_at

MARKS = (Mark(0, 5, paragraph=1), Mark(5, 9, paragraph=2), Mark(12, 20, page=2, table=1, row=3, column=2))


def test_the_mark_that_holds_an_offset() -> None:
    assert mark_at(MARKS, 0) == MARKS[0]
    assert mark_at(MARKS, 4) == MARKS[0]
    assert mark_at(MARKS, 5) == MARKS[1]
    assert mark_at(MARKS, 19) == MARKS[2]


def test_between_and_beyond_there_is_none() -> None:
    assert mark_at(MARKS, 9) is None
    assert mark_at(MARKS, 20) is None
    assert mark_at((), 0) is None


@given(st.lists(st.integers(0, 60), unique=True, max_size=12), st.integers(0, 60))
def test_as_if_each_were_looked_at(ends: list[int], offset: int) -> None:
    edges = sorted(ends)
    marks = [Mark(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    assert mark_at(marks, offset) == next((m for m in marks if m.start <= offset < m.end), None)
