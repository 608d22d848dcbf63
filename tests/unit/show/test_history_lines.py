"""What is said of a change is what differs between the versions."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lantu.store import models


def value(**said: Any) -> models.ValueRow:
    plain: dict[str, Any] = {"amount": Decimal(5), "unit": "亿元", "bound": "=", "status": "final", "rule": "reported"}
    return models.ValueRow(period_start=date(2024, 1, 1), period_end=date(2024, 12, 31), **plain | said)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (None, {}, ["首次登记"]),
        ({"status": "preliminary"}, {"amount": Decimal(6)}, ["数值修订", "初步与最终的变化"]),
        ({}, {"amount": None, "unit": ""}, ["数值撤回"]),
        ({"amount": None, "unit": ""}, {}, ["有了数值"]),
        ({}, {"unit": "万元"}, ["单位不同"]),
        ({}, {"bound": "<"}, ["界限不同"]),
        ({}, {"rule": "ratio"}, ["计算规则不同"]),
        ({}, {"note": "口径不变"}, ["数值不变，依据的填报或备注不同"]),
    ],
)
def test_told(before: dict[str, Any] | None, after: dict[str, Any], told: list[str]) -> None:
    from lantu.show.history_lines import tell_change

    assert tell_change(None if before is None else value(**before), value(**after)) == told
