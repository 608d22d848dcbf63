"""Rows of other places are refused one by one."""

from datetime import date

from lantu.core.entry import Comparator
from lantu.core.observation import Observation, Source, Status
from lantu.core.quantity import make_quantity
from lantu.core.time import Period
from lantu.sense.places import keep_places


def row(place: str, number: int) -> Observation:
    return Observation(
        "", "gdp", place, Period(date(2024, 1, 1), date(2024, 12, 31)), make_quantity("5", "亿元"), Comparator.EQUAL,
        Status.FINAL, Source("return", "a.csv", number),
    )  # fmt: skip


def test_rows_of_other_places_are_named_and_the_rest_goes_on() -> None:
    rows = (row("990101", 2), row("990102", 3), row("990101", 4))
    kept, refused = keep_places(rows, frozenset({"990101"}), "a.csv")
    assert kept == (rows[0], rows[2])
    (one,) = refused
    assert (one.code, one.place, one.about) == ("S045", "a.csv row 3", "990102")
    assert keep_places((), frozenset(), "a.csv") == ((), ())
