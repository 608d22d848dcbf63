"""One invented indicator table printed in every layout the reader knows.

In: rows of cells. Out: plan texts that say the same in pipes, tabs, one cell a
line, and columns kept apart by blanks.
Left out on purpose: real documents; they stay in the shared folder.
"""

import unicodedata
from collections.abc import Callable, Sequence

TITLE = "云山市国民经济和社会发展第十四个五年规划纲要"
CAPTION = "表1 云山市“十四五”时期主要指标"
OPENING = f"{TITLE}\n\n一、主要目标\n\n到二〇二五年，云山要办成一批实事，产业、生态和民生同步向前，下面的指标按年监测、按期评估。\n\n"
HEADER = ("类别", "序号", "指标", "单位", "2020年", "2025年", "属性")
ROWS: tuple[tuple[str, ...], ...] = (
    ("经济发展", "1", "地区生产总值", "亿元", "1203.5", "1750", "预期性"),
    ("", "2", "全员劳动生产率年均增长", "%", "-", "6.5以上", "预期性"),
    ("", "3", "常住人口城镇化率", "%", "60.1", "65左右", "预期性"),
    ("生态环境", "4", "单位地区生产总值能耗降低", "%", "-", "[13.5]", "约束性"),
    ("", "5", "细颗粒物（PM2.5）浓度", "微克/立方米", "32", "28以下", "约束性"),
    ("", "6", "化学需氧量排放总量减少", "%", "-", "完成省下达任务", "约束性"),
    ("民生福祉", "7", "居民人均可支配收入增速", "%", "5.2", "与经济增长基本同步", "预期性"),
    ("", "8", "每千人口拥有3岁以下托位数", "个", "1.8", "4.5", "预期性"),
)
NOTE = "注：[]内为五年累计数。"

Rows = Sequence[Sequence[str]]


def print_pipes(rows: Rows) -> str:
    """A markdown table."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def print_tabs(rows: Rows) -> str:
    """A row a line, cells parted by tabs."""
    return "\n".join("\t".join(row) for row in rows)


def print_tab_cells(rows: Rows) -> str:
    """A cell a line behind a tab, rows parted by a blank line."""
    return "\n\n".join("\n".join("\t" + cell for cell in row) for row in rows)


def print_cells(rows: Rows) -> str:
    """A cell a line; cells that are empty or a dash are gone."""
    return "\n\n".join(cell for row in rows for cell in row if cell not in ("", "-"))


def print_columns(rows: Rows) -> str:
    """Columns kept apart by blanks, as PDF text has them."""
    widths = [max(_width(row[at]) for row in rows) + 3 for at in range(len(rows[0]))]
    lines = [
        "".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)) for row in rows
    ]
    return "\n".join("  " + line.rstrip() for line in lines)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


LAYOUTS: dict[str, Callable[[Rows], str]] = {
    "pipes": print_pipes,
    "tabs": print_tabs,
    "tab_cells": print_tab_cells,
    "cells": print_cells,
    "columns": print_columns,
}


def print_plan(
    layout: str, header: Sequence[str] = HEADER, rows: Rows = ROWS, caption: str = CAPTION, note: str = NOTE
) -> str:
    """A whole plan with the table in one layout."""
    body = LAYOUTS[layout]([header, *rows])
    return f"{OPENING}{caption}\n\n{body}\n\n{note}\n\n二、保障\n\n各部门按职责抓好落实，年度情况向社会公布，接受人大监督和群众监督。\n"
