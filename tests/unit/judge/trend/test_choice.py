"""Every count of years from the fewest to the most has one way."""

import pytest

from lantu.judge.trend.choice import BANDS, FEWEST, MOST, choose_band
from lantu.judge.trend.methods import WAYS
from lantu.judge.trend.widths import WIDTHS


def test_no_gap_and_no_overlap() -> None:
    counts = [count for band in BANDS for count in range(band.first, band.last + 1)]
    assert counts == list(range(FEWEST, MOST + 1))


@pytest.mark.parametrize("count", [0, FEWEST - 1, MOST + 1])
def test_beyond_them_there_is_none(count: int) -> None:
    with pytest.raises(ValueError, match="no trend"):
        choose_band(count)


def test_each_way_exists_and_has_widths() -> None:
    assert {band.way for band in BANDS} <= set(WAYS)
    assert {band.way for band in BANDS} == set(WIDTHS)
