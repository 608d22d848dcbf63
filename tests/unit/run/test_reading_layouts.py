"""Columns by the pack's names, or by hand; rules as the pack has them."""

from datetime import timedelta

import pytest

from lantu.run.reading_layouts import WrongColumnError, find_layout, find_rules, open_pack
from lantu.run.readings import ReadingSource

WIDE = ("Date", "Hour", "WatchPoint", "PM2.5", "O3_1h", "O3_8h")


def test_a_wide_file_of_the_air_pack() -> None:
    layout, said = find_layout(WIDE, ReadingSource("air", "330400"), "x.csv")
    assert said == ()
    assert (layout.date, layout.hour, layout.station, layout.width) == (0, 1, 2, 6)
    assert {figure.quantity: figure.index for figure in layout.figures} == {"pm25": 3, "o3": 4, "o3_8h": 5}
    assert not layout.is_long


def test_a_unit_in_the_heading_is_converted() -> None:
    layout, _ = find_layout(("站点", "时间", "CO(μg/m3)"), ReadingSource("air"), "x.csv")
    assert [(figure.unit, figure.factor) for figure in layout.figures] == [("mg/m3", 0.001)]


def test_a_long_file() -> None:
    layout, _ = find_layout(("站点", "时间", "污染物", "浓度"), ReadingSource("air"), "x.csv")
    assert layout.is_long
    assert layout.names["pm2.5"].quantity == "pm25"


def test_columns_named_by_hand() -> None:
    layout, _ = find_layout(
        ("S", "T", "X"), ReadingSource("air", columns=(("station", "S"), ("time", "T"), ("pm25", "X"))), "x"
    )
    assert (layout.station, layout.time, layout.figures[0].quantity, layout.figures[0].index) == (0, 1, "pm25", 2)


@pytest.mark.parametrize(
    ("source", "words"),
    [(ReadingSource("air", columns=(("station", "Q"),)), "no column “Q”"), (ReadingSource("noise"), "no pack noise")],
)
def test_what_is_not_there_is_named(source: ReadingSource, words: str) -> None:
    with pytest.raises(WrongColumnError, match=words):
        find_layout(WIDE, source, "x.csv")


def test_rules_come_from_the_pack() -> None:
    rules = find_rules("air")
    assert rules.limits["pm25"].mixup == 1000
    assert rules.stuck["pm25"] == 12
    assert rules.interval == timedelta(hours=1)
    assert find_rules("water").interval == timedelta(hours=4)
    assert find_rules("services").limits == {} or open_pack("services").rules.has_rule("plausible")
