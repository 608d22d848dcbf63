"""YAML as exact values."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.packs.lines import NotYamlError
from lantu.packs.yaml_values import read_exactly


def test_figures_are_decimals_days_are_text_and_words_stay_words() -> None:
    read = read_exactly("{a: 0.1, b: 60, c: 2026-03-01, d: no, e: true, NO: 1}")
    assert read == {"a": Decimal("0.1"), "b": Decimal(60), "c": "2026-03-01", "d": "no", "e": True, "NO": 1}
    assert isinstance(read["b"], Decimal)


@pytest.mark.parametrize("text", ["a: 1:30", "a: .inf", "a: 0x1F", "a: [", "a: &x 1\nb: *x"], ids=range(5))
def test_what_is_no_plain_value_is_refused(text: str) -> None:
    with pytest.raises(NotYamlError):
        read_exactly(text)


def test_the_line_is_told() -> None:
    with pytest.raises(NotYamlError) as caught:
        read_exactly("a: 1\nb: 1:30\n")
    assert caught.value.line == 2


def test_a_text_too_long_is_refused() -> None:
    with pytest.raises(NotYamlError, match="longer"):
        read_exactly("#" * 2_000_001)


@given(st.text(max_size=100))
def test_no_text_raises_anything_else(text: str) -> None:
    with suppress(NotYamlError):  # any other exception fails the test
        read_exactly(text)
