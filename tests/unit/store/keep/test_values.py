"""A value is written when it changed, and every earlier one stays."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.quantity import make_quantity
from lantu.core.time import year_period
from lantu.core.value import Value
from lantu.store.keep.values import keep_values
from lantu.store.known import known_values
from lantu.store.models import ValueRow

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
VALUE = Value(
    "gdp", "330400", year_period(2020), make_quantity("5509.5", "亿元"), Comparator.EQUAL, Status.PRELIMINARY,
    ("1",), "reported",
)  # fmt: skip
REVISED = replace(VALUE, quantity=make_quantity("5563.58", "亿元"), status=Status.FINAL, inputs=("2",))


def test_an_unchanged_value_is_not_written_again() -> None:
    assert keep_values([VALUE], NOW) == 1
    assert keep_values([VALUE], LATER) == 0


def test_a_revision_is_a_new_row_and_the_old_one_can_be_asked_for() -> None:
    keep_values([VALUE], NOW)
    assert keep_values([REVISED], LATER) == 1
    assert ValueRow.objects.count() == 2
    assert known_values() == (REVISED,)
    assert known_values(NOW) == (VALUE,)
