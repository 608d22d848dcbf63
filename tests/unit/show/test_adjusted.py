"""Old and new of an adjustment in words."""

from decimal import Decimal

import pytest
from django.utils import translation

from lantu.show.adjusted import tell_adjusted, write_said, write_yi
from lantu.store.models import Adjustment


@pytest.mark.parametrize(
    ("row", "before", "after"),
    [
        (Adjustment(part="due", before=None, amount=Decimal("2027.0000000000"), unit="年"), "", "2027年"),
        (
            Adjustment(part="sum", before=Decimal(12_000_000_000), amount=Decimal(15_050_000_000)),
            "120 亿元",
            "150.5 亿元",
        ),
        (Adjustment(part="scope", words_before="两座桥", words="三座桥"), "两座桥", "三座桥"),
        (
            Adjustment(part="value", before=Decimal("9000.0000"), amount=Decimal(8500), unit="亿元"),
            "9,000 亿元",
            "8,500 亿元",
        ),
    ],
)
def test_said(row: Adjustment, before: str, after: str) -> None:
    with translation.override("zh-hans"):
        assert (write_said(row, is_before=True), write_said(row, is_before=False)) == (before, after)


def test_nothing_was_adjusted() -> None:
    assert tell_adjusted(None, "5") is None
    told = tell_adjusted(Adjustment(pk=7), "5", "/plan/1")
    assert told is not None
    assert (told.text, told.href, told.sentence_href) == ("5", "/adjustment/7", "/plan/1")


def test_sums_in_yi() -> None:
    assert write_yi(None) == ""
    assert write_yi(Decimal(0)) == "0"
    assert write_yi(Decimal("12345678900.00")) == "123.456789"
