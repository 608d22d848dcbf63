"""A change far from the usual ones is a jump; with a short history only a manifold one is."""

import pytest

from lantu.sense.outliers import find_jump

STEADY = [100, 106, 113, 119, 127, 134]


@pytest.mark.parametrize(
    ("history", "new", "is_jump"),
    [
        (STEADY, 142, False),
        (STEADY, 1420, True),
        (STEADY, 100, True),
        ([], 5, False),
        ([100, 105], 150, False),
        ([100, 105], 1050, True),
        ([100, 105], 10.5, True),
        ([0, 5], 50, False),
        ([100, 110, 121, 133.1, 146.41, 161.051], 177.1561, False),
        ([100, 110, 121, 133.1, 146.41, 161.051], 300, True),
    ],
)
def test_a_jump_is_found(history: list[float], new: float, is_jump: bool) -> None:
    assert (find_jump(history, new) is not None) is is_jump


def test_rates_are_compared_by_points() -> None:
    rates = [5.1, 5.4, 4.9, 5.2, 5.0, 5.3]
    assert find_jump(rates, 5.1, by_difference=True) is None
    jump = find_jump(rates, -3.0, by_difference=True)
    assert jump is not None
    assert not jump.is_ratio
    assert jump.change == pytest.approx(-8.3)


def test_the_score_is_the_published_one() -> None:
    # changes 1, 2, 3, 4, 5 and then 10: median 3, MAD 1, score 0.6745 * 7
    jump = find_jump([0, 1, 3, 6, 10, 15], 25, by_difference=True)
    assert jump is not None
    assert jump.score == pytest.approx(4.7215)
    assert jump.usual == 3


def test_changes_that_were_mostly_the_same() -> None:
    # MAD is 0; the mean deviation takes its place: 0.6745's counterpart is 1 / 1.253314
    jump = find_jump([0, 1, 2, 3, 4, 6], 20, by_difference=True)
    assert jump is not None
    assert jump.score == pytest.approx(13 / (1.253314 * 0.2))
