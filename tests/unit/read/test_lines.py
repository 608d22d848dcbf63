"""Lines and their offsets."""

from hypothesis import given
from hypothesis import strategies as st

from lantu.read.lines import split_lines


def test_blanks_are_trimmed_and_gaps_counted() -> None:
    lines = split_lines("  甲 \r\n\r\n\t\n乙\n")
    assert [(line.text, line.start, line.end, line.gap) for line in lines] == [
        ("甲", 2, 3, 0),
        ("", 6, 6, 0),
        ("", 8, 8, 1),
        ("乙", 10, 11, 2),
        ("", 12, 12, 0),
    ]
    assert [line.is_blank for line in lines] == [False, True, True, False, True]


def test_a_page_break_ends_a_line() -> None:
    assert [line.text for line in split_lines("甲\f乙\u2028丙")] == ["甲", "乙", "丙"]


@given(st.text(alphabet="甲1 \t\r\n\f\u3000\u2028"))
def test_lines_say_where_their_text_stands(text: str) -> None:
    lines = split_lines(text)
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert all(line.left <= line.start <= line.end <= line.right for line in lines)
    assert sum(len(line.text) for line in lines) <= len(text)
    kept = "".join("".join(line.text.split()) for line in lines)
    assert kept == "".join(text.split())
