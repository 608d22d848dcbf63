"""Columns kept apart by blanks."""

from lantu.read.lines import split_lines
from lantu.read.table_aligned import read_aligned
from lantu.read.table_grid_nouns import text_of

TEXT = """\
      指   标             单位       数   量    比上年增长(%)
  货运总量                万吨         850.5            6.1
     其中:铁路            万吨         120.0           -2.4
           公路           万吨         730.5            7.7
  旅 客 周 转 量          亿人公里                      3.3

                        - 3 -
二、下一节
"""


def cells(text: str) -> list[list[str]]:
    grid = read_aligned(text, split_lines(text), 0)
    assert grid is not None
    return [[text_of(text, cell) for cell in row] for row in grid.rows]


def test_cells_stand_under_their_headings() -> None:
    rows = cells(TEXT)
    assert rows[0] == ["指   标", "单位", "数   量", "比上年增长(%)"]
    assert rows[2] == ["其中:铁路", "万吨", "120.0", "-2.4"]
    assert rows[4] == ["旅 客 周 转 量", "亿人公里", "", "3.3"]
    assert len(rows) == 5


def test_a_name_over_two_lines() -> None:
    text = (
        "序号   指标                   单位    2020年    2025年\n"
        "1      货运量                 万吨    10        20\n"
        "2      每千人口拥有的\n"
        "       医疗床位数             张      5.1       6.0\n"
        "3      客运量                 万人    30        40\n"
    )
    rows = cells(text)
    assert rows[2][0] == "2"
    assert rows[2][1] == "每千人口拥有的医疗床位数"
    assert rows[2][2:] == ["张", "5.1", "6.0"]
    assert len(rows) == 4


def test_words_in_front_of_a_name_belong_to_it() -> None:
    text = "指标              比上年增长(%)\n总计                   5.0\n在总计中:   轻工业     0.2\n         重工业      11.2\n"
    assert cells(text)[2] == ["在总计中:   轻工业", "0.2"]


def test_a_line_of_words_is_no_heading() -> None:
    text = "指标体系  已经  建立\n工作  全面  展开\n任务  如期  完成\n全部  落实  到位\n"
    assert read_aligned(text, split_lines(text), 0) is None


def test_a_page_break_with_the_heading_again() -> None:
    text = "指标        数量\n货运量      10\n客运量      20\n\n   - 4 -\n\n指标        数量\n吞吐量      30\n\n全年运输平稳。\n"
    assert cells(text) == [["指标", "数量"], ["货运量", "10"], ["客运量", "20"], ["吞吐量", "30"]]


def test_it_ends_where_figures_stay_away() -> None:
    text = "指标        数量\n" + "货运量      10\n" * 3 + "甲项        乙项\n" * 40
    assert len(cells(text)) < 20


def test_headings_on_two_lines() -> None:
    text = (
        "                                 2020年      2025年\n"
        "序号      指标          单位                             属性\n"
        "                                 实际值      目标值\n"
        "1         货运量        万吨     10          20          预期性\n"
        "2         客运量        万人     30          40          预期性\n"
    )
    grid = read_aligned(text, split_lines(text), 1)
    assert grid is not None
    assert grid.first == 0
    assert [text_of(text, cell) for cell in grid.rows[0]] == [
        "序号",
        "指标",
        "单位",
        "2020年实际值",
        "2025年目标值",
        "属性",
    ]
    assert [text_of(text, cell) for cell in grid.rows[2]] == ["2", "客运量", "万人", "30", "40", "预期性"]
