"""Readings become values and standings; a corrected one changes only what rests on it, and the past stays as it was."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lantu.core.place import Place

pytestmark = pytest.mark.django_db
DEFINITIONS = """
indicators:
  - {code: pm25, name: 细颗粒物平均浓度, unit: 微克/立方米, direction: down, kind: index, measured_by: air.pm25_annual}
  - {code: good, name: 优良天数比率, unit: "%", direction: up, kind: ratio}
"""
PLAN = """青湖市国民经济和社会发展第十四个五年规划纲要

表1 青湖市“十四五”时期主要指标

| 类别 | 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
|---|---|---|---|---|---|---|
| 绿色生态 | 1 | 细颗粒物平均浓度 | 微克/立方米 | 28 | 27以下 | 约束性 |
"""
FIRST = datetime(2024, 12, 31, 17, tzinfo=UTC)
"""01:00 of New Year's Day in China; hours are named by their end."""
HEADER = "站点,时间,PM2.5\n"


def hours(days: range, value: float, step: int = 1) -> str:
    lines = []
    for day in days:
        for hour in range(0, 24, step):
            at = FIRST + timedelta(days=day, hours=hour + 8)
            lines.append(f"s0,{at:%Y-%m-%d %H}:00,{value + hour % 3}\n")
    return "".join(lines)


@pytest.fixture
def lake(tmp_path: Path) -> Any:
    from lantu.run.plans import read_version, receive_plan
    from lantu.run.setting_up import record_definitions, record_places
    from lantu.store.keep.plans import PlanFacts
    from lantu.store.lake import Lake

    record_places([Place("330400", "青湖市", "prefecture"), Place("330411", "南屏区", "county", "330400")], by="test")
    assert record_definitions(DEFINITIONS, "indicators.yml", by="test")[0] == 2
    facts = PlanFacts(
        title="纲要", place_code="330400", kind="outline", slug="outline", first_year=2021, last_year=2025
    )
    read_version(receive_plan(PLAN.encode(), "plan.md", facts, by="test"), by="test")
    return Lake.open(tmp_path)


def load(path: Path, text: str, lake: Any, place: str = "330411") -> None:
    from lantu.run.readings import ReadingSource, import_readings

    path.write_text(HEADER + text, encoding="utf-8")
    import_readings(path, ReadingSource("air", place), by="test", lake=lake)


def measure(lake: Any, **more: Any) -> Any:
    from lantu.run.measuring_lake import measure_lake

    return measure_lake(["air"], by="test", lake=lake, **more)


def figures(code: str, at: datetime | None = None) -> dict[tuple[str, str], str]:
    from lantu.core.absence import Absence
    from lantu.store.known import known_values

    return {
        (v.place_code, str(v.period)): v.quantity.reason if isinstance(v.quantity, Absence) else str(v.quantity.amount)
        for v in known_values(at)
        if v.indicator_code == code
    }


def standing() -> Any:
    from lantu.run.clock import today_in_china
    from lantu.run.judging import judge_known

    ((_, target, found),) = list(judge_known(today_in_china()))
    assert target.indicator_code == "pm25"
    return found


def cells_at(lake: Any) -> dict[str, int]:
    from lantu.run.lake_values import cells_root

    root = cells_root(lake)
    return {str(path.relative_to(root)): path.stat().st_mtime_ns for path in root.rglob("*.parquet")}


