"""What the rules are given."""

from lantu.check.material import LONGEST, are_comparable, find_year, gather_material, is_same_place
from lantu.read import read_text

PLAN = "临江市国民经济和社会发展第十四个五年规划纲要\n\n到2025年，常住人口城镇化率达到70%，户籍人口城镇化率达到60%。\n"
OTHER = "临海市推进开放发展行动计划\n\n2019年9月18日\n\n到2025年，常住人口城镇化率达到70%。\n"


def test_the_year_of_a_document_is_that_of_issue_or_of_its_period() -> None:
    plan, other = read_text(PLAN, "甲.txt"), read_text(OTHER, "乙.txt")
    assert (find_year(plan), find_year(other)) == (2021, 2019)
    assert gather_material([plan, other]).year_of(1) == 2019


def test_places_are_the_same_only_where_known_to_be() -> None:
    plan, other, bare = read_text(PLAN, "甲.txt"), read_text(OTHER, "乙.txt"), read_text("无地名的文字。", "丙.txt")
    assert is_same_place(plan, plan)
    assert not is_same_place(plan, other)
    assert not is_same_place(bare, read_text("也没有地名。", "丁.txt"))


def test_other_scopes_are_not_comparable() -> None:
    material = gather_material([read_text(PLAN, "甲.txt"), read_text(OTHER, "乙.txt")])
    resident, registered, other = material.groups["人口化率"]
    assert are_comparable(resident, other)
    assert not are_comparable(resident, registered)


def test_figures_at_other_prices_are_not_comparable() -> None:
    plan = "临江市国民经济和社会发展第十四个五年规划纲要\n\n到2025年，地区生产总值达到{}。\n"
    figures = ("800亿元（2020年价）", "900亿元（现价）", "800亿元（2015年价）", "820亿元（不变价）", "800亿元")
    material = gather_material([read_text(plan.format(words), f"{at}.txt") for at, words in enumerate(figures)])
    fixed, current, older, some_year, unstated = material.groups["gdp"]
    assert not are_comparable(fixed, current)
    assert not are_comparable(fixed, older)
    assert are_comparable(fixed, some_year)
    assert all(are_comparable(claim, unstated) for claim in (fixed, current, older, some_year))


def test_evidence_quotes_and_is_cut_where_it_is_long() -> None:
    text = "甲" * 1000
    material = gather_material([read_text(text, "甲.txt")])
    assert material.cite(0, 0, 1000).span.quote == "甲" * LONGEST
    assert material.source_of(0) == "甲.txt"
    assert list(material.tables()) == []
