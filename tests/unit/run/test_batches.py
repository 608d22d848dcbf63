"""Many things at once: done with those it can be done with, told of the others, and taken back as a whole."""

from datetime import date

import pytest

from lantu.core.time import year_period
from lantu.run.asking import ask_for_period, open_workflow
from lantu.run.batches import (
    accept_sheets,
    assign_cases,
    confirm_owners,
    mark_findings,
    recall_cases,
    split_owner,
    unaccept_sheets,
    unconfirm_owners,
)
from lantu.run.cases import open_one, take_case_step
from lantu.run.departments import add_department, hand_over
from lantu.run.filing import save_drafts, take_step
from lantu.store.audit import find_breaks
from lantu.store.fetch.departments import owner_of
from lantu.store.keep.cases import Cause
from lantu.store.keep.departments import DepartmentFacts
from lantu.store.keep.filing import Typed, WorkflowFacts
from lantu.store.models import AuditRow, Case, Ownership, ReturnSheet

pytestmark = pytest.mark.django_db
CITY = "330400"
DAY = date(2024, 1, 1)


@pytest.fixture
def department(definitions: None) -> None:
    add_department(DepartmentFacts("tjj", "统计局", CITY), by="test")


def test_cases_are_assigned_and_recalled_together(department: None) -> None:
    keys = [str(open_one(Cause("hand", "", CITY, ""), f"事项{n}", "办理", by="sun")) for n in range(3)]
    take_case_step(int(keys[2]), "cancel", note="重复", by="sun")
    before = AuditRow.objects.count()
    done = assign_cases([*keys, keys[0]], "tjj", 5, by="sun")
    assert done.keys == tuple(keys[:2])
    assert done.refused == ((keys[2], "state"),)
    assert AuditRow.objects.count() == before + 2
    take_case_step(int(keys[1]), "accept", by="li")
    back = recall_cases(done.keys, by="sun")
    assert (back.keys, back.refused) == ((keys[0],), ((keys[1], "state"),))
    assert list(Case.objects.order_by("pk").values_list("state", flat=True)) == ["opened", "accepted", "cancelled"]
    assert assign_cases([keys[0]], "tjj", 0, by="sun").refused == ((keys[0], "date"),)
    assert list(find_breaks()) == []


def test_presumed_owners_are_confirmed_and_presumed_again(department: None) -> None:
    Ownership.objects.create(
        kind="indicator", thing="gdp", place_id=CITY, department_id="tjj", is_guessed=True, from_on=DAY,
        actor="sample", recorded_at="2024-01-01T00:00:00Z",
    )  # fmt: skip
    key = f"indicator {CITY} gdp"
    assert split_owner(key) == ("indicator", CITY, "gdp")
    assert confirm_owners([key, f"indicator {CITY} none"], by="li").refused == ((f"indicator {CITY} none", "unknown"),)
    held = owner_of("indicator", "gdp", CITY, DAY)
    assert held
    assert not held.is_guessed
    assert confirm_owners([key], by="li").refused == ((key, "same"),)
    assert unconfirm_owners([key], by="li").keys == (key,)
    again = owner_of("indicator", "gdp", CITY, DAY)
    assert again
    assert again.is_guessed
    confirm_owners([key], by="li")
    hand_over("indicator", "gdp", CITY, "tjj", DAY, post="综合处", by="li")
    assert unconfirm_owners([key], by="li").refused == ((key, "state"),)
    assert list(find_breaks()) == []


def test_sheets_are_accepted_and_taken_back_together(department: None) -> None:
    hand_over("indicator", "gdp", CITY, "tjj", DAY, by="test")
    facts = WorkflowFacts("yearly", "年度指标", CITY, "year", "prefecture", 10, ("gdp",))
    workflow = open_workflow(facts, by="li")
    for year in (2024, 2025):
        ask_for_period(workflow, [CITY], year_period(year), by="li")
    first, second = ReturnSheet.objects.order_by("pk")
    save_drafts(first.pk, {task.pk: Typed("7000", unit="亿元") for task in first.tasks.all()}, by="li")
    take_step(first.pk, "submit", by="li")
    take_step(first.pk, "review", by="wang")
    done = accept_sheets([str(first.pk), str(second.pk)], by="sun")
    assert (done.keys, done.refused) == ((str(first.pk),), ((str(second.pk), "state"),))
    assert unaccept_sheets(done.keys, "看错了", by="sun").keys == done.keys
    assert unaccept_sheets(done.keys, "", by="sun").refused
    first.refresh_from_db()
    assert first.state == "reviewed"


def test_a_finding_that_is_not_there_is_told(department: None) -> None:
    assert mark_findings(["none"], "fixed", by="li").refused == (("none", "state"),)
