"""目标."""

import csv
from io import StringIO

from django.test import Client

from lantu.show.pages.targets import A_PAGE
from lantu.store import models
from tests.unit.show.city import City


def test_every_target_with_owner_and_reason(city: City, reader: Client) -> None:
    text = reader.get("/targets").text
    assert text.count('class="target is-') == 5
    assert "5 项，共 5 项" in text
    assert "统计局" in text
    assert "尚无填报数据" in text


def test_htmx_gets_the_table_only(city: City, reader: Client) -> None:
    text = reader.get("/targets", {"q": "gdp"}, headers={"HX-Request": "true"}).text
    assert text.lstrip().startswith('<div id="target-rows">')
    assert "1 项，共 5 项" in text


def test_columns_can_be_left_out_and_rows_sorted(city: City, reader: Client) -> None:
    text = reader.get("/targets", {"cols": ["goal"], "sort": "-name"}).text
    assert 'class="c-owner"' not in text
    assert 'class="c-goal"' in text
    assert 'aria-sort="descending"' in text


def test_nothing_found_says_so(city: City, reader: Client) -> None:
    assert "没有这样的目标。" in reader.get("/targets", {"q": "nothing"}).text


def test_an_empty_registry_says_what_to_do(db, reader: Client) -> None:
    assert "还没有读出的目标。" in reader.get("/targets").text


def test_csv_has_the_same_rows(city: City, reader: Client) -> None:
    answer = reader.get("/targets.csv", {"class": "late"})
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[2] for row in rows] == ["指标", "地区生产总值", "优良天数比率"]
    assert "9000" in rows[1]


def test_long_lists_come_in_pages(city: City, reader: Client) -> None:
    row = models.PlanTarget.objects.get(indicator_code="gdp")
    for n in range(A_PAGE):
        row.pk, row.address, row.position = None, f"{row.address}-{n}", 100 + n
        row._state.adding = True
        row.save()
    text = reader.get("/targets").text
    assert "第 1 页，共 2 页" in text
    assert reader.get("/targets", {"page": "2"}).text.count('class="target is-') == 5


def test_reading_is_asked_for(city: City, client: Client, settings) -> None:
    settings.LANTU_PUBLIC_READ = False
    assert client.get("/targets").status_code == 302
