"""One way of computing the same indicators, in a process of its own, so that its memory can be told.

In: the way, a folder of observations. Out: one JSON line: CPU and wall seconds, highest memory, an answer to compare.
The answer: for each item, district or city, and year: mean and 90+ percentile of the days' city means, rounded by rule, where
enough hours, sites and days are valid. Left out on purpose: indices of a day, which are a thousandth of the work.
"""

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

from bench.observations import TOPS

Answer = dict[tuple[str, str, int], list[Any]]
PERCENT = {"so2": 98, "no2": 98, "co": 95, "pm10": 95, "pm25": 95}
WANTED = ("city_year", "city_year_percentile")
_DECIMALS = 1000


def find_files(folder: Path) -> list[Path]:
    """Files by month."""
    return sorted(folder.glob("month=*/*.parquet"))


def list_places(stations: list[str]) -> Any:
    """Stations in their county and their city, as `measure` takes places."""
    import pyarrow as pa

    rows = [
        (s, level, s[:width].ljust(6, "0"), "") for s in stations for level, width in (("county", 6), ("prefecture", 4))
    ]
    return pa.table(
        {name: pa.array([r[i] for r in rows]) for i, name in enumerate(("place", "level", "within", "kind"))}
    )


def find_stations(files: list[Path]) -> list[str]:
    """All that sent anything in the first month."""
    import duckdb

    found = duckdb.sql(f"SELECT DISTINCT split_part(series, '/', 3) AS s FROM read_parquet('{files[0]}')").fetchall()
    return sorted(str(row[0]) for row in found)


def compute_by_lantu(files: list[Path], stations: list[str]) -> Answer:
    """The pack's steps by Ibis on DuckDB."""
    from lantu.measure.steps import sort_steps
    from lantu.run.pack_folders import find_packs, load_pack
    from lantu.store.computing import compute_steps, fetch_cells
    from lantu.store.engine import open_engine

    steps = sort_steps(load_pack(find_packs()["air"]).pack.steps, WANTED)
    answer: Answer = {}
    with open_engine("duckdb://") as engine:
        engine.put_table("places", list_places(stations))
        engine.put_readings(files)
        compute_steps(engine, steps)
        for name in WANTED:
            for row in fetch_cells(engine, next(s for s in steps if s.name == name)).to_pylist():
                key = (row["item"], row["place"], row["period"])
                amount = row["amount"]
                answer.setdefault(key, [row["n"]]).append(None if amount is None else amount / _DECIMALS)
    return answer


HAND = """
WITH day AS (
  SELECT split_part(series, '/', 2) AS item, split_part(series, '/', 3) AS place, d, n,
    CASE WHEN n >= 20 THEN CASE WHEN item = 'co' THEN round_even(s / n, 1) ELSE round_even(s / n, 0) END END AS x
  FROM (
    SELECT series, (epoch_us(observed_at) // 1000000 + 28799) // 86400 AS d, count(v) AS n, sum(v) AS s
    FROM (
      SELECT series, observed_at, CASE WHEN flag = '' AND value BETWEEN 0 AND
        CASE quantity WHEN 'co' THEN 150 WHEN 'pm10' THEN 20000 ELSE 5000 END THEN value END AS v
      FROM read_parquet($files, hive_partitioning = false)
      WHERE superseded_at IS NULL AND quantity IN ('so2', 'no2', 'co', 'pm10', 'pm25')
    ) GROUP BY ALL
  )
), city AS (
  SELECT item, within AS place, d, CASE WHEN count(x) * 100 >= CASE WHEN count(*) < 4 THEN 50 ELSE 75 END * count(*)
    THEN round_even(avg(x), CASE item WHEN 'co' THEN 1 ELSE 0 END) END AS x
  FROM day JOIN places ON places.place = day.place GROUP BY item, within, d
), dated AS (
  SELECT *, DATE '1970-01-01' + CAST(d AS INTEGER) AS on_day FROM city
), months AS (
  SELECT item, place, year(on_day) AS y, month(on_day) AS m, count(x) AS n FROM dated GROUP BY ALL
), valid AS (
  SELECT item, place, y, count(*) = 12 AND min(n - CASE m WHEN 2 THEN 25 ELSE 27 END) >= 0 AND sum(n) >= 324 AS is_valid
  FROM months GROUP BY item, place, y
), year AS (
  SELECT item, place, year(on_day) AS y, count(x) AS n, avg(x) AS mean, CASE item WHEN 'so2' THEN quantile_cont(x, 0.98)
    WHEN 'no2' THEN quantile_cont(x, 0.98) ELSE quantile_cont(x, 0.95) END AS high
  FROM dated GROUP BY item, place, y
)
SELECT item, place, y, n, CASE WHEN is_valid THEN round_even(mean, CASE item WHEN 'co' THEN 1 ELSE 0 END) END,
  CASE WHEN is_valid THEN round_even(high, CASE item WHEN 'co' THEN 1 ELSE 0 END) END
FROM year JOIN valid USING (item, place, y)
"""


