"""预警."""

from datetime import date

import pytest
from django.test import Client

from lantu.core.warning import Level, Step, Trigger, WarningMove, WarningRule
from lantu.show.pages.warnings import group_lines, is_asked
from lantu.show.warning_lines import build_warning
from lantu.store.fetch.warnings import list_warnings
from lantu.store.keep.warnings import Subject, keep_moves
from tests.unit.show.city import AT, CITY, City

RULE = WarningRule(
    "binding_behind", "progress", "约束性目标滞后", "Binding target behind", Trigger.STANDING, ((0, Level.YELLOW),)
)
DAY = date(2026, 3, 1)


@pytest.fixture
def warned(city: City) -> City:
    subjects = {
        "a": Subject("优良天数比率", CITY, "good_air", "生态环境局"),
        "b": Subject("地区生产总值", CITY, "gdp", "统计局"),
    }
    evidence = (("class", "behind"), ("done", "0.2"))
    moves = [
        WarningMove(Step.OPENED, "progress", "a", Level.YELLOW, "binding_behind", DAY, evidence),
        WarningMove(Step.OPENED, "progress", "b", Level.RED, "missed", DAY),
        WarningMove(Step.CLOSED, "progress", "b", Level.RED, "missed", DAY),
    ]
    keep_moves(moves, subjects, {RULE.code: RULE}, DAY, AT)
    return city


def test_open_warnings_with_level_rule_and_history(warned: City, reader: Client) -> None:
    text = reader.get("/warnings").text
    assert "优良天数比率" in text
    assert "约束性目标滞后" in text
    assert "黄色" in text
    assert "1 项，共 1 项" in text
    (row,) = list_warnings()
    page = reader.get(f"/warning/{row.pk}").text
    # An address of the registry is nothing people read.
    assert row.address not in page
    assert "20%" in page
    assert "滞后" in page
    assert 'href="/indicator/good_air?place=990100"' in page


def test_states_and_filters(warned: City, reader: Client) -> None:
    assert "2 项，共 2 项" in reader.get("/warnings", {"state": "all"}).text
    closed = reader.get("/warnings", {"state": "closed"}).text
    assert "地区生产总值" in closed
    assert "解除" in closed
    assert "没有这样的预警。" in reader.get("/warnings", {"level": "red"}).text
    assert "1 项，共 1 项" in reader.get("/warnings", {"department": "生态环境局"}).text
    assert reader.get("/warnings", {"state": "nonsense"}).status_code == 200


def test_every_filter_must_be_passed(warned: City) -> None:
    line = build_warning(list_warnings()[0])
    assert is_asked(line, {"level": "yellow", "place": CITY, "cause": "", "department": ""})
    assert not is_asked(line, {"level": "yellow", "place": "000000", "cause": "", "department": ""})


def test_warnings_of_one_rule_stand_together(warned: City, reader: Client) -> None:
    lines = [build_warning(row) for row in list_warnings(is_open=None)]
    groups = group_lines([lines[0], lines[1], lines[0]])
    assert [(group.rule, len(group.lines)) for group in groups] == [(lines[0].rule, 2), (lines[1].rule, 1)]
    assert reader.get("/warnings", {"state": "all"}).text.count('scope="rowgroup"') == 2


def test_the_strip_of_the_overview_counts_levels(warned: City, reader: Client) -> None:
    text = reader.get("/").text
    assert 'href="/warnings?level=yellow"' in text


def test_english_and_an_unknown_one(warned: City, english: Client) -> None:
    text = english.get("/warnings").text
    assert "Binding target behind" in text
    assert 'lang="zh-Hans">优良天数比率' not in text
    assert english.get("/warning/999").status_code == 404
