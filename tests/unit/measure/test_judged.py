"""Basins judged by shares of their sections, or by the mean of few: as the tables say, as plain Python and as the pack's formula."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from lantu.core.time import CHINA_TIME
from lantu.measure.cells import places_table
from lantu.measure.judged import STATUSES, judge_groups
from lantu.measure.steps import sort_steps
from lantu.packs.compute import compute_table
from lantu.packs.row_input import SourceRow, SourceTable
from lantu.run.pack_folders import LoadedPack, find_packs, load_pack
from tests.unit.measure.air_days import places_table as make_places
from tests.unit.measure.basin_months import PLACES, SECTIONS, TOPS, make_basins
from tests.unit.measure.cell_tables import run
from tests.unit.measure.plain import Reading, compute_cells
from tests.unit.measure.test_steps import check_equal

MONTH = 2024 * 12


@pytest.fixture(scope="module")
def pack() -> LoadedPack:
    return load_pack(find_packs()["water"])


@pytest.mark.parametrize(
    ("classes", "mean", "status"),
    [
        ((1, 2, 3, 3, 2, 1, 3, 2, 1, 4), 6, "excellent"),  # 90 percent are good, whatever the mean
        ((1, 2, 3, 3, 2, 1, 3, 4, 6, 6), None, "medium"),  # 70 percent are good and 20 worse than Ⅴ
        ((1, 2, 3, 4, 1, 3, 3, 6), None, "good"),  # 75 percent are good
        ((1, 1, 4, 4, 5), None, "light"),
        ((1, 6, 6, 4, 4), None, "heavy"),  # 40 percent are worse than Ⅴ
        ((None, None, 1, 1, 4), None, "light"),  # five with figures, of which two are open
        ((None,) * 5, 1, None),  # five that are all open have no shares
        ((6, 6, 6, 6), 2, "excellent"),  # few: the class of their mean
        ((1, 1), 3, "good"),
        ((1,), 4, "light"),
        ((1,), 5, "medium"),
        ((1,), 6, "heavy"),
        ((4, 4, None), None, None),  # few, and rivers and lakes differ
    ],
)
def test_where_each_status_begins(
    pack: LoadedPack, classes: tuple[int | None, ...], mean: int | None, status: str | None
) -> None:
    (step,) = (s for s in pack.pack.steps if s.name == "basin_status")
    places = [(f"s{i}", "basin", "x", "") for i in range(len(classes))] + [("x", "basin", "x", "")]
    rows = [("class", f"s{i}", MONTH, None if c is None else c * 10, 1) for i, c in enumerate(classes)]
    rows.append(("mean_class", "x", MONTH, None if mean is None else mean * 10, 1))
    found = run(lambda t: judge_groups(t, places_table(), step).select("place", "amount"), rows, make_places(places))
    assert found == [{"place": "x", "amount": None if status is None else (STATUSES.index(status) + 1) * 10}]


def test_every_cell_of_basins_is_as_plain_python_has_it(pack: LoadedPack) -> None:
    steps, readings = sort_steps(pack.pack.steps, ["basin_status", "basin_status_year"]), make_basins(5)
    assert check_equal(steps, readings, PLACES) > 400
    cells = compute_cells(steps, readings, PLACES)
    found = {name: {c.amount for k, c in cells["basin_status"].items() if k[1] == name} for name in SECTIONS}
    assert all(len(amounts) > 1 for amounts in found.values())
    assert any(c.amount is not None for c in cells["basin_status_year"].values())


def test_the_formula_of_the_pack_says_the_same(pack: LoadedPack) -> None:
    readings = [r for r in make_basins(6, 8) if not r.flag and r.value != 900.0]
    steps = sort_steps(pack.pack.steps, ["basin_status"])
    cells = compute_cells(steps, readings, PLACES)["basin_status"]
    names = ("优", "良好", "轻度污染", "中度污染", "重度污染")
    by_month = {
        (k[1], k[2] % 12 + 1): None if c.amount is None else names[int(c.amount) // 10 - 1] for k, c in cells.items()
    }
    assert by_month == _tell_formula(pack, readings)
    assert len({*by_month.values()}) > 3


def _tell_formula(pack: LoadedPack, readings: list[Reading]) -> dict[tuple[str, int], str | None]:
    indicator = pack.pack.find_indicator("basin_status")
    assert indicator is not None
    figures: dict[tuple[str, int], dict[str, str]] = {}
    for reading in readings:
        _, item, section = reading.series.split("/")
        local = reading.observed_at + timedelta(hours=8)
        figures.setdefault((section, local.month), {})[item] = str(Decimal(str(reading.value)))
    kinds = {
        name: (basin, {"river": "河流", "lake": "湖库", "": ""}[kind])
        for basin, s in SECTIONS.items()
        for name, kind in s
    }
    heads = {"ph": "pH", "do": "溶解氧", "codmn": "高锰酸盐指数", "nh3n": "氨氮", "tp": "总磷", "cod": "化学需氧量"}
    rows = [
        SourceRow(
            line,
            (kinds[section][0], section, f"2024-{month:02d}-15", kinds[section][1], *(found.get(i, "") for i in TOPS)),
        )
        for line, ((section, month), found) in enumerate(figures.items(), start=2)
    ]
    columns = ("流域", "断面", "日期", "水体类型", *(heads[item] for item in TOPS))
    table = SourceTable("sections.csv", columns, tuple(rows))
    done = compute_table(table, pack.pack, indicator, pack.functions, datetime(2026, 11, 1, tzinfo=CHINA_TIME))
    told = {}
    for result in done.results:
        keys = dict(result.keys)
        value = result.outcome.value
        told[keys["basin"], int(keys["month"].split("-")[1])] = value if isinstance(value, str) else None
    return told
