"""Names of places to codes."""

import pytest

from lantu.core.place import Place
from lantu.read import read_text
from lantu.read.gazetteer import NOWHERE, make_gazetteer, shorten_name

PLACES = make_gazetteer(
    [
        Place("510000", "云岭省", "province"),
        Place("510100", "云山市", "prefecture", "510000"),
        Place("510102", "清河区", "county", "510100"),
        Place("510181", "东湖县", "county", "510100"),
        Place("610000", "海东省", "province"),
        Place("610100", "潮阳市", "prefecture", "610000"),
        Place("610102", "清河区", "county", "610100"),
        Place("610103", "港口区", "county", "610100"),
    ]
)
PLAN = "{title}\n\n一、目标\n\n到2025年，东湖县地区生产总值达到300亿元，清河县财政收入达到20亿元。\n"


@pytest.mark.parametrize(
    ("name", "home", "code", "reason"),
    [
        ("清河区", "510100", "510102", "own_hierarchy"),
        ("清河区", "610000", "610102", "own_hierarchy"),
        ("云岭省", "510181", "510000", "own_hierarchy"),
        ("清河区", "", "", ""),
        ("清河区", "999999", "", ""),
        ("港口区", "510100", "610103", "only_one"),
        ("无名区", "510100", "", ""),
    ],
)
def test_the_own_hierarchy_goes_first(name: str, home: str, code: str, reason: str) -> None:
    found, rule = PLACES.resolve(name, home)
    assert (found, rule.reason if rule else "") == (code, reason)


@pytest.mark.parametrize(
    ("name", "words", "told", "code"),
    [
        ("云山市", "", "", "510100"),
        ("清河区", "清河区规划", "", ""),
        ("清河区", "潮阳市清河区规划", "", "610102"),
        ("清河区", "清河区规划", "610102", "610102"),
        ("清河区", "清河区规划", "510100", "510102"),
        ("", "", "510100", "510100"),
        ("无名市", "", "510100", "510100"),
        ("港口区", "", "510100", "610103"),
    ],
)
def test_the_documents_own_place(name: str, words: str, told: str, code: str) -> None:
    assert PLACES.find_home(name, words, told) == code


def test_titles_may_leave_the_kind_of_place_out() -> None:
    assert PLACES.find_short("云岭云山科技创新规划") == "云山市"
    assert PLACES.find_short("东湖科技创新规划") == "东湖县"
    assert PLACES.find_short("关于东湖的规划") == ""


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("云山市", "云山"),
        ("恩施土家族苗族自治州", "恩施"),
        ("香港特别行政区", "香港"),
        ("东乡族自治县", "东乡族"),
        ("郊区", "郊区"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert shorten_name(name) == short


def test_entries_take_the_code_of_their_place() -> None:
    reading = read_text(PLAN.format(title="云山市“十四五”经济发展规划"), "plan.txt", places=PLACES)
    assert (reading.facts.region_name, reading.facts.region_code) == ("云山市", "510100")
    assert [(e.region, e.region_code) for e in reading.entries] == [("东湖县", "510181"), ("清河县", "")]
    assert [r.reason for r in reading.entries[0].inferred if r.field == "region_code"] == ["own_hierarchy"]


def test_without_a_list_names_have_no_codes() -> None:
    reading = read_text(PLAN.format(title="云山市“十四五”经济发展规划"), "plan.txt", places=NOWHERE)
    assert (reading.facts.region_name, reading.facts.region_code) == ("云山市", "")


def test_a_name_of_several_places_is_reported() -> None:
    text = PLAN.format(title="清河区“十四五”经济发展规划").replace("东湖县", "全区")
    reading = read_text(text, "plan.txt", places=PLACES)
    assert reading.facts.region_code == ""
    assert "510102 or 610102" in next(d.message for d in reading.diagnostics if d.code == "R013")
    told = read_text(text, "plan.txt", places=PLACES, home="610102")
    assert told.facts.region_code == "610102"
    assert "R013" not in {d.code for d in told.diagnostics}
