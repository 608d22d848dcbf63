"""Units as words."""

import pytest
from django.utils import translation

from lantu.show.units import UNITS, unit_word


@pytest.mark.parametrize("symbol", sorted(UNITS))
def test_chinese_keeps_the_symbol(symbol: str) -> None:
    assert unit_word(symbol) == symbol


def test_english_says_the_magnitude_and_unknown_units_stay() -> None:
    with translation.override("en"):
        assert unit_word("亿元") == "(100 million yuan)"
        assert unit_word("头牛") == "头牛"
