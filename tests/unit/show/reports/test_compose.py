"""A report of the small city: every figure bound, the same figures from the same material."""

import re
from datetime import UTC, date, datetime

import pytest

from lantu.core.report import Chart, Heading, Part, Passage, Report, ReportKind, Table, Written, list_lines
from lantu.run.report_material import gather_material
from lantu.show.reports.compose import compose_report
from tests.unit.show.city import City

LATER = datetime(2026, 3, 2, tzinfo=UTC)


def compose(city: City, kind: ReportKind = ReportKind.ANNUAL, **passages: Written) -> Report:
    material = gather_material(city.plan.pk, year=2025, as_of=date(2026, 3, 1), known_at=LATER)
    return compose_report(kind, material, passages)


def text_of(report: Report) -> str:
    return "\n".join(line.text for line in list_lines(report))


def test_the_parts_of_each_kind_stand_in_order(city: City) -> None:
    heads = [b.heading for b in compose(city).blocks if isinstance(b, Heading) and b.level == 1]
    assert heads == [
        "一、总体进展", "二、目标和指标进展", "三、重大战略和重点任务推进情况", "四、重大工程项目实施情况", "五、存在的问题和原因",
        "六、下一步建议", "附件 数据来源",
    ]  # fmt: skip
    midterm = compose(city, ReportKind.MIDTERM)
    names = [block.passage_name for block in midterm.blocks if isinstance(block, Passage)]
    assert names == ["overall", "tasks", "reforms", "projects", "causes", "changes", "proposals", "adjustments"]


def test_counts_and_sentences_say_how_the_targets_stand(city: City) -> None:
    text = text_of(compose(city))
    assert "规划目标共5项" in text
    assert "地区生产总值：2025年初步数为7,851亿元，2025年目标为9,000亿元" in text
    assert "（初步）" in text
    assert "滞后或未实现的目标：优良天数比率、地区生产总值。" in text or "地区生产总值、优良天数比率" in text


def test_every_figure_of_the_report_is_bound_or_plain(city: City) -> None:
    report = compose(city)
    facts = {fact.address: fact for fact in report.facts}
    pieces = [piece for line in list_lines(report) for piece in line.pieces]
    assert all((piece.part is Part.NONE) == (not piece.anchor) for piece in pieces)
    assert all(piece.address in facts for piece in pieces if piece.anchor)
    assert len({piece.anchor for piece in pieces if piece.anchor}) == len([p for p in pieces if p.anchor])
    assert all(root in facts for fact in report.facts for root in fact.roots)
    # A plain piece may hold a year, the number of a table or of a heading, and nothing else.
    rest = [
        re.sub(r"\d{4}年(\d+月\d+日)?|[图表]\d+|规划20\d\d", "", piece.text) for piece in pieces if not piece.anchor
    ]
    assert [text for text in rest if re.search(r"\d", text)] == []


def test_the_same_material_gives_the_same_report(city: City) -> None:
    assert compose(city) == compose(city)


def test_tables_follow_the_plan_s_groups_and_sources_are_listed(city: City) -> None:
    tables = [block for block in compose(city).blocks if isinstance(block, Table)]
    captions = ["".join(piece.text for piece in table.caption) for table in tables]
    assert captions == [
        "表1 经济发展",
        "表2 生态环境",
        "表3 民生福祉",
        "表4 按责任部门汇总的目标进展（项）",
        "附表 数据来源",
    ]
    assert "2025年公报" in {piece.text for row in tables[-1].rows for cell in row for piece in cell}
    assert not [block for block in compose(city).blocks if isinstance(block, Chart)], "two values make no line"


def test_a_passage_is_put_back_and_marked_where_its_figures_changed(city: City) -> None:
    address = "value/gdp/990100/2025"
    text = "2025年地区生产总值为7,851亿元。\n投入12.8亿元。"
    kept = compose(city, overall=Written(text, ((address, "7,851亿元"),), "li", LATER))
    (passage,) = (b for b in kept.blocks if isinstance(b, Passage) and b.passage_name == "overall")
    assert [piece.address for line in passage.lines for piece in line if piece.address] == [address]
    assert (passage.changed, passage.author) == ((), "li")
    outdated = compose(city, overall=Written(text.replace("7,851", "7,800"), ((address, "7,800亿元"),), "li", LATER))
    (passage,) = (b for b in outdated.blocks if isinstance(b, Passage) and b.passage_name == "overall")
    assert passage.changed == (address,)


def test_a_plan_that_is_not_there_is_said(city: City) -> None:
    with pytest.raises(LookupError, match="99999"):
        gather_material(99999, year=2025, as_of=date(2026, 3, 1), known_at=LATER)
