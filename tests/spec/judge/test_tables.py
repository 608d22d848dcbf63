"""The rules of judging as tables: each row is a promise, what is known, and the answer.

Values are written year=figure; a limit keeps its sign (2022=<5.5), p marks a
preliminary figure, 2025-01/11 is part of a year. A figure is public from the day
after its period.
"""

import csv
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.quantity import make_quantity
from lantu.core.standing import Class, Reason
from lantu.core.target import Base, Form, Target
from lantu.core.time import parse_period
from lantu.core.value import Value
from lantu.judge.standing import judge_target

HERE = Path(__file__).parent
UNIT_OF_FORM = {"growth": "%", "cut": "%"}
NOTHING = Absence(AbsenceKind.NOT_STATED)
VALUE = re.compile(r"(?P<period>[^=]+)=(?P<sign><=|>=|<|>)?(?P<figure>[\d.]+)(?P<mark>p?)")


def read_rows() -> list[tuple[str, dict[str, str]]]:
    rows = []
    for path in sorted(set(HERE.glob("*.csv")) - {HERE / "golden_vectors.csv"}):
        with path.open(encoding="utf-8", newline="") as lines:
            rows += [(f"{path.stem}: {row['case']}", row) for row in csv.DictReader(lines)]
    return rows


def build_values(text: str, code: str, unit: str) -> tuple[Value, ...]:
    values = []
    for number, word in enumerate(text.split()):
        match = VALUE.fullmatch(word)
        assert match, word
        values.append(
            Value(
                code,
                "330400",
                parse_period(match["period"]),
                make_quantity(match["figure"], unit),
                Comparator(match["sign"] or "="),
                Status.PRELIMINARY if match["mark"] else Status.FINAL,
                (f"{code}{number}",),
                "reported",
            )
        )
    return tuple(values)


def build_target(row: dict[str, str]) -> Target:
    first, last = row["years"].split("-")
    unit = UNIT_OF_FORM.get(row["form"], "亿元")
    value_unit = unit_of_values(row)
    return Target(
        id="t",
        entry_id="e",
        indicator_code="own",
        name="name",
        place_code="330400",
        form=Form(row["form"]),
        comparator=Comparator(row["comparator"]),
        value=make_quantity(row["promised"], unit) if row["promised"] else NOTHING,
        due_year=int(last),
        direction=Direction(row["direction"]),
        base=Base(int(first), make_quantity(row["base"], value_unit) if row["base"] else NOTHING),
        value_max=make_quantity(row["upper"], unit) if row["upper"] else None,
        relative_to="partner" if row["form"] == "relative" else "",
        kind=Kind(row["kind"]),
    )


def unit_of_values(row: dict[str, str]) -> str:
    return "%" if row["kind"] == "growth" else "亿元"


@pytest.mark.parametrize(("name", "row"), read_rows(), ids=[name for name, _ in read_rows()])
def test_answer(name: str, row: dict[str, str]) -> None:
    standing = judge_target(
        build_target(row),
        build_values(row["values"], "own", unit_of_values(row)),
        build_values(row["partner"], "partner", "%"),
        as_of=date.fromisoformat(row["as_of"]),
    )
    assert standing.klass is Class(row["answer"]), name
    assert standing.reason is Reason(row["reason"])
    is_open = standing.klass is not Class.CANNOT_SAY and ("p" in row["values"] or standing.is_part_of_year)
    assert standing.is_preliminary is is_open
    if row["done"]:
        assert standing.done == Decimal(row["done"])
    if row["elapsed"]:
        assert standing.elapsed == Decimal(row["elapsed"])


def test_every_form_stands_in_a_table() -> None:
    assert {row["form"] for _, row in read_rows()} == {form.value for form in Form}


def test_every_answer_and_reason_stands_in_a_table() -> None:
    rows = [row for _, row in read_rows()]
    assert {row["answer"] for row in rows} == {klass.value for klass in Class}
    elsewhere = {"no_indicator", "unit_differs"}  # tests/unit/judge/test_standing.py
    assert {row["reason"] for row in rows} == {reason.value for reason in Reason} - elsewhere
