"""A reviewed plan becomes labels that say what people decided."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from lantu.core.entry import Entry
from lantu.run.exporting import export_labels, find_plan
from lantu.run.plans import read_version, receive_plan
from lantu.run.reviewing import decide
from lantu.store.codec import decode
from lantu.store.keep.plans import PlanFacts
from lantu.store.models import Plan, PlanEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("definitions")]
FACTS = PlanFacts("青湖市规划纲要", "330400", first_year=2021, last_year=2025, slug="outline")


def test_labels_follow_the_review(plan_bytes: bytes) -> None:
    key = receive_plan(plan_bytes, "plan.md", FACTS, by="li")
    read_version(key, by="li")
    entries = {
        (row.origin, row.indicator_code): decode(Entry, row.body)
        for row in PlanEntry.objects.filter(version=key, kind="target")
    }
    gdp = entries["table", "gdp"]
    decide(key, gdp.id, "corrected", body=replace(gdp, value=Decimal(910)), by="wang")
    decide(key, entries["table", "urban"].id, "rejected", reason="误读", by="wang")
    decide(key, entries["prose", "gdp"].id, "accepted", by="wang")
    files = export_labels(Plan.objects.get().pk)
    records = [json.loads(line) for line in files["plan.commitments.jsonl"].splitlines()]
    found = {(r["indicator"], r["value"]): r["tier"] for r in records}
    assert found == {
        ("地区生产总值", 880): "core",
        ("地区生产总值", 910): "core",
        ("常住人口城镇化率", 70): "peripheral",
    }
    assert json.loads(files["ranges.json"]) == {"plan": [[0, len(plan_bytes.decode())]]}
    assert {r["region"] for r in records} == {"青湖市"}


def test_a_plan_is_found_by_address_or_number(plan_bytes: bytes) -> None:
    receive_plan(plan_bytes, "plan.md", FACTS, by="li")
    plan = Plan.objects.get()
    assert find_plan("plan/330400/2021/outline") == find_plan(str(plan.pk)) == plan.pk
    assert find_plan("plan/330400/2022/outline") is None
    with pytest.raises(LookupError):
        export_labels(plan.pk)
