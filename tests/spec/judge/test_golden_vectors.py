"""The vectors by which the methods are known: six promises of 2025–2030, seen in 2027, through `lantu judge --input`.

Figures are written as the vectors print them; the class is what each method's own text says of them.
"""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from lantu.cli.main import app

ROWS = Path(__file__).with_name("golden_vectors.csv")

VECTORS = (
    # indicator, StatCan, UNSD, ESCAP, linear done in % and class, whether methods disagree
    ("城镇化率", ("0.953", "on track"), ("0.952", 3), ("3.75", "6.2", "maintain"), ("37.5", "behind"), True),
    ("PM2.5", ("0.642", "moderate"), ("0.652", 2), ("2.67", "33.3", "accelerate"), ("26.7", "behind"), False),
    ("R&D", ("0.326", "limited"), ("0.316", 2), ("1.25", "68.7", "accelerate"), ("12.5", "behind"), False),
    ("能耗", ("1.012", "on track"), ("1.011", 3), ("4.22", "0", "maintain"), ("42.2", "on_course"), False),
    ("优良天数", ("-0.762", "deterioration"), ("-0.744", 1), ("-3.0", "175", "reverse"), ("-30", "behind"), False),
    ("GDP", ("0.9495", "moderate"), ("0.944", 2), ("3.46", "13.5", "accelerate"), ("34.6", "behind"), False),
)


@pytest.fixture(scope="module")
def results() -> dict[str, dict[str, Any]]:
    answer = CliRunner().invoke(app, ["judge", "--input", str(ROWS), "--json"])
    assert answer.exit_code == 0, answer.stderr
    read = json.loads(answer.stdout, parse_float=Decimal)
    return {result["indicator"]: result for result in read["results"]}


def is_printed_as(figure: Decimal, printed: str) -> bool:
    """Whether the figure rounds to the printed one; half a unit either way, since the vectors round 6.25 to 6.2."""
    unit = Decimal(1).scaleb(Decimal(printed).as_tuple().exponent)  # type: ignore[arg-type]
    return abs(figure - Decimal(printed)) <= unit / 2


@pytest.mark.parametrize("vector", VECTORS, ids=[v[0] for v in VECTORS])
def test_vector(results: dict[str, dict[str, Any]], vector: Any) -> None:
    name, statcan, unsd, escap, linear, disagree = vector
    methods = results[name]["methods"]
    assert is_printed_as(methods["statcan"]["ratio"], statcan[0])
    assert methods["statcan"]["class"] == statcan[1]
    assert is_printed_as(methods["unsd"]["ratio"], unsd[0])
    assert methods["unsd"]["class"] == unsd[1]
    assert is_printed_as(methods["escap"]["current"], escap[0])
    assert is_printed_as(methods["escap"]["gap"], escap[1])
    assert methods["escap"]["class"] == escap[2]
    assert is_printed_as(methods["linear"]["done"] * 100, linear[0])
    assert methods["linear"]["elapsed"] == Decimal("0.4")
    assert methods["linear"]["class"] == linear[1]
    assert results[name]["disagree"] is disagree


def test_all_six_are_answered_in_order(results: dict[str, dict[str, Any]]) -> None:
    assert list(results) == [vector[0] for vector in VECTORS]


def test_a_hair_from_the_next_band_is_seen_in_the_margin(results: dict[str, dict[str, Any]]) -> None:
    ratio = results["GDP"]["methods"]["statcan"]
    assert ratio["margin"] == Decimal("0.95") - ratio["ratio"]
    assert ratio["margin"] < Decimal("0.001")
    assert ratio["class"] == "moderate"
