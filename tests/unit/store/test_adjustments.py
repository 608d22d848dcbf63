"""Which adjustment holds: approved by a moment, in effect on a day, the latest of several."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from lantu.core.quantity import make_quantity
from lantu.core.target import Target
from lantu.store.adjustments import (
    adjust_target,
    adjustment_notes,
    adjustment_steps,
    adjustments_in_force,
    find_adjustment,
    keep_adjustment_step,
    list_adjustments,
    lock_adjustment,
)
from lantu.store.codec import decode
from lantu.store.models import Adjustment, PlanTarget
from tests.unit.show.city import CITY, build_city

pytestmark = pytest.mark.django_db
AT, DAY = datetime(2026, 3, 1, tzinfo=UTC), date(2026, 3, 1)


def make(address: str, amount: str, on: date, part: str = "value") -> Adjustment:
    row = Adjustment.objects.create(
        target_address=address, place_id=CITY, part=part, amount=Decimal(amount), unit="亿元", grounds="x",
        effective_on=on, state="submitted", actor="x", recorded_at=AT,
    )  # fmt: skip
    keep_adjustment_step(row, "approve", "approved", "x", AT, by="y")
    return row


def test_the_latest_in_effect_holds_until_it_is_taken_back() -> None:
    build_city()
    row = PlanTarget.objects.get(indicator_code="gdp")
    target = decode(Target, row.body)
    first = make(row.address, "8500", DAY - timedelta(days=9))
    second = make(row.address, "8000", DAY - timedelta(days=1))
    make(row.address, "1", DAY + timedelta(days=1))
    make(row.address, "5563.58", DAY, "base")
    adjusted = adjust_target(target, adjustments_in_force(AT, DAY))
    assert adjusted.value == make_quantity("8000", "亿元")
    assert (adjusted.base.quantity, adjusted.base.year) == (make_quantity("5563.58", "亿元"), 2020)
    assert "8000" in adjustment_notes(AT, DAY)[row.address]
    assert adjusted.base.version.startswith("adjustment ")
    assert adjust_target(target, adjustments_in_force(AT - timedelta(days=1), DAY)) == target
    keep_adjustment_step(second, "unapprove", "reviewed", "x", AT + timedelta(days=1), by="y")
    later = adjustments_in_force(AT + timedelta(days=1), DAY)
    assert later[row.address, "value"].pk == first.pk
    assert adjustments_in_force(AT, DAY)[row.address, "value"].pk == second.pk
    assert [s.step for s in adjustment_steps(second)] == ["unapprove", "approve"]
    assert len(list_adjustments()) == 4
    assert find_adjustment(first.pk) == lock_adjustment(first.pk) == first
