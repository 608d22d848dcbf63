"""Characters to lines, lines to columns."""

import pytest

from lantu.read.adapter_pdf_page import (
    Glyph,
    Item,
    PageTable,
    TextLine,
    cut_lines,
    cut_segments,
    find_gutter,
    holds,
    order_items,
    spell_glyphs,
)


def spell(text: str, x: float = 0, y: float = 0, width: float = 10) -> list[Glyph]:
    return [Glyph(c, x + width * at, x + width * (at + 1), y, y + 10, 10) for at, c in enumerate(text)]


def line(text: str, x0: float, top: float, x1: float = 0) -> TextLine:
    return TextLine(text, x0, x1 or x0 + 10 * len(text), top, top + 10, 10)


def texts(items: list[Item]) -> list[str]:
    return [item.text if isinstance(item, TextLine) else "table" for item in items]


def test_lines_from_top_to_bottom() -> None:
    found = cut_lines([*spell("下", y=20), *spell("上行", y=0), *spell("右", x=50, y=2)])
    assert ["".join(g.text for g in row) for row in found] == ["上行右", "下"]


def test_bold_by_double_print_is_read_once() -> None:
    [row] = cut_lines([*spell("规划", x=0), *spell("规划", x=0.5)])
    assert "".join(g.text for g in row) == "规划"


def test_digits_side_by_side_stay() -> None:
    [row] = cut_lines(spell("2000", width=5))
    assert "".join(g.text for g in row) == "2000"


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        (spell("到 2025 年"), "到2025年"),
        ([*spell("GDP", width=6), *spell("per", x=22, width=6)], "GDP per"),
        ([*spell("增长"), *spell("5", x=24)], "增长5"),
    ],
    ids=["setting", "words", "gap"],
)
def test_blanks_only_between_latin_words(glyphs: list[Glyph], text: str) -> None:
    assert spell_glyphs(glyphs) == text


def test_wide_blanks_part_segments() -> None:
    assert [s.text for s in cut_segments([*spell("左栏"), *spell("右栏", x=40)])] == ["左栏", "右栏"]


def make_columns(rows: int) -> list[TextLine]:
    left = [line(f"左{at}", 0, 20.0 * at, 190) for at in range(rows)]
    return left + [line(f"右{at}", 210, 20.0 * at, 400) for at in range(rows)]


def test_two_columns_are_read_one_after_the_other() -> None:
    segments = [line("横贯两栏的标题", 50, -30, 350), *make_columns(8)]
    gutter = find_gutter(segments, None)
    assert gutter == 210
    ordered = texts(order_items(segments, [], [], gutter))
    assert ordered[0] == "横贯两栏的标题"
    assert ordered[1:9] == [f"左{at}" for at in range(8)]
    assert ordered[9:] == [f"右{at}" for at in range(8)]


def test_short_cells_are_no_columns() -> None:
    segments = [line("名", 0, 20.0 * at, 60) for at in range(9)] + [line("1", 210, 20.0 * at, 230) for at in range(9)]
    assert find_gutter(segments, None) is None
    assert texts(order_items(segments, [], [], None))[0] == "名   1"


def test_few_lines_take_the_gutter_of_the_page_before() -> None:
    assert find_gutter([line("末行", 0, 0, 150)], 210) == 210
    assert find_gutter([line("满行", 0, 0, 400)], 210) is None


def test_tables_and_frames_keep_their_places() -> None:
    table = PageTable((0, 15, 100, 35), (0, 50), (), 1)
    items = order_items([line("前", 0, 0), line("框内", 10, 45), line("后", 0, 80)], [table], [(0, 40, 100, 60)], None)
    assert texts(items) == ["前", "table", "框内", "后"]
    assert [item.column for item in items if isinstance(item, TextLine)] == [0, 10, 0]


def test_box_holds_by_the_middle() -> None:
    assert holds((0, 0, 100, 20), line("内", 10, 5))
    assert not holds((0, 0, 100, 20), line("外", 10, 25))
