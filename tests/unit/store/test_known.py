"""The registry answers with nouns, as known at a moment."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.time import year_period
from lantu.core.value import Value
from lantu.store.keep.plans import keep_document
from lantu.store.keep.values import keep_values
from lantu.store.known import has_document, known_observations, known_values

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_document_is_known_by_its_bytes() -> None:
    keep_document(b"a", "a.txt", NOW)
    assert has_document(b"a")
    assert not has_document(b"b")


def test_an_absence_comes_back_with_its_name() -> None:
    gap = Value("gdp", "330400", year_period(2024), Absence(AbsenceKind.WITHHELD, "保密"), Comparator.EQUAL,
                Status.UNSTATED, (), "reported", note="保密")  # fmt: skip
    keep_values([gap], NOW)
    assert known_values() == (gap,)


def test_nothing_known_is_an_empty_table_with_all_columns() -> None:
    table = known_observations()
    assert table.num_rows == 0
    assert table.schema.field("amount").type.precision == 38


@pytest.mark.parametrize("amount", ["0", "0.0156", "100", "123456789012.345"])
def test_amounts_come_back_exactly(amount: str) -> None:
    """SQLite keeps 15 digits of a figure, PostgreSQL all; no indicator has more."""
    from lantu.core.quantity import make_quantity

    value = Value("gdp", "330400", year_period(2024), make_quantity(amount, "亿元"), Comparator.EQUAL,
                  Status.FINAL, ("1",), "reported", date(2025, 1, 1))  # fmt: skip
    keep_values([value], NOW)
    (known,) = known_values(NOW + timedelta(days=1))
    assert not isinstance(known.quantity, Absence)
    assert known.quantity.amount == Decimal(amount)
