"""今日工作."""

from django.test import Client

from tests.unit.show.city import City


def test_what_waits_is_counted(city: City, planner: Client) -> None:
    text = planner.get("/today").text
    assert "2 件在等" in text
    assert "滞后和未实现的目标" in text
    assert "优良天数比率" in text


def test_somebody_without_a_role_is_told(city: City, django_user_model) -> None:
    client = Client()
    client.force_login(django_user_model.objects.create_user("new"))
    assert "还没有角色" in client.get("/today").text


def test_the_page_in_english(city: City, planner: Client) -> None:
    planner.cookies["lantu_language"] = "en"
    assert "Targets behind or missed" in planner.get("/today").text
