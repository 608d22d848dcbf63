"""Rows of a filled-in sheet: those that answer, and those that do not."""

from dataclasses import replace

from lantu.core.entry import Comparator
from lantu.core.observation import Observation, Source, Status
from lantu.core.quantity import make_quantity
from lantu.core.time import year_period
from lantu.sense.answers import pick_answers

ROW = Observation(
    "",
    "gdp",
    "330400",
    year_period(2025),
    make_quantity("1", "亿元"),
    Comparator.EQUAL,
    Status.FINAL,
    Source("return", "a", 3),
)


def test_only_what_is_asked_is_taken() -> None:
    again = replace(ROW, quantity=make_quantity("2", "亿元"), source=Source("return", "a", 4))
    strange = [
        replace(ROW, indicator_code="urban", source=Source("return", "a", 5)),
        replace(ROW, place_code="330411", source=Source("return", "a", 6)),
        replace(ROW, period=year_period(2024), source=Source("return", "a", 7)),
    ]
    answers, diagnostics = pick_answers([ROW, again, *strange], {"gdp"}, "330400", year_period(2025), "a.xlsx")
    assert answers == {"gdp": again}
    assert [(d.code, d.cell.row) for d in diagnostics if d.cell] == [("S023", 5), ("S023", 6), ("S023", 7)]
