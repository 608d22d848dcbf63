"""What meets a promise, and what asks for less than there is."""

from decimal import Decimal

import pytest

from lantu.check.meeting import is_beyond, is_met
from lantu.core.entry import Comparator


@pytest.mark.parametrize(
    ("promised", "comparator", "reported", "falling", "answer"),
    [
        ("83", Comparator.EQUAL, "82.59", False, False),
        ("1.61", Comparator.EQUAL, "1.61", True, True),
        ("30", Comparator.AT_MOST, "28", False, True),
        ("90", Comparator.AT_LEAST, "87.2", False, False),
        ("7", Comparator.MORE_THAN, "7.0", False, True),
        ("75", Comparator.ABOUT, "70", False, None),
    ],
)
def test_is_met(promised: str, comparator: Comparator, reported: str, falling: bool, answer: bool | None) -> None:
    assert is_met(Decimal(promised), comparator, Decimal(reported), falling) is answer


def test_is_beyond_goes_by_the_comparator_first() -> None:
    assert is_beyond(Decimal("3.5"), Comparator.EQUAL, Decimal("1.73"), True)
    assert is_beyond(Decimal(27), Comparator.AT_MOST, Decimal(26), False)
    assert not is_beyond(Decimal(27), Comparator.AT_MOST, Decimal(28), False)
    assert not is_beyond(Decimal(25), Comparator.EQUAL, Decimal(25), False)
