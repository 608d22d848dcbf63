"""English names where there are any."""

from django.utils import translation

from lantu.show.titles import indicator_name, is_chinese, place_name, plan_title
from lantu.store.models import Place, Plan
from tests.unit.show.city import DEFINITIONS


def test_names_follow_the_language() -> None:
    plan, place = Plan(title="纲要", title_en="Outline"), Place(name="甲区", name_en="")
    assert (plan_title(plan), place_name(place), indicator_name(DEFINITIONS[0])) == ("纲要", "甲区", "地区生产总值")
    with translation.override("en"):
        assert (plan_title(plan), place_name(place)) == ("Outline", "甲区")
        assert indicator_name(DEFINITIONS[0]) == "Gross domestic product"


def test_chinese_is_told_from_latin() -> None:
    assert is_chinese("GDP 总量")
    assert not is_chinese("GDP")
