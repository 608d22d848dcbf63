"""Lines of a file find the lines of the report they were."""

from lantu.core.report import list_lines
from lantu.show.reports.homes import Anchor, Line, find_homes
from tests.unit.show.reports.small import REPORT

LINES = list(list_lines(REPORT))
SENTENCE = next(n for n, line in enumerate(LINES) if line.text.startswith("地区生产总值：2024年"))
ROW = next(n for n, line in enumerate(LINES) if line.cell == (0, 1, 1))


def home_of(text: str, *anchors: str) -> tuple[int, ...]:
    line = Line(text, tuple(Anchor(name, 0, 1) for name in anchors), "paragraph 1")
    return find_homes([line], LINES)[0]


def test_bookmarks_tell_whatever_the_words_are() -> None:
    assert home_of("全不一样的话", "lantu_2") == (SENTENCE,)


def test_without_bookmarks_the_words_tell() -> None:
    text = LINES[SENTENCE].text
    assert home_of(text) == (SENTENCE,)
    assert home_of(text.replace("7,569.5", "9,999.9")) == (SENTENCE,)
    assert home_of(text[: len(text) // 2]) == (SENTENCE,)
    assert home_of(text.replace("路已走完", "路已经走完了")) == (SENTENCE,)


def test_what_people_add_has_no_home() -> None:
    assert home_of("另新增投资12.8亿元，用于老旧小区改造。") == ()
    assert home_of("12.8") == ()


def test_a_cell_that_lost_its_bookmark_is_found_by_its_row() -> None:
    name = Line("地区生产总值", (), "table 1 row 2 column 1", (3, 1, 0))
    figure = Line("9,000以上", (Anchor("lantu_5", 0, 5),), "table 1 row 2 column 3", (3, 1, 2))
    unit = Line("万元", (), "table 1 row 2 column 2", (3, 1, 1))
    assert find_homes([name, unit, figure], LINES)[1] == (ROW,)
