"""Ratios, computed by DuckDB and by plain Python."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from lantu.core.definition import Definition, Direction, Kind, Ratio
from lantu.measure.ratio import ratio_values, scale_of
from tests.unit.measure.engine import DEFINITIONS, FEW, Observed, observation_lists, observe, pick_in_force, run

SETTLED = ("preliminary", "unstated", "revised", "final")
KNOWN = {definition.code: definition for definition in DEFINITIONS}
GDP, PEOPLE = observe(1, "gdp", "6355.28"), observe(2, "people", "551.6")


def ratios(*observations: Observed) -> dict[str, dict[str, Any]]:
    return {row["indicator_code"]: row for row in run(lambda t: ratio_values(t, DEFINITIONS), observations)}


def test_research_share() -> None:
    row = ratios(observe(1, "rd", "269.5"), observe(2, "gdp", "7569.5"))["share"]
    assert round(row["amount"], 2) == Decimal("3.56")
    assert (row["inputs"], row["rule"]) == ("1,2", "ratio:rd/gdp")


def test_per_head_and_per_thousand() -> None:
    rows = ratios(observe(1, "gdp", "6355.28"), observe(2, "people", "551.6"), observe(3, "rd", "200"))
    assert round(rows["head"]["amount"]) == 115215
    assert rows["thousand"]["amount"] == pytest.approx(Decimal("362.5815808557"), abs=Decimal("1e-9"))


@pytest.mark.parametrize(
    ("unit", "over", "under", "per", "scale"),
    [
        ("%", "亿元", "亿元", 1, 100),
        ("%", "万元", "亿元", 1, Decimal("0.01")),
        ("人", "人", "万人", 1000, Decimal("0.1")),
        ("人/亿元", "人", "亿元", 1, 1),
        ("万元/人", "亿元", "万人", 1, 1),
        ("平方米", "万平方米", "万人", 1, 1),
        ("", "元", "元", 1, 1),
    ],
)
def test_scale(unit: str, over: str, under: str, per: int, scale: object) -> None:
    ratio = Ratio("a", "b", Decimal(per))
    known = {c: Definition(c, c, u, Direction.UP, Kind.FLOW) for c, u in (("a", over), ("b", under))}
    assert scale_of(Definition("c", "c", unit, Direction.UP, Kind.RATIO, ratio=ratio), ratio, known) == scale


def test_parts_must_be_of_one_place_and_period() -> None:
    assert "head" in ratios(GDP, PEOPLE)
    assert ratios(GDP, observe(2, "people", "551.6", place_code="330411")) == {}
    assert ratios(GDP, observe(2, "people", "551.6", period_end=date(2021, 6, 30))) == {}


def test_limits_and_a_denominator_of_zero_give_nothing() -> None:
    assert ratios(GDP, observe(2, "people", "551.6", bound=">")) == {}
    assert ratios(GDP, observe(2, "people", "0")) == {}


def test_the_less_settled_part_decides_and_the_later_day() -> None:
    later = observe(2, "people", "551.6", status="unstated", published_on=date(2022, 3, 1), note="年末")
    row = ratios(observe(1, "gdp", "1", status="revised"), later)["head"]
    assert (row["status"], row["published_on"], row["note"]) == ("unstated", date(2022, 3, 1), "年末")


def test_a_formula_with_unknown_parts_is_not_computed() -> None:
    odd = Definition("x", "x", "%", Direction.UP, Kind.RATIO, ratio=Ratio("gdp", "nothing"))
    assert run(lambda t: ratio_values(t, (*DEFINITIONS[:2], odd)), [GDP]) == []
    assert run(lambda t: ratio_values(t, ()), [GDP]) == []


@FEW
@given(observation_lists())
def test_duckdb_and_python_agree(observations: list[Observed]) -> None:
    rows = run(lambda t: ratio_values(t, DEFINITIONS), observations)
    expected = compute_ratios(observations)
    assert len(rows) == len(expected)
    for row in rows:
        key = (row["indicator_code"], row["place_code"], row["period_start"], row["period_end"])
        amount, over, under = expected[key]
        assert abs(Fraction(row["amount"]) - amount) <= Fraction(1, 10**9) * max(1, abs(amount))
        assert row["inputs"] == f"{over.observation_id},{under.observation_id}"
        assert row["status"] == min(over.status, under.status, key=SETTLED.index)
        days = [day for day in (over.published_on, under.published_on) if day is not None]
        assert row["published_on"] == max(days, default=None)
        assert row["note"] == "；".join(dict.fromkeys(note for note in (over.note, under.note) if note))


def compute_ratios(observations: list[Observed]) -> dict[tuple[object, ...], tuple[Fraction, Observed, Observed]]:
    """The same in plain Python, exactly."""
    parts = pick_in_force(observations, ["rd", "gdp", "people"])
    found = {}
    for definition in DEFINITIONS:
        if definition.ratio is None:
            continue
        for key, over in parts.items():
            under = parts.get((definition.ratio.denominator, *key[1:]))
            is_pair = key[0] == definition.ratio.numerator and under is not None
            if is_pair and under is not None and over.bound == under.bound == "=" and under.amount != 0:
                scale = Fraction(scale_of(definition, definition.ratio, KNOWN))
                share = Fraction(over.amount) / Fraction(under.amount) * scale
                found[(definition.code, *key[1:])] = (share, over, under)
    return found