def test_from_readings_to_the_standing_and_after_a_correction(lake: Any, tmp_path: Path) -> None:
    from lantu.store.models import AuditRow, StandingRow, ValueRow

    load(tmp_path / "a.csv", hours(range(365), 24.0), lake)
    lake.flush(1)
    assert lake.status().staged_rows == 0
    report = measure(lake)
    assert [(p.pack, p.stations, p.readings, p.unplaced, p.is_full) for p in report.packs] == [
        ("air", 1, 8760, 0, True)
    ]
    assert figures("pm25") == {("330400", "2025"): "25", ("330411", "2025"): "25"}
    before = standing()
    assert (before.klass, str(before.latest.quantity)) == ("met", "25 微克/立方米")
    row = ValueRow.objects.get(indicator_code="pm25", place_code="330400")
    assert row.rule.startswith("air.city_year: ")
    assert row.inputs == ["cell/air/city_year/pm25/330400/2025"]
    assert AuditRow.objects.filter(action="lake.measured").count() == 1
    known_at = row.recorded_at

    # nothing new: nothing is computed and nothing written
    kept, files = ValueRow.objects.count(), cells_at(lake)
    again = measure(lake)
    assert [(p.is_full, p.changed) for p in again.packs] == [(False, 0)]
    assert (again.values, ValueRow.objects.count()) == (0, kept)
    assert cells_at(lake) == files

    # one day is corrected upward so far that the year's mean goes over the limit
    load(tmp_path / "b.csv", hours(range(100, 101), 900.0), lake)
    late = measure(lake)
    assert [p.is_full for p in late.packs] == [False]
    assert figures("pm25")["330400", "2025"] == "27"
    touched = {path for path, at in cells_at(lake).items() if files.get(path) != at and "series" not in path}
    assert {path.split("/")[1] for path in touched} >= {"station_day", "city_day", "city_year"}
    days = {path.split("/")[2] for path in touched if "/station_day/" in path}
    assert days == {f"{2025 * 12 + 3}.parquet"}, "only April is written anew"
    after = standing()
    assert str(after.latest.quantity) == "27 微克/立方米"
    assert StandingRow.objects.count() >= 2
    assert figures("pm25", known_at)["330400", "2025"] == "25"

    # the same as computing everything
    whole = measure(lake, full=True)
    assert whole.packs[0].is_full
    assert whole.values == 0


def test_what_is_not_enough_is_absent_with_its_reason_and_a_report_stands(lake: Any, tmp_path: Path) -> None:
    from lantu.run.returns import receive_return

    load(tmp_path / "a.csv", hours(range(20), 24.0), lake)
    measure(lake)
    assert "有效数据不足" in figures("pm25")["330400", "2025"]
    text = "region,indicator,year,value,unit,source,status,recorded_on\n青湖市,细颗粒物平均浓度,2025,26,微克/立方米,公报,final,2026-01-20\n"
    receive_return(text.encode(), "a.csv", by="li")
    measure(lake)
    assert figures("pm25")["330400", "2025"] == "26"


def test_stations_without_a_place_and_unknown_indicators_are_told(lake: Any, tmp_path: Path) -> None:
    from lantu.run.setting_up import record_definitions

    record_definitions(
        'indicators:\n  - {code: x, name: 某项, unit: "%", direction: up, kind: ratio, measured_by: air.nothing}\n',
        "x.yml",
        by="test",
    )
    load(tmp_path / "a.csv", hours(range(2), 24.0, 6), lake)
    rows = [
        {"series": f"air/pm25/{name}", "observed_at": FIRST, "value": 5.0, "place_code": place}
        for name, place in (("lost", ""), ("far", "999999"))
    ]
    lake.append(rows, source="x", recorded_at=datetime(2026, 1, 1, tzinfo=UTC))
    report = measure(lake)
    assert sorted(d.code for d in report.diagnostics) == ["M001", "M002", "M005"]
    assert report.packs[0].unplaced == 2


def test_a_computation_that_was_stopped_begins_anew(lake: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from lantu.run import measuring_lake
    from lantu.run.lake_values import cells_root
    from lantu.store.computed import read_computed

    load(tmp_path / "a.csv", hours(range(365), 24.0, 1), lake)
    measure(lake)
    load(tmp_path / "b.csv", hours(range(100, 101), 900.0), lake)

    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(measuring_lake, "compute_changed", stop)
        with pytest.raises(KeyboardInterrupt):
            measure(lake)
    assert read_computed(cells_root(lake) / "air") is None
    assert figures("pm25")["330400", "2025"] == "25"
    assert measure(lake).packs[0].is_full
    assert figures("pm25")["330400", "2025"] == "27"
