"""A word on names is judged by: the plan's target means another indicator from then on."""

import pytest

from lantu.run.plans import read_version, receive_plan
from lantu.run.renaming import apply_names
from lantu.run.wordbooks import decide_pair
from lantu.store.keep.plans import PlanFacts
from lantu.store.models import PlanVersion
from lantu.store.targets import targets_in_force

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("definitions")]
FACTS = PlanFacts("青湖市规划纲要", "330400", first_year=2021, last_year=2025, slug="outline")


def codes() -> set[str]:
    return {target.indicator_code for _, target in targets_in_force()}


def test_targets_follow_the_word_and_its_withdrawal(plan_bytes: bytes) -> None:
    text = plan_bytes.decode().replace("地区生产总值", "全市经济规模")
    key = receive_plan(text.encode(), "plan.md", FACTS, by="li")
    read_version(key, by="li")
    assert "gdp" not in codes()
    decide_pair("地区生产总值", "全市经济规模", "same", place_code="330400", reason="同一指标", by="li")
    assert apply_names("330400", by="li") == 1
    assert "gdp" in codes()
    assert apply_names("330400", by="li") == 0
    decide_pair("地区生产总值", "全市经济规模", "withdrawn", place_code="330400", by="li")
    assert apply_names("330400", by="li") == 1
    assert "gdp" not in codes()
    assert PlanVersion.objects.count() == 3


def test_a_word_of_a_district_changes_no_plan_of_the_city(plan_bytes: bytes) -> None:
    read_version(receive_plan(plan_bytes, "plan.md", FACTS, by="li"), by="li")
    decide_pair("地区生产总值", "别的", "apart", place_code="330411", reason="区里", by="li")
    assert apply_names("330411", by="li") == 0


def test_a_new_reading_goes_by_the_word_from_the_start(plan_bytes: bytes) -> None:
    decide_pair("地区生产总值", "全市经济规模", "same", place_code="330400", reason="同一指标", by="li")
    text = plan_bytes.decode().replace("地区生产总值", "全市经济规模")
    read_version(receive_plan(text.encode(), "plan.md", FACTS, by="li"), by="li")
    assert "gdp" in codes()
