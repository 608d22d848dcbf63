"""管理 · 人员."""

from django.test import Client

from lantu.store import models
from tests.unit.show.city import CITY, DISTRICT, City

WORD = "blue-heron-rests-9"


def add(planner: Client) -> int:
    answer = planner.post("/people/add", {"name": "wang", "password": WORD})
    return int(answer["Location"].rpartition("/")[2])


def test_an_account_gets_a_role_and_loses_it(city: City, planner: Client) -> None:
    key = add(planner)
    assert "还没有角色" in planner.get(f"/person/{key}").text
    role = {"role": "reporter", "place": DISTRICT, "starts_on": "2026-01-01"}
    assert planner.post(f"/person/{key}/role", role).status_code == 302
    assert "填报 · 甲区" in planner.get("/people").text
    given = models.Assignment.objects.get(user_id=key)
    assert planner.post(f"/role/{given.pk}/end").status_code == 302
    assert "已终止" in planner.get(f"/person/{key}").text
    assert planner.post(f"/role/{given.pk}/end").status_code == 404


def test_what_is_wrong_is_said(city: City, planner: Client) -> None:
    key = add(planner)
    assert "已经有了" in planner.post("/people/add", {"name": "wang", "password": WORD}).text
    assert planner.post("/people/add", {"name": "zhao", "password": "short"}).status_code == 422
    dates = {"role": "viewer", "place": CITY, "starts_on": "2026-02-01", "ends_on": "2026-01-01"}
    assert "日期先后不合" in planner.post(f"/person/{key}/role", dates).text
    assert planner.post(f"/person/{key}/role", {"role": "king", "place": CITY}).status_code == 422
    assert planner.post(f"/person/{key}/password", {"password": "short"}).status_code == 422
    assert planner.get("/person/9999").status_code == 404
    assert planner.post("/person/9999/active", {"active": "1"}).status_code == 404


def test_an_account_is_closed_and_its_password_reset(city: City, planner: Client) -> None:
    key = add(planner)
    assert planner.post(f"/person/{key}/active", {"active": "0"}).status_code == 302
    assert "已停用" in planner.get(f"/person/{key}").text
    assert planner.post(f"/person/{key}/password", {"password": "red-crane-walks-7"}).status_code == 302
    assert planner.post(f"/person/{key}/sessions/end").status_code == 302
    assert models.Account.objects.get(user_id=key).epoch == 3
