"""Figures of the law by date."""

from datetime import date
from decimal import Decimal

import pytest

from lantu.core.rule import Rule, RuleValue

# daily limit of fine dust, from the day the second of two standards is in force
LIMIT = Rule(
    "pm25_daily",
    "微克/立方米",
    (RuleValue(Decimal(75), date(2016, 1, 1)), RuleValue(Decimal(60), date(2026, 3, 1), "GB 3095-2026")),
)


@pytest.mark.parametrize(
    ("day", "figure"), [(date(2016, 1, 1), 75), (date(2026, 2, 28), 75), (date(2026, 3, 1), 60), (date(2030, 1, 1), 60)]
)
def test_the_day_of_the_data_decides(day: date, figure: int) -> None:
    assert LIMIT.value_on(day).value == figure


def test_before_the_first_there_is_none() -> None:
    with pytest.raises(LookupError, match="pm25_daily"):
        LIMIT.value_on(date(2015, 12, 31))
