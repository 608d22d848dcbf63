"""An approved adjustment, written straight into the registry."""

from datetime import date, datetime
from decimal import Decimal

from lantu.store.adjustments import keep_adjustment_step
from lantu.store.models import Adjustment
from tests.unit.show.city import CITY


def adjust(address: str, amount: str, on: date, at: datetime, part: str = "value") -> Adjustment:
    """What was approved at a moment and holds from a day on; in 亿元."""
    row = Adjustment.objects.create(
        target_address=address, place_id=CITY, part=part, before=Decimal(9000), amount=Decimal(amount), unit="亿元",
        grounds="x", effective_on=on, state="approved", actor="x", recorded_at=at,
    )  # fmt: skip
    keep_adjustment_step(row, "approve", "approved", "决议1号", at, by="y")
    return row
