"""The same indicator is found again, and others are told apart."""

from lantu.check.align import align_claims
from lantu.check.material import gather_material
from lantu.core.finding import Alignment, Relation
from lantu.read import read_text

PLAN = """临江市国民经济和社会发展第十四个五年规划纲要

一、主要目标

到2025年，研发经费投入强度达到3.2%，全员劳动生产率达到20万元/人。

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 研发经费支出占地区生产总值比重 | % | 2.5 | 3.2 | 预期性 |
| 2 | 全员劳动生产率年均增长 | % | - | 7以上 | 预期性 |
| 3 | 户籍人口城镇化率 | % | 50.1 | 55 | 预期性 |
"""
REPORT = """临江市2021年政府工作报告

2021年2月1日

2020年，常住人口城镇化率达到66.1%，研发经费支出占地区生产总值比重达到2.5%。
"""


def align(*texts: str) -> list[Alignment]:
    return list(align_claims(gather_material([read_text(text, f"{n}.txt") for n, text in enumerate(texts)])))


def find_relations(alignments: list[Alignment]) -> dict[tuple[str, str], Relation]:
    return {(a.a.span.quote, a.b.span.quote): a.relation for a in alignments}


def test_prose_meets_the_row_of_the_table() -> None:
    relations = find_relations(align(PLAN))
    assert relations["研发经费支出占地区生产总值比重", "研发经费投入强度达到3.2%"] is Relation.SAME


def test_level_and_growth_are_related() -> None:
    relations = find_relations(align(PLAN))
    assert relations["全员劳动生产率年均增长", "全员劳动生产率达到20万元/人"] is Relation.RELATED


def test_another_scope_is_told_with_the_reason() -> None:
    found = [a for a in align(PLAN, REPORT) if "城镇化率" in a.b.span.quote]
    assert [a.relation for a in found] == [Relation.SCOPE_DIFFERS]
    assert "户籍" in found[0].reason


def test_documents_meet_at_the_row() -> None:
    relations = find_relations(align(PLAN, REPORT))
    assert relations["研发经费支出占地区生产总值比重", "研发经费支出占地区生产总值比重达到2.5%"] is Relation.SAME


def test_alignments_grow_with_the_statements_and_not_with_their_square() -> None:
    few, many = len(align(*[REPORT] * 10)), len(align(*[PLAN] * 40))
    assert few <= 2 * 12 * 10
    assert many <= 40 * 8
