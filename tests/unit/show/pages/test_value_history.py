"""Every version of a value: who, when, why, from where, from when to when, and how targets stood by it."""

from datetime import date, timedelta

import pytest
from django.test import Client

from lantu.show.pages.value_history import read_day
from lantu.store import models
from tests.unit.show.city import CITY, City

pytestmark = pytest.mark.django_db


@pytest.fixture
def revised(city: City) -> models.ValueRow:
    """The newest value of gdp, said anew a day after."""
    first = models.ValueRow.objects.filter(indicator_code="gdp", place_code=CITY).order_by("-period_end", "-id")[0]
    later = models.ValueRow.objects.get(pk=first.pk)
    later.pk, later.recorded_at, later.note = None, first.recorded_at + timedelta(days=1), "普查修订"
    assert later.amount is not None
    later.amount += 7
    later.save(force_insert=True)
    return later


def test_each_version_with_its_reason_and_time(revised: models.ValueRow, client: Client, settings) -> None:
    settings.LANTU_PUBLIC_READ = True
    query = f"place={CITY}&start={revised.period_start}&end={revised.period_end}"
    page = client.get(f"/indicator/gdp/history?{query}").text
    assert page.count('id="version-') == 2
    assert page.index(f'id="version-{revised.pk}"') < page.index("首次登记")
    assert "数值修订" in page
    assert "普查修订" in page
    assert "至今" in page
    batch = models.ReturnBatch.objects.first()
    assert batch is not None
    assert batch.actor == "sample"
    assert "示例数据" in page
    assert 'href="/return/' in page
    whole = client.get(f"/indicator/gdp/history?place={CITY}").text
    assert whole.count('id="version-') == models.ValueRow.objects.filter(indicator_code="gdp", place_code=CITY).count()
    assert "/history?place=" in client.get(f"/indicator/gdp?place={CITY}").text


def test_what_is_not_there_is_404(city: City, client: Client, settings) -> None:
    settings.LANTU_PUBLIC_READ = True
    for address in ("/indicator/none/history?place=990100", "/indicator/gdp/history?place=1", "/indicator/gdp/history"):
        assert client.get(address).status_code == 404
    assert client.get(f"/indicator/gdp/history?place={CITY}&start=2099-01-01&end=2099-12-31").status_code == 404


def test_a_day_that_cannot_be_read_is_none(rf) -> None:
    assert read_day(rf.get("/?start=2025-01-01"), "start") == date(2025, 1, 1)
    assert read_day(rf.get("/?start=soon"), "start") is None
