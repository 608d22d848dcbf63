"""公开."""

import csv
import json
from io import StringIO

import pytest
from django.test import Client

from lantu.run.publishing import publish_plan
from lantu.store import models
from tests.unit.show.city import City


@pytest.fixture
def published(city: City) -> City:
    publish_plan(city.plan.pk, by="li")
    return city


def test_nothing_is_public_until_it_is_published(city: City, client: Client) -> None:
    assert "还没有发布。" in client.get("/public").text
    for address in ("", "/standings.csv", "/standings.json", "/embed/1"):
        assert client.get(f"/public/{city.plan.pk}{address}").status_code == 404


def test_a_stranger_reads_what_is_published_with_its_sentences(published: City, client: Client, settings) -> None:
    settings.LANTU_PUBLIC_READ = False
    assert f'href="/public/{published.plan.pk}"' in client.get("/public").text
    text = client.get(f"/public/{published.plan.pk}").text
    assert text.count('class="target is-') == 5
    assert "7,851" in text
    assert "未实现" in text
    assert 'href="/plan/' not in text
    assert 'href="/return/' not in text


def test_what_happens_later_does_not_show_until_it_is_published_again(published: City, client: Client) -> None:
    models.StandingRow.objects.filter(klass="missed").update(klass="met")
    address = f"/public/{published.plan.pk}"
    first = client.get(address)
    row = models.StandingRow.objects.get(target__indicator_code="gdp")
    models.StandingRow.objects.filter(pk=row.pk).update(body={**row.body, "klass": "met"})
    assert client.get(address)["ETag"] == first["ETag"]
    publish_plan(published.plan.pk, by="li")
    assert client.get(address)["ETag"] != first["ETag"]
    assert models.Publication.objects.count() == 2


def test_pages_may_be_cached_and_are_not_sent_twice(published: City, client: Client) -> None:
    address = f"/public/{published.plan.pk}"
    first = client.get(address)
    assert first["Cache-Control"] == "public, max-age=300"
    assert not first.cookies
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address, {"lang": "en"})["ETag"] != first["ETag"]
    assert "Gross domestic product" in client.get(address, {"lang": "en"}).text


def test_open_data(published: City, client: Client) -> None:
    answer = client.get(f"/public/{published.plan.pk}/standings.csv")
    assert answer["Access-Control-Allow-Origin"] == "*"
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 6
    assert rows[1][1:8] == ["地区生产总值", "gdp", "0", "5509.5 亿元", "9000 亿元", "2025", "7851 亿元"]
    told = json.loads(client.get(f"/public/{published.plan.pk}/standings.json").content)
    assert told["publication"] == 1
    assert told["targets"][0]["class"] == "missed"
    assert told["targets"][0]["years"] == [[2021, 6355.28], [2025, 7851.0]]


def test_a_chart_may_be_framed_and_nothing_else(published: City, client: Client) -> None:
    framed = client.get(f"/public/{published.plan.pk}/embed/1")
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    assert "<polyline" in framed.text
    page = client.get(f"/public/{published.plan.pk}")
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"
    assert client.get(f"/public/{published.plan.pk}/embed/99").status_code == 404


def test_a_planner_publishes_from_the_plans_page(city: City, planner: Client) -> None:
    assert "发布当前进展" in planner.get(f"/plan/{city.plan.pk}").text
    answer = planner.post(f"/plan/{city.plan.pk}/publish")
    assert answer["Location"] == f"/public/{city.plan.pk}"
    assert models.AuditRow.objects.filter(action="plan.published").count() == 1
    assert planner.post("/plan/999/publish").status_code == 404
