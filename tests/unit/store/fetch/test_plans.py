"""Plans and what was read in them."""

from datetime import timedelta

from lantu.store import models
from lantu.store.fetch.plans import (
    entries_of,
    find_entry,
    find_version,
    latest_versions,
    list_plans,
    list_versions,
    notices_of,
    plans_with_indicator,
    sections_of,
    tables_of,
    target_codes,
    versions_in_force,
)
from tests.unit.show.city import AT, DISTRICT, City


def add_version(city: City, *, is_read: bool) -> models.PlanVersion:
    return models.PlanVersion.objects.create(
        plan=city.plan, number=2, document=city.version.document, reader="test", state="read" if is_read else "reading",
        recorded_at=AT + timedelta(days=1), read_at=AT + timedelta(days=1) if is_read else None,
    )  # fmt: skip


def test_outlines_of_higher_places_come_first(city: City) -> None:
    make = models.Plan.objects.create
    make(address="a", title="行动", kind="action_plan", place_id=city.plan.place_id, recorded_at=AT)
    make(address="c", title="无年份", kind="outline", place_id=city.plan.place_id, recorded_at=AT)
    make(address="b", title="区纲要", kind="outline", place_id=DISTRICT, recorded_at=AT)
    assert [plan.title for plan in list_plans()] == ["示例市“十四五”规划纲要", "无年份", "区纲要", "行动"]


def test_a_version_being_read_is_not_in_force(city: City) -> None:
    second = add_version(city, is_read=False)
    assert versions_in_force() == {city.plan.pk: city.version}
    assert latest_versions()[city.plan.pk] == second
    assert find_version(city.plan.pk) == city.version
    assert find_version(city.plan.pk, 2) == second
    assert [v.number for v in list_versions(city.plan.pk)] == [2, 1]


def test_targets_of_an_older_version_are_not_shown(city: City) -> None:
    assert len(plans_with_indicator("gdp")) == 1
    add_version(city, is_read=True)
    assert plans_with_indicator("gdp") == []
    assert target_codes() == []


def test_what_was_read(city: City) -> None:
    assert [row.entry_id for row in entries_of(city.version)] == ["e9", "e1", "e2", "e3", "e4", "e5"]
    entry = find_entry(city.version, "e1")
    assert entry is not None
    assert entry.indicator == "地区生产总值"
    assert find_entry(city.version, "e0") is None
    assert [s.title for s in sections_of(city.version)] == ["主要目标", "项目<清单>"]
    assert [n.code for n in notices_of(city.version)] == ["R010"]
    assert tables_of(city.version) == []
    assert sorted(target_codes()) == ["gdp", "good_air", "income_ratio", "urban_rate"]
    assert find_version(999999) is None
