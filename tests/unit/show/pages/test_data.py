"""数据: what the lake holds, narrowed to the reader's places."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from tests.unit.show.city import City
from tests.unit.show.lake_city import fill_lake

AT = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def filled(city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> City:
    from lantu.store.models import ReadingImport

    fill_lake(tmp_path, monkeypatch)
    ReadingImport.objects.create(
        digest="d",
        name="hours.csv",
        actor="li",
        rows_done=4,
        counts={"kept": 8, "negative": 2},
        began_at=AT,
        recorded_at=AT,
    )
    return city


def test_everybody_finds_it_in_the_navigation(filled: City, reader: Client) -> None:
    page = reader.get("/data").text
    assert 'data-key="a"' in page
    assert "2 个序列，读数 8 个，存疑 2 个" in page
    assert 'href="/readings?pack=air&amp;item=pm25"' in page
    assert 'href="/cells?pack=air"' in page
    assert "缺数按每60分钟一次计" in page
    assert "hours.csv" in page
    assert "读到一半" in page
    assert "负值 2" in page


def test_a_reader_of_one_district_sees_its_readings_and_no_files(filled: City, viewer_of_district: Client) -> None:
    page = viewer_of_district.get("/data").text
    assert "1 个序列，读数 4 个，存疑 1 个" in page
    assert "hours.csv" not in page
    assert "只有可看全部读数的人看得到" in page


def test_whoever_may_see_every_reading_sees_the_files(
    filled: City, viewer_of_district: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lantu.show.pages import data
    from tests.unit.show.city import DISTRICT, OTHER

    monkeypatch.setattr(data, "seen_places", lambda request: frozenset({DISTRICT, OTHER}))
    assert "hours.csv" in viewer_of_district.get("/data").text
    monkeypatch.setattr(data, "list_rows", lambda seen: [])
    assert "hours.csv" not in viewer_of_district.get("/data").text, "of nothing one sees everything"


def test_an_empty_lake_says_how_to_fill_it(city: City, reader: Client) -> None:
    page = reader.get("/data").text
    assert "还没有监测读数" in page
    assert "还没有接入过文件" in page
