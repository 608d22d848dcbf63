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


def test_entries_from_before_have_none() -> None:
    assert list_inferred({}) == ()


def test_per_cent() -> None:
    assert write_sure(0.875) == "88%"
