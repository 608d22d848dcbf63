"""布置填报."""

import pytest
from django.test import Client

from lantu.show.pages.workflows import parse
from lantu.store import models
from tests.unit.show.city import AT, CITY, DISTRICT, City

FORM = {
    "code": "yearly", "name": "年度指标", "place": CITY, "grain": "year", "accepting_level": "prefecture",
    "due_working_days": "10", "codes": "gdp\nincome_ratio", "rules": "gdp >= urban_income | 说明",
}  # fmt: skip


@pytest.fixture
def owner(city: City) -> None:
    models.Department.objects.create(code="tj", name="统计局", place_id=CITY, recorded_at=AT)
    for code in ("gdp", "income_ratio"):
        models.Ownership.objects.create(
            kind="indicator",
            thing=code,
            place_id=CITY,
            department_id="tj",
            from_on="2020-01-01",
            actor="x",
            recorded_at=AT,
        )


def test_a_workflow_is_set_up_looked_at_and_asked(owner: None, planner: Client) -> None:
    address = planner.post("/workflows/add", FORM)["Location"]
    assert "年度指标" in planner.get("/workflows").text
    text = planner.get(f"{address}?period=2026").text
    assert "由其他指标算出" in text
    assert "城镇居民人均可支配收入" in text
    assert "时期读不懂" in planner.get(f"{address}?period=soon").text
    assert "已有数据" in planner.get(f"{address}?period=2025").text
    key = address.rpartition("/")[2]
    assert planner.post(f"/workflow/{key}/ask", {"period": "2026", "place": [CITY, DISTRICT]})["Location"] == "/sheets"
    assert models.ReportingTask.objects.count() == 3
    assert planner.post(f"/workflow/{key}/ask", {"period": "2026"}).status_code == 422


@pytest.mark.parametrize(
    ("change", "words"),
    [({"codes": "nothing"}, "有不认得的指标"), ({"rules": "gdp"}, "有读不懂的关系"), ({"code": "a b"}, "field-error")],
    ids=["codes", "rules", "code"],
)
def test_what_is_wrong_is_said(city: City, planner: Client, change: dict[str, str], words: str) -> None:
    answer = planner.post("/workflows/add", {**FORM, **change})
    assert answer.status_code == 422
    assert words in answer.text


def test_nothing_is_404(city: City, planner: Client) -> None:
    assert planner.get("/workflow/9999").status_code == 404
    assert parse("  ") is None
