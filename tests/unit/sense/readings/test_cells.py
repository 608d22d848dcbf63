"""Instants in China's civil time and figures as instruments write them."""

from datetime import UTC, datetime

import pytest

from lantu.sense.readings.cells import read_instant, read_value


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        ("20200326", "18", datetime(2020, 3, 26, 10, tzinfo=UTC)),
        ("2020-03-26 18:30", "", datetime(2020, 3, 26, 10, 30, tzinfo=UTC)),
        ("2020/3/26 18:00:05", "", datetime(2020, 3, 26, 10, 0, 5, tzinfo=UTC)),
        ("2020年3月26日", "8时", datetime(2020, 3, 26, 0, tzinfo=UTC)),
        ("2020-03-26", "24", datetime(2020, 3, 26, 16, tzinfo=UTC)),
        ("2020-03-26T10:00:00Z", "", datetime(2020, 3, 26, 10, tzinfo=UTC)),
        ("2020-03-26T10:00:00+02:00", "", datetime(2020, 3, 26, 8, tzinfo=UTC)),
    ],
)
def test_instants(day: str, clock: str, utc: datetime) -> None:
    assert read_instant(day, clock) == utc


@pytest.mark.parametrize("text", ["02-04 11:00", "2020-02-30", "2020-03-26 25:00", "2020-03-26 24:30", "yesterday", ""])
def test_what_is_no_instant(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_instant(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [("38", (38.0, False)), ("-0.5", (-0.5, False)), ("1,234.5", (1234.5, False)), ("<0.01", (0.01, True)), ("0.02L", (0.02, True)),
     ("３８", (38.0, False)), ("—", None), ("NaN", None), ("", None)],
)  # fmt: skip
def test_figures(text: str, read: tuple[float, bool] | None) -> None:
    assert read_value(text) == read


@pytest.mark.parametrize("text", ["abc", "1_000", "inf", "1,5", "3 or 4"])
def test_what_is_no_figure(text: str) -> None:
    with pytest.raises(ValueError, match="not a figure"):
        read_value(text)
