"""Where boxes end."""

from lantu.core.entry import Section
from lantu.read import build_context

LONG = "围绕这项工作，各部门分工负责、按季推进，年底前向社会公布进展，接受群众监督和评议。"


def box_text(body: str) -> str:
    text = f"一、任务\n\n(一)产业\n\n夯实基础。{LONG}\n\n专栏1 重点行动\n\n{body}"
    context, _ = build_context(text, "plan.txt")
    box: Section = next(s for s in context.sections if s.kind == "box")
    return text[box.span.start : box.body_end]


def test_it_ends_at_a_chapter() -> None:
    assert box_text(f"{LONG}\n\n二、保障\n\n{LONG}\n").endswith(LONG)


def test_it_ends_where_the_outer_numbers_go_on() -> None:
    assert "民生" not in box_text(f"1.招引行动。{LONG}\n\n(二)民生\n\n{LONG}\n")


def test_numbers_of_its_own_stay_inside() -> None:
    inside = box_text(f"(一)目标\n\n{LONG}\n\n(二)布局\n\n{LONG}\n\n\n(二)民生\n\n{LONG}\n")
    assert "布局" in inside
    assert "民生" not in inside


def test_it_ends_at_a_wider_gap() -> None:
    assert "外面" not in box_text(f"{LONG}\n\n{LONG}\n\n\n外面的话。{LONG}\n")


def test_plain_paragraphs_under_a_short_head_stay_inside() -> None:
    inside = box_text(f"共建共享外部枢纽\n\n市内三处。{LONG}\n\n二、保障\n\n{LONG}\n")
    assert "市内三处" in inside


def test_a_box_around_a_table_ends_with_its_notes() -> None:
    table = "| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 货运量（万吨） | 1 | 2 |\n| 客运量（万人） | 3 | 4 |\n\n注：现价。"
    assert box_text(f"{table}\n\n{LONG}\n").endswith("注：现价。")
