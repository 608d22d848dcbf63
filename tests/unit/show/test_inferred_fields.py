"""Inferred fields as printed."""

from django.utils import translation

from lantu.show.inferred_fields import list_inferred, write_sure

BODY = {
    "inferred": [
        {"field": "year", "reason": "horizon", "confidence": 0.97},
        {"field": "unit", "reason": "unit_line", "confidence": 0.9},
    ]
}


def test_the_least_sure_comes_first() -> None:
    with translation.override("zh-hans"):
        found = list_inferred(BODY)
    assert [(item.field, item.reason, item.sure) for item in found] == [
        ("单位", "取自表上的“单位”", "90%"),
        ("年份", "取规划期末", "97%"),
    ]
    with translation.override("en"):
        assert [item.field for item in list_inferred(BODY)] == ["unit", "year"]


def test_a_price_basis_is_named() -> None:
    rule = {"field": "price_basis", "reason": "note_naming_it", "confidence": 0.9}
    body = {"price_basis": "comparable", "price_year": 2020, "inferred": [rule]}
    with translation.override("zh-hans"):
        (found,) = list_inferred(body)
        assert (found.field, found.reason) == ("价格口径（2020年可比价）", "取自点名该指标的表注")
    with translation.override("en"):
        (found,) = list_inferred(body | {"price_year": None})
        assert found.field == "price basis (comparable prices)"


def test_entries_from_before_have_none() -> None:
    assert list_inferred({}) == ()


def test_per_cent() -> None:
    assert write_sure(0.875) == "88%"
