"""A question is asked once in all; steps and evidence are added, never removed."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from lantu.core.place import Place
from lantu.core.time import year_period
from lantu.store import models
from lantu.store.keep.departments import DepartmentFacts, keep_department
from lantu.store.keep.filing import (
    WorkflowFacts,
    keep_evidence,
    keep_sheet,
    keep_step,
    keep_workflow,
    lock_sheet,
    set_batch,
    withdraw_batch,
    withdraw_evidence,
)
from lantu.store.keep.places import keep_places
from lantu.store.keep.plans import keep_document
from lantu.store.keep.returns import RowCounts, keep_batch

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, tzinfo=UTC)


def make_sheet(workflow: models.Workflow) -> models.ReturnSheet:
    due = date(2026, 1, 16)
    return keep_sheet(workflow, "330400", "330400", "tj", year_period(2025), due, True, [("gdp", "")], AT)


@pytest.fixture
def workflow() -> models.Workflow:
    keep_places([Place("330400", "青湖市", "prefecture")], AT)
    keep_department(DepartmentFacts("tj", "统计局", "330400"), AT)
    return keep_workflow(WorkflowFacts("w", "年报", "330400", "year", "prefecture", 10, ("gdp",)), AT, by="li")


def test_the_database_refuses_a_question_asked_twice(workflow: models.Workflow) -> None:
    make_sheet(workflow)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_sheet(workflow)
    assert models.ReturnSheet.objects.count() == 1


def test_steps_batches_and_evidence(workflow: models.Workflow) -> None:
    sheet = make_sheet(workflow)
    keep_step(sheet, "submit", "submitted", "", AT, by="li")
    with transaction.atomic():
        locked = lock_sheet(sheet.pk)
    assert locked
    assert locked.state == "submitted"
    document = keep_document(b"x", "x.txt", AT)
    evidence = keep_evidence(sheet, document, "x.txt", AT, by="li")
    withdraw_evidence(evidence, AT)
    batch = keep_batch(document, "x", "li", RowCounts(0, 0, 0, 0), AT)
    set_batch(sheet, batch)
    withdraw_batch(batch, AT)
    assert models.ReturnBatch.objects.get().withdrawn_at == AT
    assert models.ReturnSheet.objects.get().batch == batch
