"""Cells that a line break parted."""

from lantu.read import build_context

HEAD = "一、目标\n\n表1 “十四五”主要指标\n\n"


def rows_of(body: str) -> list[tuple[str, str, str, list[str]]]:
    context, _ = build_context(HEAD + body + "\n注：[]内为累计数。\n", "plan.txt")
    (table,) = context.tables
    return [(row.name, row.unit, row.category, [cell.raw for cell in row.cells]) for row in table.rows]


def test_a_name_that_goes_on_below_its_figures() -> None:
    body = (
        "  序号    指标名称              单位    2020年    2025年\n"
        "  1       每千人口拥有的执业    人      2.6       3.2\n"
        "          （助理）医师数\n"
        "  2       货运量                万吨    10        20\n"
    )
    assert rows_of(body) == [
        ("每千人口拥有的执业（助理）医师数", "人", "", ["2.6", "3.2"]),
        ("货运量", "万吨", "", ["10", "20"]),
    ]


def test_words_below_a_cell_of_words_belong_to_it() -> None:
    body = (
        "  序号    指标名称    单位    2020年    2025年\n"
        "  1       居民收入    元      100       高于经济\n"
        "                                        增长速度\n"
        "  2       货运量      万吨    10        20\n"
    )
    context, _ = build_context(HEAD + body, "plan.txt")
    assert [row.cells[1].relative_to for row in context.tables[0].rows] == ["经济增长速度", ""]


def test_categories_beside_the_middle_of_their_rows() -> None:
    body = (
        "  类别      指标                        2020年    2025年\n"
        "            1.货运量（万吨）            1         2\n"
        "  经济\n"
        "            2.客运量（万人）            3         4\n"
        "  发展\n"
        "            3.港口吞吐量（万吨）        5         6\n"
        "  绿色      4.森林覆盖率（%）           60        61\n"
        "  生态      5.湿地保护率（%）           50        55\n"
    )
    assert [(name, category) for name, _, category, _ in rows_of(body)] == [
        ("货运量", "经济发展"),
        ("客运量", "经济发展"),
        ("港口吞吐量", "经济发展"),
        ("森林覆盖率", "绿色生态"),
        ("湿地保护率", "绿色生态"),
    ]


def test_a_category_on_the_first_of_its_rows() -> None:
    body = (
        "  类别        指标                    2020年    2025年\n"
        "  经济发展    货运量（万吨）          1         2\n"
        "              客运量（万人）          3         4\n"
        "  绿色生态    森林覆盖率（%）         60        61\n"
    )
    assert [category for _, _, category, _ in rows_of(body)] == ["经济发展", "经济发展", "绿色生态"]
