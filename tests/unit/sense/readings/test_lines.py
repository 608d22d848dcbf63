"""Lines become rows; an open quote costs one line."""

from lantu.sense.readings.lines import MOST_LINES, find_delimiter, split_lines


def test_rows_have_their_line_numbers_and_blank_lines_none() -> None:
    rows = list(split_lines(["a,b\n", "\n", "1,2\n"], ","))
    assert [(row.number, row.cells) for row in rows] == [(1, ("a", "b")), (3, ("1", "2"))]


def test_a_quoted_cell_may_run_over_lines() -> None:
    rows = list(split_lines(['1,"x\n', "\n", 'y",2\n', "3,4\n"], ","))
    assert [(row.number, row.cells[0], row.cells[-1]) for row in rows] == [(1, "1", "2"), (4, "3", "4")]
    assert rows[0].cells[1].split() == ["x", "y"]


def test_an_open_quote_does_not_swallow_the_rows_below() -> None:
    lines = ['1,"open\n', *[f"{n},2\n" for n in range(2, MOST_LINES + 10)]]
    rows = list(split_lines(lines, ","))
    assert rows[0].fault
    assert [row.number for row in rows[1:]] == list(range(2, MOST_LINES + 10))
    assert all(row.cells == (str(row.number), "2") for row in rows[1:])


def test_the_delimiter_is_the_most_frequent() -> None:
    assert find_delimiter("a;b;c") == ";"
    assert find_delimiter("a\tb") == "\t"
