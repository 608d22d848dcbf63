"""The same table reads the same in every layout."""

import random
import re
from decimal import Decimal

import pytest

from lantu.core.entry import CellForm, CellRole, Comparator, Table
from lantu.read import build_context
from tests.unit.read.layouts import CAPTION, HEADER, LAYOUTS, ROWS, print_plan

FORMS = {
    1: (CellForm.NUMBER, Decimal(1750), Comparator.EQUAL),
    2: (CellForm.AT_LEAST, Decimal("6.5"), Comparator.AT_LEAST),
    3: (CellForm.ABOUT, Decimal(65), Comparator.ABOUT),
    4: (CellForm.CUMULATIVE, Decimal("13.5"), Comparator.EQUAL),
    5: (CellForm.AT_MOST, Decimal(28), Comparator.AT_MOST),
    6: (CellForm.ASSIGNED, None, Comparator.EQUAL),
    7: (CellForm.RELATIVE, None, Comparator.ABOUT),
    8: (CellForm.NUMBER, Decimal("4.5"), Comparator.EQUAL),
}


def read_table(text: str) -> Table:
    context, _ = build_context(text, "plan.txt")
    assert len(context.tables) == 1
    return context.tables[0]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_rows(layout: str) -> None:
    table = read_table(print_plan(layout))
    assert table.caption == CAPTION
    assert [(row.no, row.name, row.unit, row.attribute) for row in table.rows] == [
        (int(row[1]), row[2], row[3], row[6]) for row in ROWS
    ]
    assert [row.category for row in table.rows] == ["经济发展"] * 3 + ["生态环境"] * 3 + ["民生福祉"] * 2
    assert [note.quote for note in table.notes] == ["注：[]内为五年累计数。"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_targets(layout: str) -> None:
    table = read_table(print_plan(layout))
    for row in table.rows:
        target = next(cell for cell in row.cells if cell.role is CellRole.TARGET)
        assert row.no is not None
        assert (target.form, target.value, target.comparator) == FORMS[row.no]
        assert target.year == 2025
        assert target.is_cumulative is (row.no == 4)
        assert target.raw == ROWS[row.no - 1][5]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_bases(layout: str) -> None:
    table = read_table(print_plan(layout))
    bases = {row.no: cell.value for row in table.rows for cell in row.cells if cell.role is CellRole.BASE}
    stated = {int(row[1]): Decimal(row[4]) for row in ROWS if row[4] != "-"}
    assert {no: value for no, value in bases.items() if value is not None} == stated


@pytest.mark.parametrize("layout", LAYOUTS)
def test_carriage_returns_change_nothing(layout: str) -> None:
    plain = read_table(print_plan(layout))
    text = print_plan(layout).replace("\n", "\r\n")
    table = read_table(text)
    assert [row.name for row in table.rows] == [row.name for row in plain.rows]
    assert all(text[c.span.start : c.span.end] == c.raw for row in table.rows for c in row.cells)


@pytest.mark.parametrize("layout", ["pipes", "tabs", "tab_cells", "columns"])
def test_what_stands_behind_the_table_is_not_in_it(layout: str) -> None:
    text = print_plan(layout)
    table = read_table(text)
    assert text[table.span.end :].lstrip().startswith("二、保障")
    assert table.span.quote.startswith(CAPTION)


def test_two_heading_rows_and_merged_groups() -> None:
    header = [
        ["指标", "2015年", "规划目标", "完成情况"],
        ["", "", "2020年", "年均增长（%）", "2020年", "年均增长（%）"],
    ]
    lines = ["\t".join(header[0]), "\t".join(header[1]), "财政收入（亿元）\t80\t120\t8\t110\t6.6"]
    text = "表2 云山市“十三五”主要指标完成情况\n" + "\n".join(lines) + "\n"
    (row,) = read_table(text).rows
    assert [(cell.role, cell.of, cell.year) for cell in row.cells] == [
        (CellRole.BASE, None, 2015),
        (CellRole.TARGET, None, 2020),
        (CellRole.GROWTH, CellRole.TARGET, 2020),
        (CellRole.ACTUAL, None, 2020),
        (CellRole.GROWTH, CellRole.ACTUAL, 2020),
    ]
    assert row.unit == "亿元"


def test_a_table_without_a_known_heading_is_reported_and_not_guessed() -> None:
    rows = "\n".join(f"\t甲{n}\t{n}\t{n * 2}\t{n * 3}" for n in range(1, 6))
    context, diagnostics = build_context(f"附注。\n\n{rows}\n", "plan.txt")
    assert context.tables == ()
    assert "R020" in [d.code for d in diagnostics]


def test_prose_with_a_tab_in_front_is_no_table() -> None:
    context, diagnostics = build_context("\t专栏1 示范工程\n\n\t1.建设一批便民设施，方便群众办事。\n", "plan.txt")
    assert context.tables == ()
    assert [d.code for d in diagnostics if d.code.startswith("R02")] == []


def test_a_name_over_two_lines_is_one_name() -> None:
    text = print_plan("tab_cells").replace("每千人口拥有3岁以下托位数", "每千人口拥有\n\n3岁以下托位数")
    assert read_table(text).rows[-1].name == "每千人口拥有3岁以下托位数"


def test_rows_keep_their_places_in_the_text() -> None:
    text = print_plan("columns")
    for row in read_table(text).rows:
        assert re.sub(r"\s", "", row.name_span.quote) == row.name


def test_a_lost_row_is_reported() -> None:
    rows = [row for row in ROWS if row[1] != "5"]
    _, diagnostics = build_context(print_plan("pipes", HEADER, rows), "plan.txt")
    (gap,) = [d for d in diagnostics if d.code == "R024"]
    assert "rows 5 are missing" in gap.message


def test_a_scrambled_table_is_reported_and_not_guessed() -> None:
    cells = [cell for row in ROWS for cell in row if cell not in ("", "-")]
    random.Random(5).shuffle(cells)
    text = f"{CAPTION}\n\n" + "\n\n".join((*HEADER, *cells)) + "\n"
    context, diagnostics = build_context(text, "plan.txt")
    assert context.tables == ()
    assert [d.message for d in diagnostics if d.code == "R020"] == ["a table was left unread: its cells make no rows"]
    assert [block.kind for block in context.blocks] == ["caption", "table"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_items_behind_tabs_are_no_table(gap: str) -> None:
    items = gap.join(f"\t{n}.到2025年，新建绿道{n}20公里。" for n in range(1, 9))
    context, diagnostics = build_context(f"一、目标\n\n{items}\n", "plan.txt")
    assert context.tables == ()
    assert "R020" not in [d.code for d in diagnostics]
    assert [block.kind for block in context.blocks] == ["heading", *["paragraph"] * 8]
