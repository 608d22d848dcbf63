"""What holds is picked by the day the data are about, and by item."""

from datetime import date
from decimal import Decimal
from typing import Any

from lantu.core.step import Dated, Held
from lantu.measure.calendar import number_period
from lantu.measure.dated import Rows, choose_figure, list_editions
from tests.unit.measure.cell_tables import run

RULE = Dated(
    "limit",
    (
        Held("old", date(2012, 1, 1), date(2026, 2, 28), {"a": Decimal(1), "b": Decimal(2), "c": Decimal(1)}),
        Held("new", date(2026, 3, 1), None, {"a": Decimal(3), "b": Decimal(3)}),
    ),
)


def ask(rule: Dated, item: str, day: date, grain: str) -> Any:
    rows = [(item, "p", number_period(day, grain), 0)]
    (row,) = run(
        lambda t: t.select(
            f=choose_figure(
                rule, Rows(t.item, t.period, grain, ("a", "b", "c")), lambda v: None if v is None else int(v)
            )
        ),
        rows,
    )
    return row["f"]


def test_by_item_and_day() -> None:
    assert [ask(RULE, item, date(2026, 2, 28), "day") for item in "abc"] == [1, 2, 1]
    assert [ask(RULE, item, date(2026, 3, 1), "day") for item in "abc"] == [3, 3, None]
    assert ask(RULE, "a", date(2011, 12, 31), "day") is None


def test_a_period_falls_under_the_edition_of_its_last_day() -> None:
    assert ask(RULE, "a", date(2026, 1, 1), "year") == 3
    assert ask(RULE, "a", date(2026, 2, 1), "month") == 1
    years = (number_period(date(2025, 1, 1), "year"), number_period(date(2026, 1, 1), "year"))
    assert list(list_editions(RULE, *years, "year")) == ["old", "new"]
    assert list(list_editions(RULE, years[0], years[0], "year")) == ["old"]


def test_editions_that_hold_the_same_ask_no_day() -> None:
    same = Dated(
        "x", (Held("old", date(2012, 1, 1), date(2026, 2, 28), {"": 20}), Held("new", date(2026, 3, 1), None, {"": 20}))
    )
    assert ask(same, "a", date(2030, 1, 1), "day") == 20
