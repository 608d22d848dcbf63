"""Rows of cases: numbers, steps, and what a case repeats of its last step."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from lantu.act.cases import Facts
from lantu.store.keep.cases import Cause, keep_case, keep_case_step, lock_case, lock_numbers
from lantu.store.models import Case, Department, Place

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, tzinfo=UTC)
CAUSE = Cause("standing", "a#1", "990100", "甲")


@pytest.fixture(autouse=True)
def _place() -> None:
    Place.objects.create(code="990100", name="示例市", level="prefecture", recorded_at=AT)
    Department.objects.create(code="tj", name="统计局", place_id="990100", recorded_at=AT)


def test_numbers_run_by_place_and_year() -> None:
    lock_numbers("990100")
    made = [keep_case(Cause("hand", "", "990100", ""), "题", "办", AT, year, by="x") for year in (2026, 2026, 2027)]
    assert [case.address for case in made] == ["case/990100/2026/1", "case/990100/2026/2", "case/990100/2027/1"]


def test_the_database_itself_refuses_a_second_open_case_of_a_cause() -> None:
    first = keep_case(CAUSE, "题", "办", AT, 2026, by="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        keep_case(CAUSE, "题", "办", AT, 2026, by="x")
    keep_case_step(first, "close", Facts("closed", "tj", date(2026, 4, 1)), "", AT, by="x")
    assert keep_case(CAUSE, "题", "办", AT, 2026, by="x").is_open


def test_a_case_repeats_its_last_step() -> None:
    case = keep_case(CAUSE, "题", "办", AT, 2026, by="x")
    keep_case_step(case, "assign", Facts("assigned", "tj", date(2026, 4, 1), False), "", AT, by="x")
    found = lock_case(case.pk)
    assert found is not None
    assert (found.state, found.department_id, found.due_on, found.is_due_exact) == (
        "assigned", "tj", date(2026, 4, 1), False,
    )  # fmt: skip
    assert Case.objects.get().is_open
