"""What a document says of itself."""

import pytest

from lantu.core.entry import DocumentFacts
from lantu.core.place import Place
from lantu.read.facts import find_facts
from lantu.read.gazetteer import make_gazetteer
from lantu.read.lines import split_lines
from lantu.read.shadow import cast_shadow

BODY = "\n\n为了把实事办好，本市按照上级部署，结合自身条件，编制本文件，作为今后一个时期各项工作的依据。\n"

PLACES = make_gazetteer([Place("330400", "嘉兴市", "prefecture"), Place("330411", "秀洲区", "county", "330400")])


def facts_of(text: str) -> DocumentFacts:
    shadow = cast_shadow(text + BODY)
    return find_facts(text + BODY, shadow, split_lines(shadow), "plan.txt", "", "utf-8", PLACES).facts


def test_an_outline() -> None:
    facts = facts_of("云山市国民经济和社会发展第十五个五年规划纲要")
    assert (facts.title, facts.kind) == ("云山市国民经济和社会发展第十五个五年规划纲要", "outline")
    assert (facts.region_name, facts.period) == ("云山市", (2026, 2030))


def test_a_notice_in_front_is_not_the_title() -> None:
    facts = facts_of(
        "云山市人民政府关于印发云山市绿道建设行动计划（2022—2024年）的通知\n\n发布日期：2022- 03- 05\n\n各县区：\n\n"
        "云山市绿道建设行动计划（2022—2024年）"
    )
    assert facts.title == "云山市绿道建设行动计划（2022—2024年）"
    assert (facts.kind, facts.period, facts.issued_on) == ("action_plan", (2022, 2024), "2022-03-05")


def test_a_title_in_the_first_sentence() -> None:
    text = "\u3000云山市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要，根据上级建议制定，主要阐明全市发展战略，是全市人民的共同愿景。"
    assert facts_of(text).title == "云山市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要"


def test_front_matter() -> None:
    facts = facts_of("---\ntitle: 云山市政府工作报告（2024年1月20日 李某）\n---")
    assert (facts.kind, facts.region_name, facts.issued_on, facts.period) == (
        "work_report",
        "云山市",
        "2024-01-20",
        None,
    )


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云山市“十四五”文物保护规划", "special_plan"),
        ("云山市2024年国民经济和社会发展统计公报", "bulletin"),
        ("云山市2024年计划执行情况与2025年计划草案的报告", "annual_plan"),
        ("云山市数字经济三年行动方案", "action_plan"),
        ("云山：小城办成了大事", "news"),
    ],
)
def test_kinds(title: str, kind: str) -> None:
    assert facts_of(title).kind == kind


@pytest.mark.parametrize(
    ("title", "region", "code"),
    [
        ("嘉兴市秀洲区国民经济和社会发展第十四个五年规划", "秀洲区", "330411"),
        ("嘉兴市推进长江三角洲区域一体化发展行动计划", "嘉兴市", "330400"),
        ("云山市南城区教育规划", "南城区", ""),
        ("中华人民共和国国民经济和社会发展第十五个五年规划纲要", "中国", ""),
    ],
)
def test_regions(title: str, region: str, code: str) -> None:
    facts = facts_of(title)
    assert (facts.region_name, facts.region_code) == (region, code)


def test_an_annual_plan_is_for_its_later_year() -> None:
    assert facts_of("云山市2024年计划执行情况与2025年计划草案的报告").period == (2025, 2025)


def test_what_is_not_found_is_said() -> None:
    text = "云山市绿道建设行动计划" + BODY
    shadow = cast_shadow(text)
    found = find_facts(text, shadow, split_lines(shadow), "plan.txt", "", "utf-8")
    assert [d.code for d in found.diagnostics] == ["R011"]
    bare = find_facts("1\n2\n", "1\n2\n", split_lines("1\n2\n"), "plan.txt", "", "utf-8")
    assert [d.code for d in bare.diagnostics] == ["R010"]


@pytest.mark.parametrize(
    "lines",
    [
        ("云山市国民经济和社会发展", "第十四个五年规划纲要"),
        ("云山市国民经济和社会发展第十四个五年规划", "和二〇三五年远景目标纲要"),
        ("云山市绿道建设", "行动计划（2022—2024年）"),
    ],
    ids=["plan", "horizon", "years"],
)
def test_a_title_on_two_lines(lines: tuple[str, str]) -> None:
    assert cast_shadow(facts_of("\n".join(lines)).title) == cast_shadow("".join(lines))


def test_two_titles_are_not_one() -> None:
    assert facts_of("云山市人民政府\n云山市绿道建设行动计划").title == "云山市绿道建设行动计划"


def test_the_term_may_stand_in_the_opening() -> None:
    assert facts_of("云山市绿道建设专项规划\n\n本规划的规划期为2023—2027年。").period == (2023, 2027)


def test_a_day_before_the_place_is_no_part_of_its_name() -> None:
    text = "政府工作报告\n\n2017年1月8日在南溪市第四届人民代表大会第一次会议上\n\n一、过去一年工作回顾\n"
    assert facts_of(text).region_name == "南溪市"
