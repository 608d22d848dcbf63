"""Made-up hours of air for the tests that compare engines: what goes wrong in a year goes wrong in these days."""

import random
from datetime import UTC, datetime, timedelta

import pyarrow as pa

from tests.unit.measure.plain import Reading

STATIONS = ("330411001", "330411002", "330402001", "330402002", "330402003")
TOPS = {"so2": 30, "no2": 90, "co": 3, "o3": 190, "pm10": 160, "pm25": 90}
PLACES = [
    *((s, "county", s[:6], "") for s in STATIONS),
    *((s, "prefecture", "330400", "") for s in STATIONS),
    *(
        (c, level, within, "")
        for c in ("330411", "330402")
        for level, within in (("county", c), ("prefecture", "330400"))
    ),
    ("330400", "prefecture", "330400", ""),
]
"""Stations in two districts of one city."""

LAKE = pa.schema(
    [
        ("series", pa.string()), ("place_code", pa.string()), ("quantity", pa.string()),
        ("observed_at", pa.timestamp("us", "UTC")), ("value", pa.float64()), ("unit", pa.string()), ("flag", pa.string()),
        ("source", pa.string()), ("source_key", pa.string()), ("recorded_at", pa.timestamp("us", "UTC")),
        ("sequence", pa.int64()), ("superseded_at", pa.timestamp("us", "UTC")),
    ]
)  # fmt: skip
"""Columns of a file of the lake."""


def make_hours(first: datetime, days: int, seed: int, stations: tuple[str, ...] = STATIONS) -> list[Reading]:
    """Hours with gaps, flags, impossible figures, whole days missing, and figures that round to a half."""
    draw = random.Random(seed)
    readings = []
    for station in stations:
        for day in range(days):
            if draw.random() < 0.05:
                continue
            for item, top in TOPS.items():
                level = draw.uniform(0.1, 1.4) * top
                lost = draw.choice((0, 0, 0, 1, 4, 9))
                for hour in draw.sample(range(24), 24 - lost):
                    readings.append(
                        _read(draw, f"air/{item}/{station}", first + timedelta(days=day, hours=hour), level)
                    )
    return readings


def _read(draw: random.Random, series: str, at: datetime, level: float) -> Reading:
    value: float | None = round(draw.uniform(0.5, 1.2) * level, draw.choice((0, 0, 1, 3)))
    odd = draw.random()
    if odd < 0.004:
        value = draw.choice((None, -3.0, 99_999.0))
    return Reading(series, at.astimezone(UTC), value, "stuck" if 0.004 < odd < 0.01 else "")


def readings_table(readings: list[Reading], recorded_at: datetime = datetime(2026, 11, 1, tzinfo=UTC)) -> pa.Table:
    """The readings as rows of the lake."""
    count = len(readings)
    columns = {
        "series": [r.series for r in readings],
        "place_code": [r.series.split("/")[2][:6] for r in readings],
        "quantity": [r.series.split("/")[1] for r in readings],
        "observed_at": [r.observed_at for r in readings],
        "value": [r.value for r in readings],
        "unit": [""] * count,
        "flag": [r.flag for r in readings],
        "source": ["made"] * count,
        "source_key": ["made"] * count,
        "recorded_at": [recorded_at] * count,
        "sequence": list(range(1, count + 1)),
        "superseded_at": [None] * count,
    }
    return pa.table(columns, schema=LAKE)


def places_table(places: list[tuple[str, str, str, str]]) -> pa.Table:
    """Places as `measure` takes them."""
    names = ("place", "level", "within", "kind")
    return pa.table({name: pa.array([p[i] for p in places], pa.string()) for i, name in enumerate(names)})
