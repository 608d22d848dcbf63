"""Queries whose SQL is made once answer as the query sets they were made of."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from lantu.store import models
from lantu.store.prepared import columns_of, insert_row, insert_rows, make_object, prepared

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, 4, 5, 6, 789, tzinfo=UTC)


@prepared
def _ask_rows(code: str, since: date, upto: datetime, least: int, *, has_note: bool = False) -> Any:
    rows = models.ValueRow.objects.filter(
        indicator_code=code, period_end__gte=since, recorded_at__lte=upto, pk__gte=least
    )
    rows = rows.exclude(note="") if has_note else rows
    return rows.order_by("period_end").values_list("period_end", "amount", "recorded_at", "inputs", "note")


def _write_value(code: str, year: int, amount: str, note: str = "") -> None:
    insert_row(
        models.ValueRow, indicator_code=code, place_code="330400", period_start=date(year, 1, 1), period_end=date(year, 12, 31),
        amount=Decimal(amount), absence="", unit="%", bound="=", status="final", rule="reported", inputs=[1, "2"],
        published_on=None, note=note, recorded_at=AT,
    )  # fmt: skip


def _written() -> None:
    _write_value("a", 2023, "1.5")
    _write_value("a", 2024, "2.25", "%s 50%")
    _write_value("b", 2024, "3")


def test_values_reach_the_query_and_columns_come_back_as_the_model_has_them() -> None:
    _written()
    last = (date(2024, 12, 31), Decimal("2.25"), AT, [1, "2"], "%s 50%")
    first = (date(2023, 12, 31), Decimal("1.5"), AT, [1, "2"], "")
    assert _ask_rows("a", date(2023, 1, 1), AT, 1) == [first, last]
    assert _ask_rows("a", date(2024, 1, 1), AT, 1) == [last]
    assert _ask_rows("a", date(2023, 1, 1), AT - timedelta(microseconds=1), 1) == []
    assert [row[1] for row in _ask_rows("b", date(2023, 1, 1), AT, 1)] == [Decimal(3)]
    assert _ask_rows("a", date(2023, 1, 1), AT, 2**31 - 1) == []


def test_form_and_part_are_told_apart() -> None:
    _written()
    asked = ("a", date(2023, 1, 1), AT, 1)
    assert [row[4] for row in _ask_rows(*asked, has_note=True)] == ["%s 50%"]
    assert len(_ask_rows(*asked)) == 2
    assert [row[0].year for row in _ask_rows(*asked, limit=1, offset=1)] == [2024]


def test_the_query_set_is_built_once_for_a_form() -> None:
    built = []

    @prepared
    def ask(*codes: str) -> Any:
        built.append(len(codes))
        return models.ValueRow.objects.filter(indicator_code__in=codes).order_by("pk").values_list("indicator_code")

    _written()
    assert [ask("a"), ask("b"), ask("c")] == [[("a",), ("a",)], [("b",)], []]
    assert ask("b", "a") == [("a",), ("a",), ("b",)]
    assert ask() == []
    assert built == [1, 2, 0]


def test_a_value_that_the_query_changes_is_refused() -> None:
    @prepared
    def ask(part: str) -> Any:
        return models.ValueRow.objects.filter(note__contains=part).values_list("pk")

    with pytest.raises(ValueError, match="do not reach"):
        ask("x")
    with pytest.raises(TypeError, match="cannot be a value"):
        ask(None)


def test_rows_are_written_as_the_model_writes_them() -> None:
    names = ("seq", "at", "actor", "action", "subject", "detail", "previous_hash", "row_hash")
    rows = [(n, AT, "li", "a", "%s", {"n": [n]}, "p", "r") for n in (1, 2)]
    insert_rows(models.AuditRow, names, rows)
    assert list(models.AuditRow.objects.order_by("seq").values_list(*names)) == rows


def test_an_object_is_made_of_its_columns() -> None:
    @prepared
    def ask(seq: int) -> Any:
        return models.AuditRow.objects.filter(seq=seq).values_list(*columns_of(models.AuditRow), "action")

    insert_row(
        models.AuditRow,
        seq=7,
        at=AT,
        actor="li",
        action="a",
        subject="s",
        detail={"n": 1},
        previous_hash="p",
        row_hash="r",
    )
    row, rest = make_object(models.AuditRow, ask(7)[0])
    assert (row, rest) == (models.AuditRow.objects.get(), ("a",))
    assert (row.at, row.detail, row._state.adding) == (AT, {"n": 1}, False)
