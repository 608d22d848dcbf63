"""Days and numbers are read exactly as the OpenAPI says they are written."""

import calendar
import re
from datetime import date

import pytest

from lantu.show.api.asked import DAY, read_day, read_number


def test_the_pattern_of_days_takes_every_day_and_no_other() -> None:
    for year in (1900, 1999, 2000, 2024, 2025, 2096, 2099):
        for month in range(1, 13):
            for day in range(1, 32):
                is_day = day <= calendar.monthrange(year, month)[1]
                assert bool(re.fullmatch(DAY, f"{year}-{month:02}-{day:02}")) is is_day, (year, month, day)
    assert read_day("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "said", ["2025-02-29", "1", "20250101", "2025-01-01T00:00", "3025-01-01", "2025-1-1", "2025-01-01\n"]
)
def test_what_is_no_day_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match="a day as"):
        read_day(said)


@pytest.mark.parametrize("said", ["1.5", "1.00", "+1", " 1", "1e3", "٣", "01", "", True, None, "1" * 11])
def test_what_is_no_number_is_refused(said: object) -> None:
    with pytest.raises(ValueError, match="a whole number"):
        read_number(said)


def test_numbers_are_read() -> None:
    assert [read_number(said) for said in ("0", "500", 7, "600.0")] == [0, 500, 7, 600]