def compute_by_hand(files: list[Path], stations: list[str]) -> Answer:
    """SQL for DuckDB as somebody who knows both would write it, in binary fractions."""
    import duckdb

    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false; SET preserve_insertion_order = false")
    connection.register("places", list_places(stations))
    rows = connection.execute(HAND, {"files": [str(file) for file in files]}).fetchall()
    return {(item, place, year): list(rest) for item, place, year, *rest in rows}


def compute_by_pandas(files: list[Path], stations: list[str]) -> Answer:
    """Pandas, month by month, as all of it does not fit into memory."""
    import pandas as pd

    columns = ["series", "observed_at", "value", "flag", "quantity", "superseded_at"]
    sums = []
    for file in files:
        rows = pd.read_parquet(file, columns=columns)
        rows = rows[rows["superseded_at"].isna()]
        top = rows["quantity"].map({"co": 150.0, "pm10": 20_000.0}).fillna(5_000.0)
        rows["v"] = rows["value"].where((rows["flag"] == "") & rows["value"].between(0, top))
        seconds = rows["observed_at"].astype("int64") // 10**6
        rows["d"] = (seconds + 28_799) // 86_400
        sums.append(rows.groupby(["series", "d"])["v"].agg(["count", "sum"]))
    day = pd.concat(sums).groupby(level=[0, 1]).sum().reset_index()
    parts = day["series"].str.split("/", expand=True)
    day["item"], day["station"] = parts[1], parts[2]
    digits = (day["item"] == "co").astype(int)
    day["x"] = _round(day["sum"] / day["count"], digits).where(day["count"] >= 20)
    places = list_places(stations).to_pandas().rename(columns={"place": "station"})
    joined = day.merge(places, on="station")
    city = joined.groupby(["item", "within", "d"])["x"].agg(["mean", "count", "size"]).reset_index()
    share = (city["size"] < 4).map({True: 50, False: 75})
    city["x"] = _round(city["mean"], (city["item"] == "co").astype(int)).where(
        city["count"] * 100 >= share * city["size"]
    )
    on_day = pd.to_datetime(city["d"], unit="D")
    city["y"], city["m"] = on_day.dt.year, on_day.dt.month
    answer: Answer = {}
    for (item, place, year), rows in city.groupby(["item", "within", "y"]):
        counts = rows.groupby("m")["x"].count()
        is_valid = (
            len(counts) == 12 and all(n >= (25 if m == 2 else 27) for m, n in counts.items()) and counts.sum() >= 324
        )
        places_shown = 1 if item == "co" else 0
        mean, high = rows["x"].mean(), rows["x"].quantile(PERCENT[str(item)] / 100)
        answer[str(item), str(place), int(year)] = [
            int(counts.sum()),
            *(round(float(v), places_shown) if is_valid else None for v in (mean, high)),
        ]
    return answer


def _round(values: Any, digits: Any) -> Any:
    return values.round(0).where(digits == 0, values.round(1))


WAYS = {"lantu": compute_by_lantu, "hand": compute_by_hand, "pandas": compute_by_pandas}


def main(way: str, folder: str, repeats: str = "1") -> None:
    """Compute as often as asked and tell of the last time, when programs and expressions are at hand."""
    files = find_files(Path(folder))
    stations = find_stations(files)
    for _ in range(int(repeats)):
        wall, cpu = time.perf_counter(), time.process_time()
        answer = WAYS[way](files, stations)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    kept = {"/".join(map(str, key)): row for key, row in sorted(answer.items())}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu, "wall": wall, "memory_mb": memory, "answer": kept}))


if __name__ == "__main__":
    assert set(PERCENT) == set(TOPS)
    main(*sys.argv[1:])
