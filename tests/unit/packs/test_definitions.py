"""Indicator files: what is read, what is refused, and on which line."""

from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lantu.core.definition import Direction, Kind, Ratio
from lantu.packs.definitions import read_definitions

GDP = """
indicators:
  - code: gdp
    name: 地区生产总值
    name_en: Gross regional product
    aliases: [生产总值, GDP]
    unit: 亿元
    direction: up
    kind: flow
    owner: 统计局
    owner_is_guess: true
    price_basis: current
    decimals: 1
"""
DOCTORS = """
- {code: doctors, name: 执业医师数, unit: 人, direction: up, kind: level}
- {code: residents, name: 常住人口, unit: 万人, direction: none, kind: level}
- code: doctors_per_1000
  name: 每千人口执业医师数
  unit: 人
  direction: up
  kind: ratio
  ratio: {numerator: doctors, denominator: residents, per: 1000}
"""


def test_reads_every_field() -> None:
    (gdp,), diagnostics = read_definitions(GDP, "indicators.yml")
    assert diagnostics == ()
    assert (gdp.code, gdp.name, gdp.unit, gdp.direction, gdp.kind) == (
        "gdp",
        "地区生产总值",
        "亿元",
        Direction.UP,
        Kind.FLOW,
    )
    assert gdp.aliases == ("生产总值", "GDP")
    assert (gdp.owner, gdp.is_owner_guessed, gdp.price_basis, gdp.decimals) == ("统计局", True, "current", 1)


def test_reads_a_formula_with_its_scale() -> None:
    definitions, diagnostics = read_definitions(DOCTORS, "indicators.yml")
    assert diagnostics == ()
    assert definitions[2].ratio == Ratio("doctors", "residents", Decimal(1000))


def test_a_bad_item_is_refused_with_its_line_and_the_others_are_kept() -> None:
    text = DOCTORS + "- {code: Bad Code, name: x, unit: '%', direction: sideways, kind: level}\n"
    definitions, diagnostics = read_definitions(text, "indicators.yml")
    assert len(definitions) == 3
    assert {d.code for d in diagnostics} == {"P003"}
    assert {d.cell.row for d in diagnostics if d.cell} == {10}
    assert {d.cell.column for d in diagnostics if d.cell} == {"code", "direction"}


def test_a_misspelt_field_is_named() -> None:
    text = "- {code: a, name: x, unit: '%', direction: up, kind: level, directon: up}"
    definitions, (problem,) = read_definitions(text, "f.yml")
    assert definitions == ()
    assert "directon" in problem.message


def test_text_that_is_no_yaml_is_refused_with_its_line() -> None:
    _, (problem,) = read_definitions("a: b\n: : [", "f.yml")
    assert problem.code == "P001"
    assert problem.cell is not None
    assert problem.cell.row == 2


def test_aliases_are_refused() -> None:
    _, (problem,) = read_definitions("- &a {code: a}\n- *a\n", "f.yml")
    assert problem.code == "P001"
    assert problem.place == "f.yml row 2"


def test_a_file_without_a_list_is_refused() -> None:
    assert [d.code for d in read_definitions("title: x", "f.yml")[1]] == ["P002"]
    assert [d.code for d in read_definitions("", "f.yml")[1]] == ["P002"]


def test_a_code_used_twice_keeps_the_first() -> None:
    text = DOCTORS + "- {code: doctors, name: 别的, unit: 人, direction: up, kind: level}\n"
    definitions, diagnostics = read_definitions(text, "f.yml")
    assert [d.name for d in definitions if d.code == "doctors"] == ["执业医师数"]
    assert [d.code for d in diagnostics] == ["P004"]


def test_a_code_of_another_pack_is_taken() -> None:
    known, _ = read_definitions(DOCTORS, "a.yml")
    _, diagnostics = read_definitions(DOCTORS, "b.yml", known=known)
    assert {d.code for d in diagnostics} == {"P004"}


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    definitions, diagnostics = read_definitions(text, "f.yml")
    assert definitions == ()
    assert diagnostics


def test_the_sample_city_is_read_without_a_remark(repo: Path) -> None:
    path = repo / "examples/jiaxing/indicators.yml"
    definitions, diagnostics = read_definitions(path.read_text("utf-8"), path.name)
    assert len(definitions) >= 37
    assert diagnostics == ()
