"""What is not there is None; passages of another year are another report's."""

from datetime import UTC, datetime

import pytest

from lantu.store.fetch.reports import find_report, list_reports, passages_of, report_noun
from lantu.store.keep.reports import keep_passage, keep_report
from tests.unit.show.city import build_city
from tests.unit.show.reports.small import REPORT

AT = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.mark.django_db
def test_reports_and_passages() -> None:
    assert find_report(1) is None
    assert list_reports() == []
    plan = build_city().plan
    row = keep_report(REPORT, plan.pk, AT, by="li")
    assert report_noun(row).facts == REPORT.facts
    keep_passage(plan.pk, "annual", 2023, "causes", "去年的话", {}, AT, by="li")
    assert passages_of(plan.pk, "annual", 2024) == {}
    assert passages_of(plan.pk, "midterm", 2023) == {}
    assert passages_of(plan.pk, "annual", 2023)["causes"].author == "li"
