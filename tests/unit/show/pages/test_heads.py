"""The page of a department: who heads it, who did, and a hand-over."""

import pytest
from django.test import Client

from lantu.store import models
from tests.unit.show.city import AT, CITY, City


@pytest.fixture
def tj(city: City) -> models.Department:
    return models.Department.objects.create(code="tj", name="统计局", place_id=CITY, recorded_at=AT)


def test_a_planner_hands_over_and_everybody_who_reads_sees_it(
    tj: models.Department, planner: Client, reader: Client
) -> None:
    said = {"kind": "head", "name": "王示例", "post": "局长", "from_on": "2024-01-01"}
    assert planner.post("/department/tj/head", said)["Location"] == "/department/tj"
    refused = planner.post("/department/tj/head", {**said, "name": "赵示例", "from_on": "2025-01-01"})
    assert (refused.status_code, "请写明理由" in refused.text) == (422, True)
    unknown = planner.post("/department/tj/head", {**said, "account": "nobody", "from_on": "2025-01-01"})
    assert (unknown.status_code, "没有这个账号" in unknown.text) == (422, True)
    page = reader.get("/department/tj")
    assert "王示例" in page.text
    assert "现任" in page.text
    assert "登记或交接" not in page.text
    listed = reader.get("/departments").text
    assert 'href="/department/tj"' in listed
    assert "王示例" in listed


def test_a_department_that_is_none(tj: models.Department, reader: Client) -> None:
    assert reader.get("/department/xx").status_code == 404
    assert "还没有登记负责人" in reader.get("/department/tj").text
