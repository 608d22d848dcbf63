"""The air and water packs against tables of official answers and published values.

The tables lie beside the repository; the packs' own cases hold without them.
"""

import csv
import io
import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lantu.core.time import CHINA_TIME
from lantu.packs.air.formulas import compute_iaqi
from lantu.packs.compute import Computed, compute_table
from lantu.packs.json_form import result_to_json
from lantu.packs.row_input import SourceRow, SourceTable
from lantu.run.pack_folders import LoadedPack, find_packs, load_pack

NOW = datetime(2026, 6, 1, tzinfo=CHINA_TIME)
DAYS = {"HJ 633-2012": "2025-07-01", "HJ 633-2026": "2026-05-01"}


@pytest.fixture(scope="module")
def air() -> LoadedPack:
    return load_pack(find_packs()["air"])


@pytest.fixture(scope="module")
def water() -> LoadedPack:
    return load_pack(find_packs()["water"])


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))


def compute(loaded: LoadedPack, code: str, rows: list[dict[str, str]]) -> Computed:
    header = tuple(rows[0])
    below = tuple(SourceRow(n, tuple(row[name] for name in header)) for n, row in enumerate(rows, start=2))
    indicator = loaded.pack.find_indicator(code)
    assert indicator is not None
    return compute_table(SourceTable("f.csv", header, below), loaded.pack, indicator, loaded.functions, NOW)


def drop(rows: list[dict[str, str]], *names: str) -> list[dict[str, str]]:
    return [{name: text for name, text in row.items() if name not in names} for row in rows]


def test_every_index_of_the_table(shared: Path, air: LoadedPack) -> None:
    rows = read_csv(shared / "reference/tables/aqi_iaqi_vectors.csv")
    assert len(rows) == 276
    wrong = []
    for row in rows:
        day = datetime.fromisoformat(DAYS[row["standard"]]).date()
        averaging = "hour" if row["averaging"] == "1h" else "day"
        found = compute_iaqi(row["pollutant"], Decimal(row["concentration"]), averaging, day, air.pack.rules)
        if found != (Decimal(row["iaqi"]) if row["iaqi"].isdigit() else None):
            wrong.append((row, found))
    assert wrong == []


@pytest.mark.parametrize("standard", DAYS)
def test_every_day_of_the_table(shared: Path, air: LoadedPack, standard: str) -> None:
    vectors = json.loads((shared / "reference/tables/aqi_daily_vectors.json").read_text("utf-8"))
    names = {"so2": "SO2", "no2": "NO2", "co": "CO", "o3": "O3_8h", "pm10": "PM10", "pm25": "PM2.5"}
    rows = [{"date": DAYS[standard], **{names[k]: str(v) for k, v in case["input"].items()}} for case in vectors]
    assert len(rows) == 7
    for index, row in enumerate(rows):
        (result,) = compute(air, "aqi_daily", [row]).results
        told, wanted = result_to_json(result), vectors[index][standard]
        found = {name: told[name] for name in ("iaqi", "primary", "category")}
        assert {"aqi": told["value"], "good_day": told["is_good_day"], **found} == wanted
        assert told["edition"] == standard


def test_breakpoints_and_limits_equal_the_tables(shared: Path, air: LoadedPack, water: LoadedPack) -> None:
    """Written by hand in rules.yml, compared figure by figure with the tables they came from."""
    wrong: list[Any] = []
    for row in read_csv(shared / "reference/tables/iaqi_breakpoints.csv"):
        day = datetime.fromisoformat(DAYS[row["standard"]]).date()
        values = air.pack.rules.pick("iaqi_breakpoints", day).values
        points = values["hour" if row["averaging"] == "1h" else "day"][row["pollutant"]]
        place = values["levels"].index(Decimal(row["iaqi"]))
        if row["concentration"] and points[place] != Decimal(row["concentration"]):
            wrong.append(row)
    items = water.pack.rules.pick("class_limits", None).values["items"]
    by_name = {item["name"]: item for item in items.values()}
    compared = 0
    for row in read_csv(shared / "reference/tables/gb3838_limits.csv"):
        name = row["item"].partition("(")[0].replace("铬", "铬（六价）")
        limits = [row[f"class_{c}"].partition(" ")[0] for c in ("I", "II", "III", "IV", "V")]
        if row["in_21_items_for_section_class"] == "1":
            compared += 1
            item = by_name[name]
            ours = item.get("at_least") or item.get("at_most")
            if ours is not None and list(ours) != [Decimal(limit) for limit in limits]:
                wrong.append(row)
    assert (wrong, compared) == ([], 21)


@pytest.mark.parametrize("edition", ["gb3095_2012", "gb3095_2026_transition", "gb3095_2026_final"])
def test_limits_of_the_air_equal_the_table(shared: Path, air: LoadedPack, edition: str) -> None:
    days = {"gb3095_2012": "2021-01-01", "gb3095_2026_transition": "2026-03-01", "gb3095_2026_final": "2031-01-01"}
    values = air.pack.rules.pick("limits", datetime.fromisoformat(days[edition]).date()).values
    words = {"年平均": "year", "日平均": "day", "日最大8小时平均": "day", "1小时平均": "hour"}
    compared = 0
    for row in read_csv(shared / "reference/tables/gb3095_limits.csv"):
        for grade in ("grade_1", "grade_2"):
            ours = values[grade].get(words.get(row["averaging"], ""), {}).get(row["pollutant"])
            if ours is not None:
                compared += 1
                assert ours == Decimal(row[f"{edition}_{grade.replace('_', '')}"]), (row, grade)
    assert compared == 28


def test_hourly_index_equals_every_published_value(shared: Path, air: LoadedPack) -> None:
    equal = 0
    for path in sorted((shared / "data/air").glob("*.csv")):
        rows = read_csv(path)
        found = compute(air, "aqi_hourly", drop(rows, "AQI", "Level", "PrimaryPollution")).results
        for row, result in zip(rows, found, strict=True):
            if row["AQI"].isdigit():
                assert result.outcome.value == Decimal(row["AQI"]), row
                equal += 1
    assert equal == 508


def test_water_class_equals_published_classes(shared: Path, water: LoadedPack) -> None:
    (path,) = (shared / "data/water").glob("*.csv")
    rows = read_csv(path)
    found = compute(water, "class", drop(rows, "水质类别")).results
    published = [
        (row["断面名称"], row["水质类别"], result.outcome.parts)
        for row, result in zip(rows, found, strict=True)
        if row["水质类别"] != "--"
    ]
    by_river = [parts["class_river"] == name for _, name, parts in published]
    assert len(published) == 381
    assert sum(by_river) == 370
    assert all(name in (parts["class_river"], parts["class_lake"]) for _, name, parts in published)


def test_the_manual_lists_the_sections_that_need_lake_limits(shared: Path, water: LoadedPack, repo: Path) -> None:
    (path,) = (shared / "data/water").glob("*.csv")
    rows = read_csv(path)
    found = compute(water, "class", drop(rows, "水质类别")).results
    lakes = [
        row["断面名称"]
        for row, result in zip(rows, found, strict=True)
        if row["水质类别"] not in ("--", result.outcome.parts.get("class_river"))
    ]
    manual = (repo / "docs/manual/packs.md").read_text("utf-8")
    assert len(lakes) == 11
    assert [name for name in lakes if name not in manual] == []
