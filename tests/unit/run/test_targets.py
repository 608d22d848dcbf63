"""Entries become targets of the plan's own period."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lantu.core.entry import Entry, EntryKind
from lantu.core.span import span_of
from lantu.run.catalogue import load_catalogue
from lantu.run.targets import make_targets, match_code
from lantu.store.plans import PlanText

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("definitions")]
TEXT = "地区生产总值达到880亿元"
PLAN = PlanText(1, "plan/330400/2021/outline", "330400", "plan.md", b"", 2021, 2025, 2021)
GDP = Entry(
    "e1", EntryKind.TARGET, "prose", span_of(TEXT, 0, len(TEXT)), "", "地区生产总值", value=Decimal(880), unit="亿元",
    value_span=span_of(TEXT, 8, 13), year=2025,
)  # fmt: skip


def codes_and_years(*entries: Entry) -> list[tuple[str, int]]:
    catalogue = load_catalogue()
    made = make_targets([(entry, match_code(entry, catalogue)) for entry in entries], PLAN, catalogue)
    return [(target.indicator_code, target.due_year) for target, _ in made]


def test_a_promise_is_matched_and_a_task_is_not() -> None:
    catalogue = load_catalogue()
    assert match_code(GDP, catalogue) == "gdp"
    assert match_code(replace(GDP, kind=EntryKind.TASK), catalogue) == ""
    assert match_code(replace(GDP, indicator="神秘指数"), catalogue) == ""


def test_the_table_goes_before_prose_that_says_the_same() -> None:
    tabled = replace(GDP, id="e2", origin="table")
    assert codes_and_years(GDP, tabled) == [("gdp", 2025)]


def test_what_was_due_before_the_plan_and_actuals_are_no_targets() -> None:
    assert codes_and_years(replace(GDP, year=2020), replace(GDP, kind=EntryKind.ACTUAL)) == []
    assert codes_and_years(replace(GDP, year=2023)) == [("gdp", 2023)]
