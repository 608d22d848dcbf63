"""Real annual series to try forecasts on.

In: the data sets that come inside an installed package, and the shared folder where there is one. Out: named series of
consecutive years. Left out on purpose: copies; nothing of either source is kept in the repository. The yearly counts of
sunspots are left out as well: no promise of a plan follows an eleven-year cycle.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "economy"
COUNTRIES_STEP = 10
"""Every tenth country of the table of fertility, so that one subject does not outweigh all others."""


@dataclass(frozen=True, slots=True)
class AnnualSeries:
    """Figures of consecutive years.

    Attributes:
        source: Data set it comes from.
        name: Of the series in it.
        figures: Oldest first.
    """

    source: str
    name: str
    figures: tuple[float, ...]


def list_series() -> list[AnnualSeries]:
    """All series, always in the same order."""
    makers = (_macro, _longley, _grunfeld, _fertility, _copper, _danish, _single, _shared_economy)
    return [series for make in makers for series in make()]


def _frame(name: str) -> Any:
    from statsmodels import datasets

    return getattr(datasets, name).load_pandas().data


def _yearly(frame: Any, year: Any, column: str, wanted: int) -> tuple[float, ...]:
    """Means of the years that have all their quarters or months."""
    groups = frame.groupby(year)[column]
    full = groups.count() == wanted
    return tuple(float(x) for x in groups.mean()[full])


def _macro() -> Iterator[AnnualSeries]:
    frame = _frame("macrodata")
    for column in ("realgdp", "realcons", "realinv", "realgovt", "realdpi", "cpi", "m1", "tbilrate", "unemp", "pop"):
        yield AnnualSeries("macrodata (United States)", column, _yearly(frame, frame["year"], column, 4))


def _longley() -> Iterator[AnnualSeries]:
    frame = _frame("longley")
    for column in ("TOTEMP", "GNPDEFL", "GNP", "UNEMP", "ARMED", "POP"):
        yield AnnualSeries("longley (United States)", column, tuple(float(x) for x in frame[column]))


def _grunfeld() -> Iterator[AnnualSeries]:
    frame = _frame("grunfeld")
    for firm, rows in frame.sort_values(["firm", "year"]).groupby("firm"):
        for column in ("invest", "value", "capital"):
            yield AnnualSeries("grunfeld (firms)", f"{firm} {column}", tuple(float(x) for x in rows[column]))


def _fertility() -> Iterator[AnnualSeries]:
    frame = _frame("fertility")
    years = [str(year) for year in range(1960, 2012)]
    whole = frame.dropna(subset=years)
    for row in whole.iloc[::COUNTRIES_STEP].itertuples(index=False):
        yield AnnualSeries("fertility (countries)", row[0], tuple(float(x) for x in row[4 : 4 + len(years)]))


def _copper() -> Iterator[AnnualSeries]:
    frame = _frame("copper")
    for column in ("WORLDCONSUMPTION", "COPPERPRICE", "INCOMEINDEX", "ALUMPRICE", "INVENTORYINDEX"):
        yield AnnualSeries("copper (world market)", column, tuple(float(x) for x in frame[column]))


def _danish() -> Iterator[AnnualSeries]:
    frame = _frame("danish_data")
    for column in ("lrm", "lry", "lpy", "ibo", "ide"):
        yield AnnualSeries("danish_data (Denmark)", column, _yearly(frame, frame.index.year, column, 4))


def _single() -> Iterator[AnnualSeries]:
    from statsmodels import datasets

    yield AnnualSeries("climate", "flow of the Nile", tuple(float(x) for x in _frame("nile")["volume"]))
    ocean = _frame("elnino").drop(columns="YEAR").dropna()
    yield AnnualSeries("climate", "temperature of the Pacific", tuple(float(x) for x in ocean.mean(axis=1)))
    air = datasets.co2.load_pandas().data["co2"].resample("MS").mean().interpolate().to_frame("co2")
    yield AnnualSeries("climate", "carbon dioxide", _yearly(air, air.index.year, "co2", 12))
    rates = _frame("interest_inflation")
    for column in ("Dp", "R"):
        yield AnnualSeries("interest_inflation (Germany)", column, _yearly(rates, rates["year"], column, 4))


def _shared_economy() -> Iterator[AnnualSeries]:
    """Output and registered population of the sample's city, where the shared folder is there; years in a row only."""
    path = SHARED / "ydm_jiaxing_gdp_population_1978-2023.csv"
    if not path.is_file():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row and row[0].strip().isdigit()]
    for column, name in ((1, "registered population"), (2, "output")):
        known = {int(row[0]): float(row[column]) for row in rows if len(row) > column and row[column].strip()}
        last = max(known)
        first = last
        while first - 1 in known:
            first -= 1
        yield AnnualSeries("Jiaxing", name, tuple(known[year] for year in range(first, last + 1)))
