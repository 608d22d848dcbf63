"""Single rules on numerals inside names."""

import pytest

from lantu.read import quantity_names as names
from lantu.read.quantity_grammar import find_quantities
from lantu.read.quantity_place import Place, look_around


def place_of(text: str) -> Place:
    """The place of the first figure of a text."""
    return look_around(text, find_quantities(text)[0], 0, len(text), False)


@pytest.mark.parametrize(("text", "holds"), [("2025年", True), ("受教育年限达到12年", False), ("实施3年", True)])
def test_years(text: str, holds: bool) -> None:
    assert names.is_year(place_of(text)) is holds


def test_a_closed_quotation_before_the_figure_does_not_hold_it() -> None:
    assert not names.is_quoted(place_of("“小巨人”企业30家"))
    assert names.is_quoted(place_of("“30家小巨人”"))


def test_a_long_quotation_is_no_name() -> None:
    assert not names.is_quoted(place_of("“到期末建成覆盖城乡各类人群的托育机构总数达到300家以上的目标要求”"))


def test_two_figures_of_travel() -> None:
    assert names.is_duration(place_of("1小时通达机场"))
    assert not names.is_duration(place_of("平均用时缩短2天"))


def test_ratio_and_index_need_no_unit() -> None:
    assert not names.is_bare(place_of("基尼系数降到0.4"))
    assert names.is_bare(place_of("代码0571"))
