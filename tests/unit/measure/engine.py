"""Observations for the tests of measure: made up, run by DuckDB, and computed a second time in plain Python."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import ibis
import pyarrow as pa
from hypothesis import settings
from hypothesis import strategies as st

from lantu.core.definition import Definition, Direction, Kind, Ratio

SCHEMA = pa.schema(
    [
        ("observation_id", pa.string()),
        ("indicator_code", pa.string()),
        ("place_code", pa.string()),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
        ("amount", pa.decimal128(38, 10)),
        ("bound", pa.string()),
        ("status", pa.string()),
        ("published_on", pa.date32()),
        ("recorded_at", pa.timestamp("us")),
        ("note", pa.string()),
    ]
)

DEFINITIONS = (
    Definition("rd", "研发经费支出", "亿元", Direction.UP, Kind.FLOW),
    Definition("gdp", "地区生产总值", "亿元", Direction.UP, Kind.FLOW),
    Definition("people", "常住人口", "万人", Direction.NONE, Kind.LEVEL),
    Definition("share", "研发占比", "%", Direction.UP, Kind.RATIO, ratio=Ratio("rd", "gdp")),
    Definition("head", "人均地区生产总值", "元", Direction.UP, Kind.RATIO, ratio=Ratio("gdp", "people")),
    Definition("thousand", "每千人研发", "万元", Direction.UP, Kind.RATIO, ratio=Ratio("rd", "people", Decimal(1000))),
)


@dataclass(frozen=True, slots=True)
class Observed:
    """One observation as a row."""

    observation_id: str
    indicator_code: str
    place_code: str
    period_start: date
    period_end: date
    amount: Decimal
    bound: str
    status: str
    published_on: date | None
    recorded_at: datetime
    note: str

    @property
    def key(self) -> tuple[object, ...]:
        return (self.indicator_code, self.place_code, self.period_start, self.period_end)


def observe(number: int, code: str, amount: str, **changes: Any) -> Observed:
    fields: dict[str, Any] = {
        "place_code": "330400",
        "period_start": date(2021, 1, 1),
        "period_end": date(2021, 12, 31),
        "bound": "=",
        "status": "final",
        "published_on": None,
        "recorded_at": datetime(2026, 1, 1),  # noqa: DTZ001 - kept in UTC without a zone, as the table has it
        "note": "",
        **changes,
    }
    return Observed(observation_id=str(number), indicator_code=code, amount=Decimal(amount), **fields)


@lru_cache(maxsize=1)
def _connection() -> Any:
    return ibis.duckdb.connect()


def run(build: Callable[[ibis.Table], ibis.Table], observations: Iterable[Observed]) -> list[dict[str, Any]]:
    """The rows that DuckDB gives for an expression on the observations."""
    columns = {name: [getattr(o, name) for o in observations] for name in SCHEMA.names}
    table = _connection().create_table("observations", pa.table(columns, schema=SCHEMA), temp=True, overwrite=True)
    rows: list[dict[str, Any]] = _connection().to_pyarrow(build(table)).to_pylist()
    return rows


_MOMENTS = tuple(datetime(2026, month, 1) for month in (1, 2))  # noqa: DTZ001
_DAYS = (None, date(2022, 1, 31), date(2022, 4, 30))


FEW = settings(max_examples=12)
"""An expression takes a third of a second to become SQL, so there are few cases, and they are long."""


@st.composite
def observation_lists(draw: st.DrawFn) -> list[Observed]:
    """Few codes, places and periods, so that rows meet."""
    count = draw(st.integers(0, 40))
    return [
        observe(
            number,
            draw(st.sampled_from(["rd", "gdp", "people", "share", "unknown"])),
            str(draw(st.decimals(min_value="-5000", max_value="5000", places=4))),
            place_code=draw(st.sampled_from(["330400", "330411", "330402"])),
            period_end=draw(st.sampled_from([date(2021, 6, 30), date(2021, 12, 31)])),
            bound=draw(st.sampled_from(["=", "=", "=", "<"])),
            status=draw(st.sampled_from(["preliminary", "final", "revised", "unstated"])),
            published_on=draw(st.sampled_from(_DAYS)),
            recorded_at=draw(st.sampled_from(_MOMENTS)),
            note=draw(st.sampled_from(["", "口径一", "口径二"])),
        )
        for number in range(1, count + 1)
    ]


def pick_in_force(observations: Iterable[Observed], codes: Iterable[str]) -> dict[tuple[object, ...], Observed]:
    """The rule of vintages in plain Python."""
    wanted = set(codes)
    chosen: dict[tuple[object, ...], Observed] = {}
    for o in observations:
        old = chosen.get(o.key)
        if o.indicator_code in wanted and (old is None or _rank(o) > _rank(old)):
            chosen[o.key] = o
    return chosen


def _rank(o: Observed) -> tuple[object, ...]:
    return (o.published_on or date.min, o.recorded_at, int(o.observation_id))
