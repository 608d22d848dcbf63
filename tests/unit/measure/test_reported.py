"""The figure in force, computed by DuckDB and by plain Python."""

from datetime import date, datetime
from decimal import Decimal

from hypothesis import given

from lantu.measure.reported import COLUMNS, reported_values
from tests.unit.measure.engine import FEW, Observed, observation_lists, observe, pick_in_force, run

EARLY, LATE = date(2022, 1, 31), date(2023, 1, 31)


def amounts(*observations: Observed) -> list[Decimal]:
    return [row["amount"] for row in run(lambda t: reported_values(t, ["gdp"]), observations)]


def test_the_figure_published_last_is_in_force() -> None:
    old, new = observe(1, "gdp", "6355.28", published_on=EARLY), observe(2, "gdp", "6388.38", published_on=LATE)
    assert amounts(old, new) == amounts(new, old) == [Decimal("6388.38")]


def test_an_unknown_day_yields_to_a_known_one() -> None:
    assert amounts(observe(1, "gdp", "1", published_on=EARLY), observe(2, "gdp", "2")) == [1]


def test_then_the_one_recorded_last() -> None:
    late = datetime(2026, 5, 1)  # noqa: DTZ001
    assert amounts(observe(1, "gdp", "1", recorded_at=late), observe(2, "gdp", "2")) == [1]


def test_then_the_greatest_id_as_a_number() -> None:
    assert amounts(observe(9, "gdp", "1"), observe(10, "gdp", "2")) == [2]


def test_columns_and_inputs() -> None:
    (row,) = run(lambda t: reported_values(t, ["gdp"]), [observe(7, "gdp", "0", bound="<", note="注")])
    assert tuple(row) == COLUMNS
    assert (row["inputs"], row["rule"], row["bound"], row["note"], row["amount"]) == ("7", "reported", "<", "注", 0)


def test_other_indicators_are_passed_over() -> None:
    assert amounts(observe(1, "people", "5")) == []
    assert run(lambda t: reported_values(t, []), [observe(1, "gdp", "5")]) == []


@FEW
@given(observation_lists())
def test_duckdb_and_python_agree(observations: list[Observed]) -> None:
    codes = ["rd", "gdp", "people"]
    rows = run(lambda t: reported_values(t, codes), observations)
    expected = pick_in_force(observations, codes)
    assert {
        (r["indicator_code"], r["place_code"], r["period_start"], r["period_end"]): (
            r["amount"],
            r["inputs"],
            r["status"],
        )
        for r in rows
    } == {key: (o.amount, o.observation_id, o.status) for key, o in expected.items()}
    assert len(rows) == len(expected)
