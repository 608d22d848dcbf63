"""总览."""

import re

import pytest
from django.test import Client

from lantu.store import models
from tests.unit.show.city import DISTRICT, City


def test_all_targets_grouped_as_in_the_plan(city: City, reader: Client) -> None:
    text = reader.get("/").text
    assert re.findall(r'<h3 class="group-title"[^>]*>(\S+) ', text) == ["经济发展", "生态环境", "民生福祉"]
    assert len(re.findall(r'<tr id="t-\d+"', text)) == 5


def blocks_of(reader: Client) -> str:
    return reader.get("/").text.partition('<section class="plan-block"')[2]


def test_counts_lead_to_filters(city: City, reader: Client) -> None:
    counts = dict(re.findall(r'strip-item st-(\w+)[^>]*>.*?strip-number">(\d+)<', blocks_of(reader)))
    assert counts == {"met": "1", "ahead": "0", "on_course": "0", "behind": "1", "missed": "1", "cannot_say": "2"}


@pytest.mark.parametrize(("chosen", "rows"), [("missed", 1), ("cannot_say", 2), ("ahead", 0), ("nonsense", 5)])
def test_a_class_filters_the_rows(city: City, reader: Client, chosen: str, rows: int) -> None:
    text = reader.get("/", {"class": chosen}).text
    assert len(re.findall(r'<tr id="t-\d+"', text)) == rows


def test_attention_lists_missed_before_behind_with_owner(city: City, reader: Client) -> None:
    text = reader.get("/").text
    items = re.findall(r'<li class="attention-item is-(\w+)', text)
    assert items == ["missed", "behind"]
    assert "责任部门 统计局" in text


def test_every_figure_has_unit_date_and_source(city: City, reader: Client) -> None:
    figures = re.findall(
        r'<a class="fig" href="([^"]+)"[^>]*>(.*?)</a><span class="fig-when">([^<]*)', reader.get("/").text
    )
    assert len(figures) == 13
    for href, inner, when in figures:
        assert href.startswith(("/plan/", "/return/", "/indicator/"))
        assert "fig-unit" in inner or "fig-words" in inner
        assert re.search(r"\d{4}年", when)


def test_reasons_are_words(city: City, reader: Client) -> None:
    text = reader.get("/").text
    assert "目标值由上级下达，规划中未给出。" in text
    assert "尚无填报数据。" in text


def test_an_empty_registry_says_what_to_do(db, reader: Client) -> None:
    text = reader.get("/").text
    assert "还没有规划" in text
    assert 'href="/plans"' in text


def test_english(city: City, english: Client) -> None:
    text = english.get("/").text
    assert "Gross domestic product" in text
    assert "Outline of Sample City" in text
    assert "Economy" in text
    assert '<span lang="zh-Hans">单位能耗降低</span>' in text


def test_groups_lead_to_their_targets(city: City, reader: Client) -> None:
    text = reader.get("/").text
    assert "按部门" in text
    assert "/targets?department=%E7%BB%9F%E8%AE%A1%E5%B1%80&amp;class=missed" in text


def test_the_counts_of_all_plans_lead_to_lists(city: City, reader: Client) -> None:
    text = reader.get("/").text
    assert '<a href="/targets?class=missed" class="strip-item st-missed"' in text


def test_many_targets_are_counted_and_not_listed(city: City, reader: Client, monkeypatch) -> None:
    monkeypatch.setattr("lantu.show.pages.overview.FEW", 4)
    text = reader.get("/").text
    assert "看全部 5 项目标" in text
    assert 'class="target is-' not in text


def test_what_changed_lately_and_what_is_due(city: City, reader: Client, planner: Client, settings) -> None:
    text = planner.get("/").text
    assert "没有变化。" in text
    assert "没有等着报送的填报表。" in text
    settings.LANTU_PUBLIC_READ = True
    assert "填报到期" not in reader.get("/").text


def test_somebody_of_a_district_sees_that_district(city: City, planner: Client, settings) -> None:
    models.Assignment.objects.update(role="viewer", place_id=DISTRICT)
    text = planner.get("/").text
    assert "地区生产总值" not in text
    assert "还没有规划" in text
    assert planner.get("/targets").text.count('class="target is-') == 0
