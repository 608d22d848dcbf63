"""A few lines around each place, with the place marked and nothing lost of it."""

from lantu.check.excerpts import AROUND, CELL_MARK, cut_excerpts

PROSE = "一、发展基础\n\n" + "甲" * 100 + "目标为9%" + "乙" * 100 + "\n\n二、主要目标\n"


def marked(text: str, *places: tuple[int, int]) -> list[list[str]]:
    return [[part.text for part in excerpt.parts if part.is_marked] for excerpt in cut_excerpts(text, places)]


def test_the_line_is_cut_and_says_so() -> None:
    at = PROSE.index("9%")
    (excerpt,) = cut_excerpts(PROSE, [(at, at + 2)])
    assert [part.text for part in excerpt.parts if part.is_marked] == ["9%"]
    assert sum(len(part.text) for part in excerpt.parts) == 2 * AROUND + 2
    assert (excerpt.is_cut_before, excerpt.is_cut_after) == (True, True)
    (whole,) = cut_excerpts("到2025年，达到9%。\n", [(8, 10)])
    assert (whole.is_cut_before, whole.is_cut_after) == (False, False)


def test_places_close_together_share_lines_and_far_ones_do_not() -> None:
    text = "头" + "一" * 50 + "A" + "二" * 50 + "B" + "三" * 400 + "C"
    places = [(text.index(letter), text.index(letter) + 1) for letter in "CAB"]
    assert marked(text, *places) == [["A", "B"], ["C"]]


def test_places_that_overlap_are_marked_once() -> None:
    assert marked("到2025年达到9%", (0, 6), (4, 10)) == [["到2025年", "达到9%"]]


def test_cells_one_a_line_stand_beside_one_another() -> None:
    text = "7\n\n发明专利\n\n129\n\n270\n\n1.2个\n\n百分点\n\n完成\n"
    start = text.index("1.2")
    (excerpt,) = cut_excerpts(text, [(start, text.index("百分点") + 3)])
    words = "".join(part.text for part in excerpt.parts)
    assert words == CELL_MARK.join(("7", "发明专利", "129", "270", "1.2个百分点", "完成"))


def test_nothing_to_show_is_no_excerpt() -> None:
    assert cut_excerpts("甲", []) == []
