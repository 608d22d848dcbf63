"""Lines to paragraphs, running heads left out."""

from lantu.read.adapter_canvas import Canvas, Piece
from lantu.read.adapter_pdf_flow import Flow, join_pages, write_flow
from lantu.read.adapter_pdf_page import Item, Page, PageTable, TextLine

WIDE = 400.0


def line(
    text: str, top: float, page: int = 1, x0: float = 0, x1: float = WIDE, column: int = 0, size: float = 10
) -> TextLine:
    return TextLine(text, x0, x1, top, top + 10, size, page, column, 0, WIDE)


def write(*items: Item, most: int = 10**6) -> str:
    canvas = Canvas()
    write_flow(Flow(items, ()), canvas, most)
    return canvas.text


def test_full_lines_go_on_and_indented_ones_begin() -> None:
    text = write(
        line("第一段甲", 0, x0=20),
        line("第一段乙", 15),
        line("第一段丙。", 30, x1=90),
        line("第二段", 45, x0=20),
        line("完。", 60, x1=50),
    )
    assert text == "第一段甲第一段乙第一段丙。\n第二段完。\n"


def test_paragraph_goes_on_over_the_page() -> None:
    canvas = Canvas()
    write_flow(Flow((line("上页", 700, 1), line("下页。", 50, 2, x1=60)), ()), canvas, 999)
    assert canvas.text == "上页下页。\n"
    assert [(mark.page, mark.paragraph) for mark in canvas.marks] == [(1, 1), (2, 1)]


def test_space_parts_paragraphs() -> None:
    lines = [line(f"行{at}", 15.0 * at) for at in range(4)]
    assert write(*lines, line("新段", 85.0, x1=80)) == "行0行1行2行3\n\n新段\n"


def test_heading_begins_anew_behind_a_full_sentence() -> None:
    assert write(line("上一段满行。", 0), line("（一）目标", 15, x1=80)) == "上一段满行。\n（一）目标\n"


def test_title_of_two_lines_is_one() -> None:
    title = [line("某市国民经济和社会发展", 0, x0=80, x1=320, size=20), line("规划纲要", 25, x0=160, x1=240, size=20)]
    body = [line("正文" * 30, 80 + 15.0 * at) for at in range(5)]
    assert write(*title, *body).startswith("某市国民经济和社会发展规划纲要\n")


def test_box_ends_with_two_blank_lines() -> None:
    assert write(line("专栏1", 0, column=10, x1=60), line("正文", 40, x1=60)) == "专栏1\n\n\n正文\n"


def test_box_goes_on_over_the_page() -> None:
    assert write(line("框一", 700, 1, column=11), line("框二。", 50, 2, column=10, x1=60)) == "框一框二。\n"


def make_table(page: int, *rows: tuple[str, ...]) -> PageTable:
    return PageTable((0, 0, 100, 50), (0, 50), tuple(tuple(Piece(text, page) for text in row) for row in rows), page)


def test_table_with_a_line_that_says_it_goes_on() -> None:
    text = write(
        make_table(1, ("指标", "值"), ("甲", "1")),
        line("续表2", 10, 2, x1=60),
        make_table(2, ("指标", "值"), ("乙", "2")),
    )
    assert text == "| 指标 | 值 |\n| 甲 | 1 |\n| 乙 | 2 |\n\n"


def test_two_tables_of_one_page_stay_two() -> None:
    assert write(make_table(1, ("a", "b")), make_table(1, ("c", "d"))) == "| a | b |\n\n\n| c | d |\n\n"


def test_text_is_cut_at_the_limit() -> None:
    canvas = Canvas()
    lines = tuple(line("甲" * 20, 30.0 * at, x1=100) for at in range(20))
    assert not write_flow(Flow(lines, ()), canvas, 100)
    assert len(canvas.text) < 200


def make_page(number: int, *items: Item) -> Page:
    return Page(number, 500, 800, items)


def test_running_heads_and_page_numbers_go() -> None:
    pages = [
        make_page(n, line("某市人民政府公报 2021年第5期", 30, n), line(f"正文{n}", 300, n), line(f"— {n} —", 770, n))
        for n in range(1, 6)
    ]
    flow = join_pages(pages)
    assert [item.text for item in flow.items if isinstance(item, TextLine)] == [f"正文{n}" for n in range(1, 6)]
    assert "—#—" in flow.dropped


def test_a_line_that_comes_once_stays() -> None:
    flow = join_pages(
        [make_page(1, line("规划标题", 30)), make_page(2, line("正文", 30, 2)), make_page(3, line("2025年目标", 30, 3))]
    )
    assert len(flow.items) == 3


def test_nothing_gives_nothing() -> None:
    assert join_pages([]).items == ()
    assert write() == ""
