"""All values together, as rows and as nouns."""

from datetime import date
from decimal import Decimal

from hypothesis import given

from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.quantity import make_quantity
from lantu.core.time import year_period
from lantu.core.value import Value
from lantu.measure.values import build_values, rows_to_values
from tests.unit.measure.engine import DEFINITIONS, FEW, Observed, observation_lists, observe, run


def values(*observations: Observed) -> dict[str, Value]:
    return {v.indicator_code: v for v in rows_to_values(run(lambda t: build_values(t, DEFINITIONS), observations))}


def test_a_reported_figure_becomes_a_value() -> None:
    fields = {"status": "preliminary", "published_on": date(2026, 1, 20), "note": "初步数", "bound": ">"}
    assert values(observe(5, "gdp", "7851.50", **fields)) == {
        "gdp": Value(
            "gdp",
            "330400",
            year_period(2021),
            make_quantity("7851.5", "亿元"),
            Comparator.MORE_THAN,
            Status.PRELIMINARY,
            ("5",),
            "reported",
            date(2026, 1, 20),
            "初步数",
        )
    }


def test_a_computed_ratio_yields_to_a_reported_one() -> None:
    parts = (observe(1, "rd", "269.5"), observe(2, "gdp", "7569.5"))
    computed = values(*parts)["share"]
    assert (computed.rule, computed.inputs) == ("ratio:rd/gdp", ("1", "2"))
    reported = values(*parts, observe(3, "share", "3.56"))["share"]
    assert (reported.rule, reported.inputs) == ("reported", ("3",))
    assert reported.quantity == make_quantity("3.56", "%")


def test_a_ratio_of_another_place_does_not_yield() -> None:
    parts = (observe(1, "rd", "269.5"), observe(2, "gdp", "7569.5"))
    rows = run(lambda t: build_values(t, DEFINITIONS), [*parts, observe(3, "share", "3", place_code="330411")])
    assert [(r["place_code"], r["rule"]) for r in rows if r["indicator_code"] == "share"] == [
        ("330400", "ratio:rd/gdp"),
        ("330411", "reported"),
    ]


def test_zero_is_a_value() -> None:
    assert values(observe(1, "gdp", "0"))["gdp"].quantity == make_quantity(0, "亿元")


def test_nothing_gives_nothing() -> None:
    assert values() == {}
    assert run(lambda t: build_values(t, ()), [observe(1, "gdp", "1")]) == []


@FEW
@given(observation_lists())
def test_each_value_stands_once_with_its_unit(observations: list[Observed]) -> None:
    rows = run(lambda t: build_values(t, DEFINITIONS), observations)
    keys = [(r["indicator_code"], r["place_code"], r["period_start"], r["period_end"]) for r in rows]
    assert keys == sorted(set(keys))
    units = {definition.code: definition.unit for definition in DEFINITIONS}
    assert all(row["unit"] == units[row["indicator_code"]] for row in rows)
    amounts = [value.quantity for value in rows_to_values(rows)]
    assert all(isinstance(row["amount"], Decimal) for row in rows)
    assert len(amounts) == len(rows)
