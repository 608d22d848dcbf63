"""From a case back to warning, light, finding and sentence."""

import pytest

from lantu.show.case_chain import build_chain
from lantu.store.fetch.cases import find_cause
from lantu.store.keep.cases import keep_case
from lantu.store.models import FindingRow, PlanTarget, WarningRow
from tests.unit.show.city import AT, CITY, City

pytestmark = pytest.mark.django_db


def links_of(kind: str, key: int) -> list[tuple[str, str]]:
    cause = find_cause(kind, str(key), AT.date())
    assert cause is not None
    case = keep_case(cause, "题", "办", AT, 2026, by="x")
    return [(link.label, link.klass or link.href) for link in build_chain(case)]


def test_of_a_target_and_of_a_warning_about_it(city: City) -> None:
    target = PlanTarget.objects.get(indicator_code="good_air")
    warning = WarningRow.objects.create(
        address="warning/progress/a/1", cause="progress", subject=target.address, place_id=CITY, name="优良天数比率",
        level="red", rule="missed", since=AT.date(), opened_on=AT.date(), recorded_at=AT,
    )  # fmt: skip
    links = links_of("standing", target.pk)
    assert links[:2] == [("立项时的进展", "behind"), ("现在的进展", "behind")]
    assert links[2][0] == "规划原文"
    assert "entry=e4" in links[2][1]
    assert links_of("warning", warning.pk) == [("预警", f"/warning/{warning.pk}"), *links]


def test_of_a_finding(checked: object) -> None:
    row = FindingRow.objects.order_by("pk")[0]
    links = links_of("finding", row.pk)
    assert links[0][0] == "核查发现"
    assert links[0][1].startswith(f"/plan/{sorted(row.plans)[0]}/check")
    assert len(links) > 1
    assert all(label == "规划原文" and "at=" in href for label, href in links[1:])
