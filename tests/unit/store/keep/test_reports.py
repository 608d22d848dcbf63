"""A report comes back as it was kept; its digest is of its content."""

from datetime import UTC, datetime

import pytest

from lantu.store.codec import encode
from lantu.store.fetch.reports import find_report, list_reports, passages_of, report_noun
from lantu.store.keep.reports import digest_report, keep_passage, keep_report
from tests.unit.show.city import build_city
from tests.unit.show.reports.small import REPORT

AT = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.mark.django_db
def test_there_and_back() -> None:
    plan = build_city().plan
    row = keep_report(REPORT, plan.pk, AT, by="li")
    found = find_report(row.pk)
    assert found is not None
    assert report_noun(found) == REPORT
    assert found.digest == digest_report(encode(REPORT)) != digest_report({**encode(REPORT), "title": ""})
    assert [listed.pk for listed in list_reports()] == [row.pk]
    keep_passage(plan.pk, "annual", 2024, "causes", "一", {"a": "1"}, AT, by="li")
    keep_passage(plan.pk, "annual", 2024, "causes", "二", {}, AT.replace(month=5), by="li")
    assert passages_of(plan.pk, "annual", 2024)["causes"].text == "二"
    assert passages_of(plan.pk, "annual", 2024, AT)["causes"].cited == (("a", "1"),)
    keep_passage(plan.pk, "annual", 2024, "causes", " ", {}, AT.replace(month=6), by="li")
    assert passages_of(plan.pk, "annual", 2024) == {}
