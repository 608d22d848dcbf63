"""Sheets, what was typed last, what is asked and known, and how much is asked of whom."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from lantu.core.place import Place
from lantu.core.time import year_period
from lantu.store import models
from lantu.store.fetch.filing import (
    burdens,
    codes_asked,
    codes_reported,
    drafts_of,
    evidence_of,
    find_evidence,
    find_sheet,
    find_workflow,
    history_of_draft,
    last_drafts,
    list_sheets,
    list_workflows,
    scope_of_sheet,
    sheets_within,
    steps_of,
    task_keys_of,
    tasks_of,
    values_of,
)
from lantu.store.keep.departments import DepartmentFacts, keep_department
from lantu.store.keep.filing import Typed, WorkflowFacts, keep_drafts, keep_sheet, keep_step, keep_workflow
from lantu.store.keep.places import keep_places

pytestmark = pytest.mark.django_db
AT, LATER = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)
YEAR = year_period(2025)
FACTS = WorkflowFacts("w", "年报", "330400", "year", "prefecture", 10, ("gdp",))


@pytest.fixture
def sheet() -> models.ReturnSheet:
    keep_places([Place("330400", "青湖市", "prefecture")], AT)
    keep_department(DepartmentFacts("tj", "统计局", "330400"), AT)
    workflow = keep_workflow(FACTS, AT, by="li")
    questions = [("gdp", ""), ("town", "urban")]
    return keep_sheet(workflow, "330400", "330400", "tj", YEAR, date(2026, 1, 16), True, questions, AT)


def test_the_last_answer_counts_and_all_are_kept(sheet: models.ReturnSheet) -> None:
    first, second = tasks_of(sheet)
    keep_drafts([(first.pk, Typed("1"))], AT, by="li")
    keep_drafts([(first.pk, Typed("2"))], LATER, by="wang")
    assert {key: row.value for key, row in drafts_of(sheet).items()} == {first.pk: "2"}
    assert [row.actor for row in history_of_draft(first.pk)] == ["wang", "li"]
    assert second.asked_for == "urban"
    assert {key: (row.value, row.recorded_at) for key, row in last_drafts([second.pk, first.pk]).items()} == {
        first.pk: ("2", LATER)
    }
    assert last_drafts([]) == {}


def test_sheets_are_found_by_places_and_departments_named_together(sheet: models.ReturnSheet) -> None:
    for areas, is_within in (
        ([({"330400"}, None)], True),
        ([({"330400"}, {"tj"})], True),
        ([({"330400"}, {"jt"}), ({"330500"}, None)], False),
        ([], False),
    ):
        assert sheets_within(areas).exists() == is_within
    assert scope_of_sheet(sheet.pk) == ("330400", "tj")
    assert scope_of_sheet(sheet.pk + 1) is None
    assert task_keys_of(sheet) == {task.pk for task in tasks_of(sheet)}


def test_what_is_asked_and_known(sheet: models.ReturnSheet) -> None:
    assert codes_asked("330400", YEAR) == {"gdp", "town"}
    assert codes_asked("330400", year_period(2024)) == set()
    for amount, at in ((1, AT), (None, LATER)):
        models.ValueRow.objects.create(
            indicator_code="gdp", place_code="330400", period_start=YEAR.start, period_end=YEAR.end, amount=amount,
            bound="=", status="final", rule="reported", inputs=[], recorded_at=at,
        )  # fmt: skip
        expected = {"gdp"} if amount else set()
        assert codes_reported("330400", YEAR) == expected
        assert values_of(["gdp"], "330400") == ({"gdp": [(YEAR, Decimal(1))]} if amount else {})


def test_lists(sheet: models.ReturnSheet) -> None:
    (listed,) = list_sheets()
    assert (listed.pk, listed.task_count) == (sheet.pk, 2)
    assert find_sheet(sheet.pk) == sheet
    newer = keep_workflow(FACTS, LATER, by="li")
    assert list_workflows() == [newer]
    assert find_workflow(sheet.workflow_id) == sheet.workflow
    (burden,) = burdens()
    assert (burden.department.code, burden.month, burden.cells) == ("tj", date(2026, 1, 1), 2)
    assert evidence_of(sheet) == []
    assert find_evidence(1) is None
    keep_step(sheet, "submit", "submitted", "", AT, by="li")
    assert [step.step for step in steps_of(sheet)] == ["submit"]
