"""Whether parts meet the whole: sums, means, rates multiplied, and what cannot be checked."""

from decimal import Decimal
from typing import Any

import pytest

from lantu.check.breakdown import check_departments, check_places, check_years
from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.quantity import make_quantity
from lantu.core.target import Base, Form, Target

PLACES = ("a", "b", "c")


def target(value: str | None, unit: str, form: Form = Form.LEVEL, **more: Any) -> Target:
    missing = Absence(AbsenceKind.NOT_STATED)
    said: dict[str, Any] = {
        "comparator": Comparator.EQUAL, "direction": Direction.UP, "kind": Kind.FLOW, "due_year": 2025, **more,
    }  # fmt: skip
    return Target(
        id="t", entry_id="e", indicator_code="x", name="x", place_code="p", form=form,
        value=missing if value is None else make_quantity(value, unit), base=Base(2022, missing), **said,
    )  # fmt: skip


def amounts(text: str) -> dict[str, Decimal]:
    return {name: Decimal(said) for name, said in (pair.split("=") for pair in text.split())}


GDP = target("100", "亿元")
LESS = target("100", "吨", direction=Direction.DOWN)
RATE = target("60", "%", kind=Kind.RATIO)
GROWTH = target("6", "%", Form.GROWTH, kind=Kind.GROWTH)


@pytest.mark.parametrize(
    ("whole", "parts", "weights", "state", "rule", "reason"),
    [
        (GDP, "a=50 b=30 c=25", "", "meets", "sum", ""),
        (GDP, "a=50 b=30 c=19", "", "short", "sum", ""),
        (GDP, "a=50 b=30 c=19.95", "", "meets", "sum", ""),
        (GDP, "a=80 b=30", "", "meets", "sum", ""),
        (GDP, "a=50 b=30", "", "unknown", "sum", "missing"),
        (GDP, "", "", "unknown", "", "no_parts"),
        (LESS, "a=50 b=30 c=25", "", "short", "sum", ""),
        (LESS, "a=50 b=30", "", "unknown", "sum", "missing"),
        (LESS, "a=50 b=30 c=20", "", "meets", "sum", ""),
        (RATE, "a=50 b=65 c=70", "a=1 b=1 c=1", "meets", "mean", ""),
        (RATE, "a=50 b=65 c=70", "a=9 b=1 c=1", "short", "mean", ""),
        (RATE, "a=50 b=65 c=70", "", "unknown", "mean", "weights"),
        (RATE, "a=61 b=65 c=70", "", "meets", "floor", ""),
        (RATE, "a=41 b=45 c=50", "", "short", "floor", ""),
        (RATE, "a=61 b=65", "", "unknown", "", "missing"),
        (GROWTH, "a=6 b=6.5 c=7", "", "meets", "floor", ""),
        (GROWTH, "a=5 b=6.5 c=7", "a=5 b=1 c=1", "short", "mean", ""),
        (target("16", "%", Form.CUT), "a=20 b=20 c=20", "", "unknown", "", "composition"),
        (target("3", "倍", Form.RELATIVE), "a=1 b=1 c=1", "", "unknown", "", "form"),
        (target(None, "%", Form.ASSIGNED), "a=1", "", "unknown", "", "no_figure"),
    ],
)  # fmt: skip
def test_places(whole: Target, parts: str, weights: str, state: str, rule: str, reason: str) -> None:
    verdict = check_places(whole, amounts(parts), PLACES, amounts(weights))
    assert (verdict.state, verdict.rule, verdict.reason) == (state, rule, reason)


def test_what_is_missing_and_how_much_too_much_is_said() -> None:
    assert check_places(GDP, amounts("a=50"), PLACES, {}).missing == ("b", "c")
    assert check_places(GDP, amounts("a=60 b=30 c=30"), PLACES, {}).excess == Decimal("1.2")
    assert check_places(RATE, amounts("a=61 b=65 c=70"), PLACES, {}).excess is None


@pytest.mark.parametrize(
    ("whole", "parts", "state", "rule", "reason"),
    [
        (GDP, "2023=80 2024=90 2025=100", "meets", "last", ""),
        (GDP, "2025=99", "short", "last", ""),
        (GDP, "2023=80 2024=120", "unknown", "", "missing"),
        (target("300", "亿元", Form.SUM), "2023=90 2024=100 2025=110", "meets", "sum", ""),
        (target("300", "亿元", Form.SUM), "2023=90 2024=100", "unknown", "sum", "missing"),
        (target("300", "亿元", Form.SUM), "2023=200 2024=100", "meets", "sum", ""),
        (GROWTH, "2023=5 2024=6 2025=7", "meets", "product", ""),
        (GROWTH, "2023=5 2024=6 2025=6", "short", "product", ""),
        (GROWTH, "2023=5 2024=9", "unknown", "", "missing"),
        (target("14.26", "%", Form.CUT), "2023=5 2024=5 2025=5", "meets", "product", ""),
        (target("15", "%", Form.CUT), "2023=5 2024=5 2025=5", "short", "product", ""),
        (target("90", "%", Form.FLOOR), "2023=90 2024=91 2025=92", "meets", "floor", ""),
        (target("90", "%", Form.FLOOR), "2023=89", "short", "floor", ""),
        (target("90", "%", Form.FLOOR), "2023=91", "unknown", "floor", "missing"),
        (target("5.5", "%", Form.CEILING, comparator=Comparator.AT_MOST), "2023=5 2024=6 2025=5", "short", "floor", ""),
        (target("1", "", Form.COVERAGE), "2025=1", "unknown", "", "form"),
    ],
)  # fmt: skip
def test_years(whole: Target, parts: str, state: str, rule: str, reason: str) -> None:
    by_year = {int(year): amount for year, amount in amounts(parts).items()}
    verdict = check_years(whole, by_year, (2023, 2024, 2025))
    assert (verdict.state, verdict.rule, verdict.reason) == (state, rule, reason)
    assert check_years(whole, {}, (2025,)).reason == "no_parts"


def test_departments_that_share_a_figure_cannot_be_added() -> None:
    assert check_departments(GDP, amounts("x=60 y=40")).state == "meets"
    assert check_departments(RATE, amounts("x=60 y=60")).reason == "shared"
    assert check_departments(GDP, {}).reason == "no_parts"
