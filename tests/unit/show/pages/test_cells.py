"""计算值: the page, its filters, CSV, and what a reader of one district sees."""

from pathlib import Path

import pytest
from django.test import Client

from tests.unit.show.city import City
from tests.unit.show.lake_city import HERE, THERE, fill_lake

JUNE = {"from": "2026-06-01", "to": "2026-06-02"}


@pytest.fixture
def filled(city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> City:
    fill_lake(tmp_path, monkeypatch)
    return city


def test_figures_with_coverage_edition_and_the_way_down(filled: City, reader: Client) -> None:
    page = reader.get("/cells", {"pack": "air", "step": "city_day", "item": "pm25", **JUNE}).text
    assert "3 行，共 3 行" in page
    assert "31" in page
    assert "21 / 24" in page
    assert "GB 3095-2026" in page
    assert "有效数据不足" in page
    assert f"step=station_day&amp;item=pm25&amp;within={HERE}&amp;from=2026-06-01&amp;to=2026-06-01" in page
    down = reader.get("/cells", {"pack": "air", "step": "station_day", "item": "pm25", "within": HERE, **JUNE}).text
    assert "2 行，共 2 行" in down
    assert "series=air%2Fpm25%2FS1&amp;day=2026-06-01" in down
    assert "其中2个存疑" in down


def test_narrowed_by_place_and_days(filled: City, reader: Client) -> None:
    asked = {"pack": "air", "step": "city_day", "item": "pm25", "place": THERE, **JUNE}
    assert "1 行，共 1 行" in reader.get("/cells", asked).text
    assert "没有这样的计算值" in reader.get("/cells", {**asked, "from": "2025-01-01", "to": "2025-02-01"}).text
    assert reader.get("/cells", {"pack": "none", "step": "none", "from": "never"}).status_code == 200
    rows = reader.get("/cells.csv", {**asked, "place": ""}).text.splitlines()
    assert len(rows) == 4
    assert rows[1].startswith(f"air.city_day,pm25,{HERE},")
    assert ",2026-06-01,2026-06-01,31,21,24," in "".join(rows)


def test_a_reader_of_one_district_sees_its_figures_only(filled: City, viewer_of_district: Client) -> None:
    page = viewer_of_district.get("/cells", {"pack": "air", "step": "station_day", "item": "pm25", **JUNE}).text
    assert "S1" in page
    assert "S2" not in page
    assert "其中1个存疑" in page
    other = {"pack": "air", "step": "city_day", "item": "pm25", "place": THERE, **JUNE}
    assert "没有这样的计算值" in viewer_of_district.get("/cells", other).text
    assert len(viewer_of_district.get("/cells.csv", other).text.splitlines()) == 1


def test_without_readings_the_page_says_what_to_do(city: City, reader: Client, tmp_path: Path, monkeypatch) -> None:
    from lantu.show.pages import cells

    monkeypatch.setattr(cells, "CELLS", tmp_path)
    assert "lantu load observations" in reader.get("/cells").text
    assert reader.get("/cells.csv").status_code == 404
