"""Headings of files and the inputs they are."""

from decimal import Decimal

import pytest

from lantu.packs.columns import fold_heading, match_columns, split_heading
from lantu.packs.pack import Input

PM25 = Input("pm25", "figure", "μg/m3", ("PM2.5", "PM2.5_24h"))
PM25_DAY = Input("pm25_24h", "figure", "μg/m3", ("PM2.5_24h",))
COD = Input("cod", "figure", "mg/L", ("化学需氧量(COD)", "COD"))
PH = Input("ph", "figure", "", ("pH",))


@pytest.mark.parametrize(
    ("heading", "name", "unit"),
    [
        ("氨氮(mg/L)", "氨氮", "mg/L"), ("氨氮（mg/L）", "氨氮", "mg/L"), ("pm25_ugm3", "pm25", "μg/m3"),
        ("O3_1h", "O3_1h", ""), ("PM2.5", "PM2.5", ""), ("CO [mg/m³]", "CO", "mg/m³"),
    ],
)  # fmt: skip
def test_name_and_unit_of_a_heading(heading: str, name: str, unit: str) -> None:
    assert split_heading(heading) == (name, unit)


def test_width_case_and_dots_do_not_matter() -> None:
    assert {fold_heading(text) for text in ("PM2.5", "pm2_5", "ＰＭ2.5", "PM₂.₅", "pm 25")} == {"pm25"}


@pytest.mark.parametrize(
    ("heading", "factor"),
    [
        ("PM2.5", "1"),
        ("PM2.5(mg/m3)", "1000"),
        ("PM2.5(µg/m³)", "1"),
        ("pm25_mgm3", "1000"),
        ("PM2.5(微克/立方米)", "1"),
    ],
)
def test_units_convert(heading: str, factor: str) -> None:
    columns, said = match_columns([heading], [PM25], "f.csv")
    assert (columns["pm25"].factor, said) == (Decimal(factor), ())


def test_a_bracket_may_belong_to_the_name() -> None:
    columns, said = match_columns(["化学需氧量(COD)", "pH(无量纲)"], [COD, PH], "f.csv")
    assert {name: column.index for name, column in columns.items()} == {"cod": 0, "ph": 1}
    assert said == ()


def test_a_unit_of_another_dimension_is_refused() -> None:
    columns, (problem,) = match_columns(["PM2.5(ppm)"], [PM25], "f.csv")
    assert columns == {}
    assert (problem.code, problem.place) == ("P032", "f.csv row 1, PM2.5(ppm)")


def test_two_headings_for_one_input_are_told() -> None:
    columns, (problem,) = match_columns(["PM2.5_24h", "PM2.5"], [PM25], "f.csv")
    assert columns["pm25"].index == 1
    assert problem.code == "P037"


def test_a_heading_belongs_to_the_input_that_names_it_first() -> None:
    columns, said = match_columns(["PM2.5_24h", "PM2.5"], [PM25, PM25_DAY], "f.csv")
    assert {name: column.index for name, column in columns.items()} == {"pm25": 1, "pm25_24h": 0}
    assert said == ()


def test_unknown_headings_are_left_alone() -> None:
    assert match_columns(["备注", "AQI"], [PM25], "f.csv") == ({}, ())
