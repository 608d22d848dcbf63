"""The generated table: a row a year, wider for more of a hundred and for more years ahead."""

import itertools

import pytest

from lantu.judge.trend.choice import FARTHEST
from lantu.judge.trend.widths import SHARES, WIDTHS


@pytest.mark.parametrize("way", WIDTHS)
def test_widths_grow(way: str) -> None:
    rows = WIDTHS[way]
    assert len(rows) == FARTHEST
    assert all(len(row) == len(SHARES) and list(row) == sorted(row) for row in rows)
    assert all(a <= b for row, later in itertools.pairwise(rows) for a, b in zip(row, later, strict=True))
