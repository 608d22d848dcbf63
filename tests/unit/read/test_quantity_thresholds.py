"""Single rules on figures that limit, pay or compare."""

import pytest

from lantu.read import quantity_thresholds as thresholds
from lantu.read.quantity_grammar import find_quantities
from lantu.read.quantity_place import Place, look_around


def place_of(text: str) -> Place:
    """The place of the first figure of a text."""
    found = find_quantities(text)
    return look_around(text, found[0], 0, len(text), len(found) > 1)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("亿元以上项目60个", True),
        ("100亿元产业基金", False),
        ("50亿元用于改造", False),
        ("300张床位", False),
        ("10万吨以上的码头泊位12个", True),
        ("5亿元,增长", False),
    ],
)
def test_thresholds(text: str, holds: bool) -> None:
    assert thresholds.is_threshold(place_of(text)) is holds


def test_a_subsidy_needs_words_of_giving() -> None:
    assert thresholds.is_subsidy(place_of("按设备投入的10%给予补助"))
    assert not thresholds.is_subsidy(place_of("发放消费券5亿元"))


def test_parts_of_a_structure_are_few() -> None:
    assert thresholds.is_policy(place_of("抓好6个方面工作"))
    assert not thresholds.is_policy(place_of("培育60个体系化平台"))
