"""指标."""

import json
import re
from dataclasses import replace
from decimal import Decimal

from django.test import Client

from lantu.core.method import Component, Method, Opinion, Refusal
from lantu.core.standing import Standing
from lantu.show.kept import forget
from lantu.store import models
from lantu.store.codec import decode, encode
from tests.unit.show.city import DISTRICT, City

HALF_WAY = (Component("done", Decimal("0.375")), Component("elapsed", Decimal("0.4")))
PANEL = (
    Opinion(Method.LINEAR, klass="behind", components=HALF_WAY, margin=Decimal("0.025")),
    Opinion(Method.STATCAN, refused=Refusal.ZERO_BASE),
    Opinion(Method.UNSD, klass="3", is_enough=True),
)


def test_definition_standing_chart_and_values(city: City, reader: Client) -> None:
    text = reader.get("/indicator/gdp").text
    assert "一个地区所有常住单位一年生产活动的最终成果。" in text
    assert "离目标还差1,149亿元" in text
    assert "推定" in text
    found = re.search(r'<script id="chart-data" type="application/json">(.*?)</script>', text)
    assert found
    assert len(json.loads(found[1])["points"]) == 2
    assert 'id="value-2025-12-31-364"' in text


def test_another_place(city: City, reader: Client) -> None:
    text = reader.get("/indicator/gdp", {"place": DISTRICT}).text
    assert "现有规划没有给这个地区定这项目标。" in text
    assert "1,234.5" in text
    assert "6,355.28" not in text


def test_a_ratio_names_its_inputs_with_links(city: City, reader: Client) -> None:
    text = reader.get("/indicator/income_ratio").text
    assert 'href="/indicator/urban_income?place=990100"' in text
    assert "由下列各数计算" in text
    assert f'href="/return/{city.batch.pk}#row-7"' in text


def test_an_unknown_indicator_or_place(city: City, reader: Client) -> None:
    assert reader.get("/indicator/nothing").status_code == 404
    assert reader.get("/indicator/gdp", {"place": "000000"}).status_code == 200


def test_an_indicator_without_figures(city: City, reader: Client) -> None:
    text = reader.get("/indicator/urban_rate").text
    assert "还没有人填报这项指标。" in text
    assert "尚无填报数据。" in text


def test_english(city: City, english: Client) -> None:
    text = english.get("/indicator/gdp").text
    assert "Gross domestic product" in text
    assert "All values and where they came from" in text


def write_panel() -> None:
    row = models.StandingRow.objects.get(target__indicator_code="gdp")
    row.body = encode(replace(decode(Standing, row.body), panel=PANEL))
    row.save()


def test_the_panel_of_methods(city: City, reader: Client) -> None:
    assert "方法对照" not in reader.get("/indicator/gdp").text
    write_panel()
    forget()
    text = reader.get("/indicator/gdp").text
    assert "方法对照：各方法意见不一致" in text
    assert "路走了37.5%，时间过了40.0%" in text
    assert "不适用 · 基期为零，算不出增速" in text


def test_the_panel_of_methods_in_english(city: City, english: Client) -> None:
    write_panel()
    forget()
    text = english.get("/indicator/gdp").text
    assert "Methods side by side: the methods disagree" in text
    assert "37.5% of the way, 40.0% of the time" in text
    assert "A base of zero has no rate of growth" in text
