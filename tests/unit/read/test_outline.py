"""What heads something."""

from lantu.core.entry import Section
from lantu.read import build_context
from tests.unit.read.layouts import TITLE

LONG = "围绕这项工作，各部门分工负责、按季推进，年底前向社会公布进展，接受群众监督和评议，确保件件有着落。"


def sections_of(text: str) -> list[Section]:
    context, _ = build_context(text, "plan.txt")
    return list(context.sections)


def heads(text: str, *kinds: str) -> list[tuple[str, int, str, str]]:
    return [(s.kind, s.level, s.number, s.title) for s in sections_of(text) if s.kind in kinds]


def test_levels_follow_the_styles_of_the_document() -> None:
    text = (
        f"{TITLE}\n\n一、回顾\n\n(一)成绩\n\n{LONG}\n\n1．经济\n\n{LONG}\n\n5. 民生\n\n{LONG}\n\n(二)不足\n\n{LONG}\n"
    )
    assert heads(text, "heading") == [
        ("heading", 0, "", TITLE),
        ("heading", 1, "一、", "回顾"),
        ("heading", 2, "(一)", "成绩"),
        ("heading", 3, "1.", "经济"),
        ("heading", 3, "5.", "民生"),
        ("heading", 2, "(二)", "不足"),
    ]


def test_chapters_and_clauses_in_markdown() -> None:
    text = (
        f"# {TITLE}\n\n## 第一篇 总论\n\n**第一章 环境**\n\n#### 第一节 成就\n\n{LONG}\n\n**第二章 目标**\n\n{LONG}\n"
    )
    assert [(level, title) for _, level, _, title in heads(text, "heading")] == [
        (0, TITLE), (1, "总论"), (2, "环境"), (3, "成就"), (2, "目标"),
    ]  # fmt: skip


def test_reports_with_bare_headings() -> None:
    opening = "---\ntitle: 云山市政府工作报告\n---\n\n各位代表：\n\n现在，我代表市人民政府向大会报告工作，请予审议，并提出意见。"
    text = f"{opening}\n\n2024年工作回顾\n\n{LONG}\n\n2025年重点任务\n\n（一）稳增长\n\n{LONG}\n"
    assert heads(text, "heading") == [
        ("heading", 1, "", "2024年工作回顾"),
        ("heading", 1, "", "2025年重点任务"),
        ("heading", 2, "（一）".translate({0xFF08: "(", 0xFF09: ")"}), "稳增长"),
    ]


def test_run_in_heads() -> None:
    text = f"一、任务\n\n夯实产业基础。{LONG}\n\n——一核引领。{LONG}\n\n一是抓项目。{LONG}\n\n(二)强化保障。{LONG}\n\n年末人口达到50万人。{LONG}\n"
    assert heads(text, "runin") == [
        ("runin", 0, "", "夯实产业基础"),
        ("runin", 0, "——", "一核引领"),
        ("runin", 0, "一是", "抓项目"),
        ("runin", 0, "(二)", "强化保障"),
    ]


def test_contents_are_no_headings() -> None:
    names = ["一、环境", "二、目标", "三、任务", "四、保障"]
    text = f"{TITLE}\n\n目 录\n\n" + "\n".join(names) + "\n\n" + "\n\n".join(f"{name}\n\n{LONG}" for name in names)
    assert [title for *_, title in heads(text, "toc")] == ["目 录", "环境", "目标", "任务", "保障"]
    assert [title for *_, title in heads(text, "heading")] == [TITLE, "环境", "目标", "任务", "保障"]


def test_a_box_ends_at_the_wider_gap() -> None:
    text = f"一、任务\n\n{LONG}\n\n专栏1 便民工程\n\n（一）托育\n\n{LONG}\n\n（二）养老\n\n{LONG}\n\n\n{LONG}\n\n二、保障\n\n{LONG}\n"
    (box,) = [s for s in sections_of(text) if s.kind == "box"]
    assert (box.number, box.title) == ("专栏1", "便民工程")
    assert text[box.span.start : box.body_end].count("围绕这项工作") == 2
    assert [(s.number, s.parent == box.id) for s in sections_of(text) if s.kind == "runin"] == [
        ("(一)", True),
        ("(二)", True),
    ]


def test_a_box_ends_where_the_outer_numbers_go_on() -> None:
    items = "\n\n".join(f"{n}.工程{n}。{LONG}" for n in (1, 2, 3))
    text = f"一、任务\n\n1.交通\n\n{LONG}\n\n专栏2：重点工程\n\n{items}\n\n2.能源\n\n{LONG}\n"
    assert [(kind, number) for kind, _, number, _ in heads(text, "heading", "box", "runin")] == [
        ("heading", "一、"), ("heading", "1."), ("box", "专栏2"), ("runin", "1."), ("runin", "2."), ("runin", "3."), ("heading", "2."),
    ]  # fmt: skip


def test_a_box_ends_where_run_in_paragraphs_begin_again() -> None:
    text = f"一、任务\n\n夯实基础。{LONG}\n\n专栏3：三大行动\n\n1.招引行动。{LONG}\n\n2.提质行动。{LONG}\n\n释放活力。{LONG}\n"
    (box,) = [s for s in sections_of(text) if s.kind == "box"]
    assert "释放活力" not in text[box.span.start : box.body_end]
    assert "提质行动" in text[box.span.start : box.body_end]


def test_broken_lines_head_nothing() -> None:
    text = "一、综合\n\n年末户籍人口总量比上年略有增加，其中城镇人口继续较快增加，增加的人口主要在中心城\n区人口增加较多。乡村人口有所减少。\n"
    assert heads(text, "runin") == []


def test_an_enumeration_is_no_heading() -> None:
    assert heads(f"一、二、三产业融合发展\n\n{LONG}\n", "heading") == []


def test_captions_and_notes() -> None:
    text = f"一、目标\n\n{LONG}\n\n图1 空间布局图\n\n注：（1）示意。\n\n（2）不作依据。\n"
    assert heads(text, "caption", "note") == [
        ("caption", 0, "图1", "空间布局图"),
        ("note", 0, "", "注:(1)示意"),
        ("note", 0, "(2)", "不作依据"),
    ]


def test_numbered_statements_head_nothing() -> None:
    text = f"一、目标\n\n1.到2025年，建成绿道120公里。\n\n2.新增公园12个\n\n3.完善制度\n\n{LONG}\n"
    assert heads(text, "heading", "runin") == [("heading", 1, "一、", "目标"), ("heading", 2, "3.", "完善制度")]
