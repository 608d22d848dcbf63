"""督办: lists, filters, the form, and who sees what."""

import pytest
from django.test import Client

from lantu.store import models
from tests.unit.show.city import AT, CITY, DISTRICT, City

FORM = {"kind": "hand", "title": "查明用水数据", "demand": "核对后反馈", "place": CITY}


@pytest.fixture
def supervisor(city: City, settings, django_user_model) -> Client:
    settings.LANTU_PUBLIC_READ = False
    return sign_in(django_user_model, "sun", "supervisor")


@pytest.fixture
def reporter(city: City, supervisor: Client, django_user_model) -> Client:
    models.Department.objects.create(code="tj", name="统计局", place_id=CITY, recorded_at=AT)
    return sign_in(django_user_model, "li", "reporter", "tj")


def sign_in(user_model, name: str, role: str, department: str = "") -> Client:
    user = user_model.objects.create_user(name, password="a-long-password-1")
    models.Assignment.objects.create(user=user, role=role, place_id=CITY, department=department, recorded_at=AT)
    client = Client()
    client.force_login(user)
    return client


def test_a_case_is_opened_from_a_target_once(city: City, supervisor: Client) -> None:
    target = models.PlanTarget.objects.get(indicator_code="gdp")
    page = supervisor.get("/cases/new", {"kind": "standing", "key": target.pk}).text
    assert "地区生产总值" in page
    said = {"kind": "standing", "key": target.pk, "title": "生产总值未实现", "demand": "查明原因"}
    address = supervisor.post("/cases/add", said)["Location"]
    answer = supervisor.post("/cases/add", said)
    assert answer.status_code == 422
    assert "同一来由已有未办结的事项。" in answer.text
    assert supervisor.get("/cases/new", {"kind": "standing", "key": target.pk})["Location"] == address


def test_the_list_is_narrowed(city: City, supervisor: Client) -> None:
    supervisor.post("/cases/add", FORM)
    supervisor.post("/cases/add", {**FORM, "place": DISTRICT, "title": "区里的事"})
    assert "2 项，共 2 项" in supervisor.get("/cases").text
    narrowed = supervisor.get("/cases", {"place_code": DISTRICT}).text
    assert "1 项，共 2 项" in narrowed
    assert "查明用水数据" not in narrowed
    assert "没有这样的事项。" in supervisor.get("/cases", {"late": "1"}).text
    key = models.Case.objects.get(place_id=DISTRICT).pk
    supervisor.post(f"/case/{key}/step", {"step": "cancel", "note": "重复"})
    assert "1 项，共 2 项" in supervisor.get("/cases").text
    assert "2 项，共 2 项" in supervisor.get("/cases", {"ended": "1"}).text


def test_a_department_sees_only_its_own(city: City, supervisor: Client, reporter: Client) -> None:
    key = supervisor.post("/cases/add", FORM)["Location"].rpartition("/")[2]
    assert "0 项，共 0 项" in reporter.get("/cases").text
    assert reporter.get(f"/case/{key}").status_code == 403
    supervisor.post(f"/case/{key}/step", {"step": "assign", "department": "tj", "days": "10"})
    assert "1 项，共 1 项" in reporter.get("/cases").text
    assert reporter.get("/cases/new").status_code == 403
    assert "要办的督办事项" in reporter.get("/today").text


@pytest.mark.parametrize(
    ("change", "status"),
    [({"title": ""}, 422), ({"place": "000000"}, 403), ({"kind": "warning", "key": "99"}, 404), ({"kind": "x"}, 404)],
)
def test_what_is_wrong_is_refused(supervisor: Client, change: dict[str, str], status: int) -> None:
    assert supervisor.post("/cases/add", {**FORM, **change}).status_code == status


def test_in_english(supervisor: Client) -> None:
    supervisor.cookies["lantu_language"] = "en"
    supervisor.post("/cases/add", FORM)
    assert "To be assigned" in supervisor.get("/cases").text
