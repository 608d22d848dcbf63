"""Figures that stand for a class go by its name."""

from datetime import date
from decimal import Decimal

import pytest

from lantu.measure.named import name_figure
from lantu.run.pack_folders import find_packs, load_pack

DAY = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("step", "figure", "name"),
    [
        ("section_class", "1", "Ⅰ"),
        ("section_class", "6", "劣Ⅴ"),
        ("section_class", "7", ""),
        ("basin_mean_class", "3", "Ⅲ"),
        ("basin_status", "1", "优"),
        ("basin_status", "5", "重度污染"),
        ("basin_status", "0", ""),
        ("good_share", "3", ""),
    ],
)
def test_classes_and_statuses(step: str, figure: str, name: str) -> None:
    steps = {s.name: s for s in load_pack(find_packs()["water"]).pack.steps}
    assert name_figure(steps[step], Decimal(figure), DAY) == name


def test_before_any_edition_there_is_no_name() -> None:
    steps = {s.name: s for s in load_pack(find_packs()["water"]).pack.steps}
    assert name_figure(steps["section_class"], Decimal(1), date(1990, 1, 1)) == ""
