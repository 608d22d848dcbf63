"""Places, definitions and people: each arrow leaves one audit row."""

import pytest

from lantu.core.place import Place
from lantu.run.setting_up import record_boundaries, record_definitions, record_person, record_places
from lantu.store.models import AuditRow, Indicator

pytestmark = pytest.mark.django_db
CITY = Place("330400", "青湖市", "prefecture")


def test_each_arrow_leaves_one_row() -> None:
    record_places([CITY], by="li")
    record_boundaries({"330400": {"type": "MultiPolygon", "coordinates": []}}, "source", by="li")
    record_person("wang", "blue-heron-rests-9", "viewer", "330400", by="li")
    actions = list(AuditRow.objects.values_list("action", flat=True))
    assert actions == ["places.recorded", "boundaries.recorded", "person.recorded"]


def test_a_person_who_exists_leaves_no_row() -> None:
    record_places([CITY], by="li")
    assert record_person("wang", "blue-heron-rests-9", "viewer", "330400", by="li")
    assert not record_person("wang", "blue-heron-rests-9", "viewer", "330400", by="li")
    assert AuditRow.objects.filter(action="person.recorded").count() == 1


def test_a_broken_definition_is_named_and_the_others_are_kept() -> None:
    text = """
indicators:
  - {code: gdp, name: 地区生产总值, unit: 亿元, direction: up, kind: flow}
  - {code: bad, name: 坏定义, unit: 亿元, direction: sideways, kind: flow}
"""
    changed, diagnostics = record_definitions(text, "indicators.yml", by="li")
    assert changed == 1
    assert Indicator.objects.get().code == "gdp"
    assert any("sideways" in d.message + d.hint for d in diagnostics)
