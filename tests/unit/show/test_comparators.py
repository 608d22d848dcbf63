"""Words for comparators and bounds."""

import pytest

from lantu.core.entry import Comparator
from lantu.show.comparators import write_bound, write_comparator


@pytest.mark.parametrize(
    ("comparator", "words"),
    [
        (Comparator.AT_LEAST, ("", "以上")),
        (Comparator.AT_MOST, ("", "以下")),
        (Comparator.ABOUT, ("", "左右")),
        (Comparator.EQUAL, ("", "")),
    ],
)
def test_comparators(comparator: Comparator, words: tuple[str, str]) -> None:
    assert write_comparator(comparator) == words


def test_a_bound_is_never_shown_as_a_plain_figure() -> None:
    signs = {bound: write_bound(bound) for bound in Comparator}
    assert signs[Comparator.EQUAL] == ""
    assert signs[Comparator.LESS_THAN] == "<"
    assert signs[Comparator.ABOUT] == "≈"
    assert signs[Comparator.MORE_THAN] == ">"
