"""Rows that say the same, and rows that contradict each other."""

from dataclasses import replace
from datetime import date

from lantu.core.entry import Comparator
from lantu.core.observation import Observation, Source, Status
from lantu.core.quantity import make_quantity
from lantu.core.time import year_period
from lantu.sense.doubles import drop_doubles

FIRST = Observation(
    "",
    "gdp",
    "330400",
    year_period(2021),
    make_quantity("6388.38", "亿元"),
    Comparator.EQUAL,
    Status.FINAL,
    Source("return", "公报", 2),
    date(2023, 4, 1),
)


def later(row: int, **changes: object) -> Observation:
    return replace(FIRST, source=replace(FIRST.source, row=row), **changes)


def codes(*others: Observation) -> tuple[int, list[str]]:
    kept, diagnostics = drop_doubles((FIRST, *others), "f.csv")
    return len(kept), [d.code for d in diagnostics]


def test_the_same_row_is_kept_once() -> None:
    assert codes(later(3)) == (1, ["S010"])
    assert codes(later(3, quantity=make_quantity("6388.380", "亿元"))) == (1, ["S010"])


def test_another_figure_of_the_same_source_is_a_contradiction() -> None:
    assert codes(later(3, quantity=make_quantity(6400, "亿元"))) == (2, ["S011"])


def test_another_source_may_differ() -> None:
    other = later(3, quantity=make_quantity(6400, "亿元"))
    assert codes(replace(other, source=Source("return", "年鉴", 3))) == (2, [])


def test_vintages_are_no_doubles() -> None:
    assert codes(later(3, status=Status.REVISED)) == (2, [])
    assert codes(later(3, published_on=date(2024, 4, 1))) == (2, [])


def test_a_limit_is_another_figure() -> None:
    assert codes(later(3, bound=Comparator.MORE_THAN)) == (2, ["S011"])


def test_rows_are_named() -> None:
    _, (double,) = drop_doubles((FIRST, later(9)), "f.csv")
    assert double.place == "f.csv row 9"
    assert "row 2" in double.message
