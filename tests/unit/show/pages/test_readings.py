"""监测读数: the list with freshness, one series with flags and gaps, and what a reader of one district sees."""

from pathlib import Path

import pytest
from django.test import Client

from tests.unit.show.city import City
from tests.unit.show.lake_city import fill_lake


@pytest.fixture
def filled(city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> City:
    fill_lake(tmp_path, monkeypatch)
    return city


def test_series_with_their_newest_reading(filled: City, reader: Client) -> None:
    page = reader.get("/readings").text
    assert "2 个序列，共 2 个" in page
    assert "读数 8 个，存疑 2 个" in page
    assert "2026-06-01 06:00" in page
    assert ">32" in page
    assert "0 个序列" in reader.get("/readings", {"item": "o3"}).text


def test_one_series_with_flags_and_gaps(filled: City, reader: Client) -> None:
    page = reader.get("/readings/series", {"series": "air/pm25/S1"}).text
    assert "读数 4 个，存疑 1 个，缺 2 个" in page
    assert "负值" in page
    assert "hours.csv" in page
    assert "这个月没有读数" in reader.get("/readings/series", {"series": "air/pm25/S1", "day": "2026-01-05"}).text
    assert reader.get("/readings/series", {"series": "air/pm25/none"}).status_code == 404


def test_a_reader_of_one_district_sees_its_series_only(filled: City, viewer_of_district: Client) -> None:
    page = viewer_of_district.get("/readings").text
    assert "S1" in page
    assert "S2" not in page
    assert viewer_of_district.get("/readings/series", {"series": "air/pm25/S2"}).status_code == 404
