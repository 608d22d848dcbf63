"""Formulas of traffic, alone."""

from datetime import date
from decimal import Decimal

from lantu.core.absence import Absence
from lantu.packs.rows import InputRow
from lantu.packs.traffic.formulas import compute_peak_speed
from lantu.run.pack_folders import find_packs, load_pack

RULES = load_pack(find_packs()["traffic"]).pack.rules
MONDAY = date(2021, 5, 10)


def make_row(detector: str, hour: int, speed: int) -> InputRow:
    return InputRow(0, {"speed": Decimal(speed)}, {"detector": detector}, day=MONDAY, hour=hour)


def test_a_detector_with_more_readings_weighs_no_more() -> None:
    rows = (make_row("a", 7, 20), make_row("a", 8, 20), make_row("a", 17, 20), make_row("b", 7, 60))
    assert compute_peak_speed(rows, RULES).value == 30


def test_without_a_day_there_is_no_peak() -> None:
    assert isinstance(compute_peak_speed((InputRow(0, {"speed": Decimal(9)}, hour=8),), RULES).value, Absence)
