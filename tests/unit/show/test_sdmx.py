"""Figures as SDMX: other people's libraries read them back, figure by figure."""

import io
import json
from datetime import UTC, date, datetime

import msgspec
import pytest
import sdmx
from pysdmx.io import read_sdmx
from pysdmx.io.json.sdmxjson2.messages import JsonStructureMessage
from pysdmx.model import decoders

from lantu.core.time import Period, parse_period
from lantu.show.sdmx import (
    ATTRIBUTES,
    COLUMNS,
    DIMENSIONS,
    Cell,
    dump_json,
    keep_one_a_key,
    name_code,
    write_csv,
    write_json,
    write_structure,
    write_time,
)

AT = datetime(2026, 3, 1, tzinfo=UTC)
CELLS = keep_one_a_key(
    [
        Cell("A", "330400", "gdp", "A", "_Z", "2020", "5509.5", "亿元", "A", "observation/1", ""),
        Cell("A", "330400", "gdp", "P", "_Z", "2021", "6355.28", "亿元", "P", "observation/2", '快报，"初步"'),
        Cell("A", "330400", "gdp", "T", "P1", "2025", "9000", "亿元", "A", "plan/330400/2021/outline#e1", ""),
        Cell("Q", "330400", "pm25", "A", "_Z", "2021-Q1", "0.0000000001", "微克/立方米", "A", "", "a b"),
        Cell("A", "330400", "gdp", "A", "_Z", "2020", "1", "", "A", "", "the second of one key"),
    ]
)


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2021", ("A", "2021")), ("2021-Q3", ("Q", "2021-Q3")), ("2021-H1", ("S", "2021-S1")), ("2021-07", ("M", "2021-07")),
        ("2021-01/04", ("_O", "2021-01-01/P4M")), ("2021-07-31", ("D", "2021-07-31")),
    ],
)  # fmt: skip
def test_periods_are_told_as_sdmx_has_them(period: str, told: tuple[str, str]) -> None:
    assert write_time(parse_period(period)) == told


def test_other_stretches_are_told_by_their_length() -> None:
    assert write_time(Period(date(2021, 1, 5), date(2021, 1, 14))) == ("_O", "2021-01-05/P10D")
    assert write_time(Period(date(2016, 1, 1), date(2020, 12, 31))) == ("_O", "2016-01-01/P60M")


def test_one_figure_a_key_the_first() -> None:
    assert len(CELLS) == 4
    assert [c.OBS_VALUE for c in CELLS if c.TIME_PERIOD == "2020"] == ["5509.5"]
    assert name_code("air/pm2.5") == "air_pm2_5"


def test_pysdmx_reads_the_csv() -> None:
    (data,) = read_sdmx(write_csv(CELLS), validate=False).data or ()
    assert data.short_urn == "Dataflow=LANTU:DF_PLAN(1.0.0)"
    rows = [tuple(row) for row in data.data[list(COLUMNS)].itertuples(index=False)]
    expected = [tuple(getattr(cell, name) for name in COLUMNS) for cell in CELLS]
    assert [row[:6] + row[7:] for row in rows] == [row[:6] + row[7:] for row in expected]
    assert [float(row[6]) for row in rows] == [float(row[6]) for row in expected]


def test_sdmx1_reads_the_csv_by_the_structure() -> None:
    structure = sdmx.model.v30.DataStructureDefinition(
        id="DSD_PLAN", version="1.0.0", maintainer=sdmx.model.common.Agency(id="LANTU")
    )
    for name in DIMENSIONS:
        structure.dimensions.getdefault(id=name)
    structure.measures.getdefault(id="OBS_VALUE")
    for name in ATTRIBUTES:
        structure.attributes.getdefault(id=name)
    flow = sdmx.model.v30.Dataflow(id="DF_PLAN", version="1.0.0", maintainer=structure.maintainer, structure=structure)
    message = sdmx.read_sdmx(io.BytesIO(write_csv(CELLS).encode()), structure=flow.structure, format="csv")
    told = {
        tuple(str(o.key[name].value) for name in DIMENSIONS): str(o.value) for data in message.data for o in data.obs
    }
    assert told == {tuple(getattr(cell, name) for name in DIMENSIONS): cell.OBS_VALUE for cell in CELLS}


def test_sdmx1_reads_the_json() -> None:
    message = json.loads(dump_json(write_json(CELLS, AT)))
    # sdmx1 knows the form of 2.0's data, but looks for structure and data sets where 1.0 has them.
    one = {
        "header": message["meta"],
        "structure": message["data"]["structures"][0],
        "dataSets": message["data"]["dataSets"],
    }
    one["header"]["sender"] = {"id": "LANTU", "name": "Lantu"}
    (data,) = sdmx.read_sdmx(io.BytesIO(json.dumps(one).encode())).data
    told = {tuple(str(o.key[name].value) for name in DIMENSIONS): o.value for o in data.obs}
    assert told == {tuple(getattr(cell, name) for name in DIMENSIONS): cell.OBS_VALUE for cell in CELLS}


def test_pysdmx_reads_the_structure() -> None:
    message = write_structure({"gdp": "地区生产总值"}, {"330400": "嘉兴市"}, {"P1": "规划"}, AT)
    read = msgspec.json.Decoder(JsonStructureMessage, dec_hook=decoders).decode(dump_json(message)).to_model()
    (structure,) = read.get_data_structure_definitions()
    components = {component.id: component for component in structure.components}
    assert set(components) == set(COLUMNS)
    assert {code.id for code in components["VALUE_TYPE"].local_codes} == {"A", "P", "T", "B"}
