"""One row: what it becomes, and what is said of each wrong cell."""

from datetime import date
from decimal import Decimal

import pytest

from lantu.core.absence import Absence
from lantu.core.diagnostic import Severity
from lantu.core.entry import Comparator
from lantu.core.observation import Observation, Status
from lantu.core.quantity import make_quantity
from lantu.core.time import year_period
from lantu.sense.columns import Header
from lantu.sense.rows import RowReader
from tests.unit.sense.builders import CATALOGUE, match_name

GOOD = {"region": "嘉兴市", "indicator": "地区生产总值", "period": "2021", "value": "6355.28", "unit": "亿元"}
TITLES = {"region": "地区", "indicator": "指标", "period": "年份", "value": "数值", "unit": "单位"}


def read(**changes: str) -> tuple[Observation | None, RowReader]:
    cells = {**GOOD, **changes}
    header = Header(1, 0, tuple(TITLES), tuple(TITLES.values()))
    reader = RowReader("f.csv", header, CATALOGUE, match_name)
    return reader.read(7, cells), reader


def test_a_good_row() -> None:
    observation, reader = read(
        status="初步", published_on="2022-03-31", source="公报", source_url="https://x", quote="原话", note="口径"
    )
    assert reader.diagnostics == []
    assert observation is not None
    assert (observation.id, observation.indicator_code, observation.place_code) == ("", "gdp", "330400")
    assert observation.period == year_period(2021)
    assert observation.quantity == make_quantity("6355.28", "亿元")
    assert (observation.status, observation.published_on) == (Status.PRELIMINARY, date(2022, 3, 31))
    source = observation.source
    assert (source.kind, source.name, source.row, source.url, source.quote) == (
        "return",
        "公报",
        7,
        "https://x",
        "原话",
    )
    assert observation.note == "口径"


@pytest.mark.parametrize(
    ("changes", "amount"),
    [
        ({"value": "1.33", "unit": "万亿元"}, "13300"),
        ({"value": "63552800", "unit": "万元"}, "6355.28"),
        ({"value": "1,234.5"}, "1234.5"),
        ({"indicator": "城乡收入比", "value": "1.61", "unit": "倍"}, "1.61"),
        ({"indicator": "城乡收入比", "value": "1.61", "unit": ":1"}, "1.61"),
        ({"indicator": "城乡收入比", "value": "1.61", "unit": ""}, "1.61"),
        ({"indicator": "常住人口城镇化率", "value": "71.9%", "unit": ""}, "71.9"),
        ({"indicator": "常住人口城镇化率", "value": "719", "unit": "‰"}, "71.9"),
        ({"indicator": "常住人口城镇化率", "value": "71.9%", "unit": "％"}, "71.9"),
    ],
)
def test_units_convert_within_a_dimension(changes: dict[str, str], amount: str) -> None:
    observation, reader = read(**changes)
    assert reader.diagnostics == []
    assert observation is not None
    assert not isinstance(observation.quantity, Absence)
    assert observation.quantity.amount == Decimal(amount)


def test_bounds_are_kept() -> None:
    observation, _ = read(value=">275")
    assert observation is not None
    assert observation.bound is Comparator.MORE_THAN


def test_codes_stand_for_names() -> None:
    observation, _ = read(region="", place_code="330411", indicator="", indicator_code="urban", unit="%", value="60")
    assert observation is not None
    assert (observation.place_code, observation.indicator_code) == ("330411", "urban")


@pytest.mark.parametrize(
    ("changes", "code", "place", "words"),
    [
        ({"indicator": "地区生产总直"}, "S005", "f.csv row 7, 指标", "地区生产总值"),
        ({"indicator_code": "gpd"}, "S005", "f.csv row 7, indicator_code", "official name"),
        ({"region": "秀州区"}, "S006", "f.csv row 7, 地区", "秀洲区"),
        ({"place_code": "999999"}, "S006", "f.csv row 7, place_code", "GB/T 2260"),
        ({"unit": "万人"}, "S007", "f.csv row 7, 单位", "亿元"),
        ({"unit": ""}, "S007", "f.csv row 7, 单位", "亿元"),
        ({"value": "71.9%"}, "S007", "f.csv row 7, 单位", "亿元"),
        ({"unit": "亿美元"}, "S007", "f.csv row 7, 单位", "亿元"),
        ({"period": "去年"}, "S008", "f.csv row 7, 年份", "2021-Q3"),
        ({"value": "约莫"}, "S009", "f.csv row 7, 数值", "1,234.5"),
        ({"value": "-"}, "S016", "f.csv row 7, 数值", "zero is written 0"),
    ],
)
def test_a_wrong_cell_is_named_with_what_was_expected(
    changes: dict[str, str], code: str, place: str, words: str
) -> None:
    observation, reader = read(**changes)
    assert observation is None
    (diagnostic,) = reader.diagnostics
    assert (diagnostic.code, diagnostic.severity, diagnostic.place) == (code, Severity.ERROR, place)
    assert words in diagnostic.hint


def test_every_wrong_cell_of_a_row_is_named() -> None:
    _, reader = read(region="x", indicator="y", period="z", value="w")
    assert [d.code for d in reader.diagnostics] == ["S006", "S005", "S008", "S009"]


def test_what_is_only_doubtful_is_kept() -> None:
    observation, reader = read(status="大概", published_on="三月")
    assert observation is not None
    assert (observation.status, observation.published_on) == (Status.UNSTATED, None)
    assert [d.code for d in reader.diagnostics] == ["S013", "S013"]
    observation, reader = read(published_on="2021-06-30")
    assert observation is not None
    assert [(d.code, d.severity) for d in reader.diagnostics] == [("S014", Severity.WARNING)]


def test_a_name_of_two_places_is_refused() -> None:
    _, reader = read(region="")
    assert [d.code for d in reader.diagnostics] == ["S006"]
