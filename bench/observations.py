"""Makes observations for the benches: hours of air at stations, month by month, the same every time.

In: a folder, numbers of stations and years. Out: Parquet files by month in the lake's columns and its order: by series
and time. Left out on purpose: real air; figures are made from a hash of what they are about. One hour in a hundred is
missing, one in a thousand flagged, and one in five thousand was corrected later.
"""

from collections.abc import Iterator
from pathlib import Path

import duckdb

TOPS = {"so2": 15, "no2": 60, "co": 2, "pm10": 140, "pm25": 90}
"""Quantities and the top of their usual range; carbon monoxide in mg with one place, the others whole μg."""

COUNTIES = ("330402", "330411", "330421", "330424", "330481", "330482", "330483")
ROW_GROUP = 40_960
"""Small enough that a station's month is little of a file."""


def list_stations(count: int) -> list[str]:
    """Codes of stations, spread over the counties: county and three digits."""
    return [f"{COUNTIES[i % len(COUNTIES)]}{i // len(COUNTIES) + 1:03d}" for i in range(count)]


def list_months(first_year: int, years: int) -> Iterator[str]:
    """Months as the lake names them."""
    for year in range(first_year, first_year + years):
        yield from (f"{year}-{month:02d}" for month in range(1, 13))


def make_observations(folder: Path, stations: int, years: int, first_year: int = 2021) -> list[Path]:
    """The files, made where they are not there yet."""
    paths = []
    connection = duckdb.connect()
    connection.execute("SET TimeZone='UTC'")
    connection.execute("CREATE TABLE stations AS SELECT unnest(?) AS station", [list_stations(stations)])
    items = [list(TOPS), list(TOPS.values())]
    connection.execute("CREATE TABLE items AS SELECT unnest(?) AS quantity, unnest(?) AS top", items)
    for month in list_months(first_year, years):
        path = folder / f"month={month}" / "part-0.parquet"
        paths.append(path)
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".unfinished")
            connection.execute(_write_month(month, unfinished))
            unfinished.rename(path)
    connection.close()
    return paths


def _write_month(month: str, path: Path) -> str:
    first = f"TIMESTAMPTZ '{month}-01 00:00:00+00'"
    return f"""
    COPY (
      WITH hours AS (
        SELECT unnest(generate_series({first}, {first} + INTERVAL 1 MONTH - INTERVAL 1 HOUR, INTERVAL 1 HOUR)) AS moment
      ), raw AS (
        SELECT quantity, station, top, moment,
          hash(quantity, station, moment) AS h, hash(station[1:6], CAST(epoch(moment) / 86400 AS BIGINT)) AS air
        FROM items, stations, hours
      ), figures AS (
        SELECT *, CASE WHEN top = 2 THEN (2 + h % 8 + air % 12) / 10.0 ELSE
          CAST(top * 0.1 + (h % 1000) / 1000.0 * top * 0.5 + (air % 1000) / 1000.0 * top * 0.6 AS BIGINT)::DOUBLE END AS v
        FROM raw WHERE h % 100 <> 7
      ), versions AS (
        SELECT *, v AS value, h % 5003 = 11 AS is_correction, false AS is_old FROM figures
        UNION ALL SELECT *, v + 5, false, true FROM figures WHERE h % 5003 = 11
      )
      SELECT 'air/' || quantity || '/' || station AS series, station[1:6] AS place_code, quantity, moment AS observed_at,
        value, CASE WHEN top = 2 THEN 'mg/m3' ELSE 'μg/m3' END AS unit,
        CASE WHEN h % 1009 = 0 THEN 'stuck' ELSE '' END AS flag, 'bench' AS source, 'bench' AS source_key,
        moment + CASE WHEN is_correction THEN INTERVAL 30 DAY ELSE INTERVAL 20 MINUTE END AS recorded_at,
        CAST(epoch(moment) * 1000 + (h % 1000) AS BIGINT) AS sequence,
        CASE WHEN is_old THEN moment + INTERVAL 30 DAY END AS superseded_at
      FROM versions ORDER BY series, observed_at, recorded_at
    ) TO '{path}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP})"""
