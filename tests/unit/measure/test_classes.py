"""The worst item decides, by the limits of the water body."""

from datetime import date
from decimal import Decimal

from lantu.core.step import By, Dated, Held, Over, Step
from lantu.measure.cells import places_table
from lantu.measure.classes import classify_cells
from tests.unit.measure.air_days import places_table as make_places
from tests.unit.measure.cell_tables import run

CLASSES = ("Ⅰ", "Ⅱ")
TP = {"at_most": (Decimal("0.1"), Decimal("0.2")), "at_most_lake": (Decimal("0.05"), Decimal("0.1"))}
HELD = {
    "tp": {"item": TP, "classes": CLASSES},
    "do": {"item": {"at_least": (Decimal(6), Decimal(3))}, "classes": CLASSES},
    "ph": {"item": {"between": (Decimal(6), Decimal(9))}, "classes": CLASSES},
}
STEP = Step("water", "class", ("month",), ("tp", "do", "ph"), Over.ITEMS, By.CLASSIFY, "month", 0, into="class",
            rules={"limits": Dated("", (Held("", date(2002, 6, 1), None, HELD),))})  # fmt: skip
PLACES = make_places([("river", "county", "c", "river"), ("lake", "county", "c", "lake"), ("open", "county", "c", "")])


def test_limits_classes_and_what_stays_open() -> None:
    month = 2024 * 12
    rows = [
        ("tp", "river", month, 150), ("do", "river", month, 6000), ("tp", "lake", month, 150),
        ("tp", "open", month, 150), ("tp", "open", month + 1, 150), ("ph", "open", month + 1, 9001), ("tp", "open", month + 2, None),
    ]  # fmt: skip
    found = run(lambda t: classify_cells(t, places_table(), STEP, 3).select("place", "period", "amount"), rows, PLACES)
    amounts = {(row["place"], row["period"] - month): row["amount"] for row in found}
    assert amounts == {("river", 0): 2, ("lake", 0): 3, ("open", 0): None, ("open", 1): 3, ("open", 2): None}
