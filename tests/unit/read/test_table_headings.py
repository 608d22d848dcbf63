"""Where headings stand."""

import pytest

from lantu.core.entry import CellRole
from lantu.read import build_context
from tests.unit.read.layouts import LAYOUTS, print_plan


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_figure_knows_its_heading(layout: str) -> None:
    context, _ = build_context(print_plan(layout), "plan.txt")
    for row in context.tables[0].rows:
        quotes = {cell.role: cell.heading_span.quote for cell in row.cells if cell.heading_span}
        assert quotes.get(CellRole.TARGET) == "2025年"
        assert quotes.get(CellRole.BASE, "2020年") == "2020年"
        assert row.unit_span is not None
        assert row.unit_span.quote == row.unit


def test_headings_said_twice_stand_in_two_places() -> None:
    header = [["指标", "规划目标", "", "完成情况", ""], ["", "2020年", "年均增长", "2020年", "年均增长"]]
    lines = ["\t".join(row) for row in (*header, ["货运量", "1", "2", "3", "4"], ["客运量", "5", "6", "7", "8"])]
    context, _ = build_context("表1 “十三五”指标\n" + "\n".join(lines), "plan.txt")
    starts = [cell.heading_span.start for cell in context.tables[0].rows[0].cells if cell.heading_span]
    assert starts == sorted(set(starts))
    assert len(starts) == 4


def test_a_heading_over_two_lines() -> None:
    cells = [
        "序号",
        "指标",
        "2020年",
        "2025年",
        "目标",
        "指标",
        "属性",
        "1",
        "货运量(万吨)",
        "2",
        "3",
        "预期性",
        "2",
        "客运量(万人)",
        "4",
        "5",
        "预期性",
    ]
    context, _ = build_context("表1 主要指标\n\n" + "\n\n".join(cells), "plan.txt")
    span = context.tables[0].rows[0].cells[1].heading_span
    assert span is not None
    assert span.quote == "2025年\n\n目标"
