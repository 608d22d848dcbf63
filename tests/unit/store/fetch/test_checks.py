"""The newest run of each set of plans, and what counts of what people said."""

from datetime import UTC, datetime, timedelta

import pytest

from lantu.core.place import Place
from lantu.store.fetch.checks import latest_run, latest_runs, pairs_in_force, runs_with, sightings_among
from lantu.store.keep.checks import keep_check, keep_pair
from lantu.store.keep.places import keep_places
from lantu.store.keep.plans import PlanFacts, keep_document, keep_version
from lantu.store.models import FindingRow, PlanVersion

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def versions() -> list[PlanVersion]:
    keep_places([Place("330400", "青湖市", "prefecture"), Place("330411", "南屏区", "county", "330400")], NOW)
    document = keep_document(b"a", "a.txt", NOW)
    facts = [PlanFacts("规划", place, slug="outline", first_year=2021) for place in ("330400", "330411")]
    return [keep_version(told, document, "lantu", NOW) for told in facts]


def test_sets_of_plans_are_told_apart(versions: list[PlanVersion]) -> None:
    one, other = versions
    made = [
        keep_check(chosen, [], [], NOW + timedelta(hours=hour), program="lantu", by="li")
        for hour, chosen in enumerate(([one], [one, other], [one]))
    ]
    assert latest_run([one.plan_id]) == made[2]
    assert latest_run([other.plan_id, one.plan_id]) == made[1]
    assert latest_run([other.plan_id]) is None
    assert runs_with(one.plan_id) == [made[2], made[1]]
    assert {run.pk for run in latest_runs()} == {made[1].pk, made[2].pk}
    for run in made:
        FindingRow.objects.create(
            run=run, key="k", position=0, code="C101", kind="typo", severity="info", title="", body={}
        )
    assert [row.run_id for row in sightings_among([one.plan_id])] == [made[0].pk, made[2].pk]
    assert len(sightings_among([one.plan_id, other.plan_id])) == 3


def test_the_latest_word_on_a_pair_counts_in_whichever_order_it_was_told(versions: list[PlanVersion]) -> None:
    for hour, (first, second, verdict) in enumerate(
        (("甲", "乙", "same"), ("乙", "甲", "apart"), ("丙", "丁", "same"))
    ):
        keep_pair(first, second, verdict, NOW + timedelta(hours=hour), place_code="330400", reason="x", by="li")
    assert [(p.first, p.verdict) for p in pairs_in_force(["330411"])] == [("乙", "apart"), ("丙", "same")]
    assert pairs_in_force([]) == []
