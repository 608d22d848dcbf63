"""Sections with ids, parents and ends."""

from lantu.read import build_context

LONG = "围绕这项工作，各部门分工负责、按季推进，年底前向社会公布进展，接受群众监督和评议，确保件件有着落。"
TEXT = f"一、回顾\n\n(一)成绩\n\n{LONG}\n\n(二)不足\n\n{LONG}\n\n二、任务\n\n(一)产业\n\n{LONG}\n"


def test_bodies_end_where_the_next_of_the_level_begins() -> None:
    context, _ = build_context(TEXT, "plan.txt")
    ends = {s.title: TEXT[s.body_end : s.body_end + 5] for s in context.sections}
    assert ends == {"回顾": "二、任务\n", "成绩": "(二)不足", "不足": "二、任务\n", "任务": "", "产业": ""}


def test_parents() -> None:
    context, _ = build_context(TEXT, "plan.txt")
    titles = {s.id: s.title for s in context.sections}
    assert [(s.title, titles.get(s.parent, "")) for s in context.sections] == [
        ("回顾", ""), ("成绩", "回顾"), ("不足", "回顾"), ("任务", ""), ("产业", "任务"),
    ]  # fmt: skip


def test_blocks_know_their_section() -> None:
    context, _ = build_context(TEXT, "plan.txt")
    titles = {s.id: s.title for s in context.sections}
    paragraphs = [titles[b.section] for b in context.blocks if b.kind == "paragraph"]
    assert paragraphs == ["成绩", "不足", "产业"]


def test_ids_outlive_a_change_elsewhere() -> None:
    before, _ = build_context(TEXT, "plan.txt")
    after, _ = build_context(TEXT.replace("(一)成绩", f"{LONG}\n\n(一)成绩"), "plan.txt")
    assert [s.id for s in before.sections] == [s.id for s in after.sections]
    assert len({s.id for s in before.sections}) == len(before.sections)


def test_the_same_heading_twice_has_two_ids() -> None:
    context, _ = build_context(f"一、任务\n\n{LONG}\n\n一、任务\n\n{LONG}\n", "plan.txt")
    first, second = context.sections
    assert second.id == f"{first.id}-2"


def test_a_number_left_out_is_said() -> None:
    _, diagnostics = build_context(TEXT.replace("(二)不足", "(四)不足"), "plan.txt")
    (found,) = [d for d in diagnostics if d.code == "R012"]
    assert found.span is not None
    assert found.span.quote == "(四)不足"
    assert "R012" not in [d.code for d in build_context(TEXT, "plan.txt")[1]]
