"""Marks found by offset."""

from lantu.core.mark import Mark, mark_at

MARKS = (Mark(0, 4, 1, 1), Mark(5, 9, 1, 2), Mark(12, 14, 2, 0, 1, 2, 3))


def test_mark_holds_its_offsets() -> None:
    assert mark_at(MARKS, 0) == MARKS[0]
    assert mark_at(MARKS, 8) == MARKS[1]
    assert mark_at(MARKS, 13) == MARKS[2]


def test_between_marks_is_none() -> None:
    assert mark_at(MARKS, 4) is None
    assert mark_at(MARKS, 14) is None
    assert mark_at((), 3) is None


def test_a_mark_says_where_it_is() -> None:
    assert Mark(0, 5, page=14, paragraph=3).words == "p. 14 ¶3"
    assert Mark(0, 5, page=14, table=2, row=3, column=4).words == "p. 14 table 2 row 3"
    assert Mark(0, 5, paragraph=3).words == "¶3"
    assert Mark(0, 5).words == ""
