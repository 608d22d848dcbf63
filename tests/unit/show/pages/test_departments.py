"""管理 · 部门与责任."""

from urllib.parse import quote

import pytest
from django.test import Client

from lantu.store import models
from tests.unit.show.city import AT, CITY, City


@pytest.fixture
def tj(city: City) -> models.Department:
    return models.Department.objects.create(code="tj", name="统计局", place_id=CITY, recorded_at=AT)


def test_a_department_is_registered_and_closed(city: City, planner: Client) -> None:
    form = {"code": "fgw", "name": "发改委", "place": CITY, "valid_from": "2020-01-01"}
    assert planner.post("/departments/add", form).status_code == 302
    assert "发改委" in planner.get("/departments").text
    assert "已经有了" in planner.post("/departments/add", form).text
    assert planner.post("/department/fgw/close").status_code == 302
    assert models.Department.objects.get().valid_to is not None
    assert planner.post("/department/none/close").status_code == 404


def test_an_owner_is_set_handed_over_and_listed(tj: models.Department, planner: Client) -> None:
    assert "未定" in planner.get("/owners").text
    form = {
        "kind": "indicator",
        "thing": "gdp",
        "place": CITY,
        "department": "tj",
        "from_on": "2024-01-01",
        "post": "综合处",
    }
    assert planner.post("/owner/hand-over", form)["Location"] == f"/owners?place={CITY}"
    assert "综合处" in planner.get("/owners").text
    assert "与现在的登记相同" in planner.post("/owner/hand-over", form).text
    models.Department.objects.create(code="fgw", name="发改委", place_id=CITY, recorded_at=AT)
    other = {**form, "department": "fgw", "from_on": "2025-01-01"}
    assert "请写明理由" in planner.post("/owner/hand-over", other).text
    assert planner.post("/owner/hand-over", {**other, "reason": "职责划转"}).status_code == 302
    text = planner.get("/owner", {"kind": "indicator", "thing": "gdp", "place": CITY}).text
    assert text.index("发改委") < text.index("统计局")


def test_a_target_without_an_indicator_has_an_owner_too(tj: models.Department, city: City, planner: Client) -> None:
    address = models.PlanTarget.objects.get(indicator_code="").address
    assert quote(address, safe="/").replace("%2F", "/") in planner.get("/owners").text
    assert "单位能耗降低" in planner.get("/owner", {"kind": "target", "thing": address, "place": CITY}).text


@pytest.mark.parametrize(
    "asked", [{}, {"kind": "indicator", "thing": "none", "place": CITY}, {"kind": "target", "thing": "x"}]
)
def test_nothing_is_404(city: City, planner: Client, asked: dict[str, str]) -> None:
    assert planner.get("/owner", asked).status_code == 404
