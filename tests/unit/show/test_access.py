"""Whoever is not allowed is refused, on every address there is."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, reverse

from lantu.run.policy import ACTIONS, OPEN_ACTIONS, OWN_ACTIONS
from lantu.show.access import MARK, OPEN, AccessMiddleware, action_of, check_may, may_do, needs, needs_by_way
from lantu.show.urls import urlpatterns
from tests.unit.show.city import CITY, OTHER, City

PARTS = {"key": 1, "code": "gdp", "form": "docx", "number": 1, "slip": "reminder"}
"""What stands in for the parts that addresses are made of."""


def address_of(route: URLPattern) -> str:
    return reverse(str(route.name), kwargs={part: PARTS[part] for part in route.pattern.converters})


@pytest.mark.parametrize("route", urlpatterns, ids=lambda route: route.name)
def test_every_address_names_a_known_action(route: URLPattern) -> None:
    marked = getattr(route.callback, MARK, "")
    actions = set(marked.values()) if isinstance(marked, dict) else {marked}
    assert actions
    assert actions <= ACTIONS | OPEN_ACTIONS | OWN_ACTIONS


@pytest.mark.parametrize(
    "route", [r for r in urlpatterns if getattr(r.callback, MARK) != OPEN], ids=lambda route: route.name
)
def test_nobody_reads_or_writes_unasked(route: URLPattern, city: City, settings) -> None:
    settings.LANTU_PUBLIC_READ = False
    for answer in (Client().get(address_of(route)), Client().post(address_of(route))):
        if str(route.name).startswith("api_"):
            # A method that an address does not take is refused as such.
            assert answer.status_code in (401, 405)
            assert answer["Content-Type"] == "application/problem+json"
            continue
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in?next=")


def test_a_form_sent_without_a_session_leads_back_to_its_page(city: City) -> None:
    sent = Client().post("/tasks/confirm", headers={"referer": "http://testserver/tasks?lead=x"})
    assert sent["Location"] == "/sign-in?next=/tasks%3Flead%3Dx"
    elsewhere = Client().post("/tasks/confirm", headers={"referer": "https://elsewhere.example/tasks"})
    assert elsewhere["Location"] == "/sign-in?next=/"


def test_a_key_no_database_can_hold_is_not_there(city: City, reader: Client) -> None:
    assert reader.get(f"/plan/{10**20}").status_code == 404


def test_the_address_of_a_form_says_so(city: City, planner: Client) -> None:
    answer = planner.get("/reports/make")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "这个地址只收表单" in answer.text


def test_actions_may_differ_by_method() -> None:
    view = needs_by_way({"GET": "read", "POST": "manage"})(lambda _: None)
    assert [action_of(view, way) for way in ("GET", "POST", "PUT")] == ["read", "manage", OPEN]
    assert action_of(lambda _: None, "GET") == ""


def test_a_view_without_an_action_is_refused(rf: RequestFactory, planner: Client) -> None:
    request = rf.get("/")
    request.user = planner.get("/").wsgi_request.user
    with pytest.raises(PermissionDenied):
        AccessMiddleware(lambda _: HttpResponse()).process_view(request, lambda _: HttpResponse(), (), {})


def test_a_role_without_the_action_gets_a_refusal(city: City, django_user_model, settings) -> None:
    settings.LANTU_PUBLIC_READ = True
    client = Client()
    client.force_login(django_user_model.objects.create_user("wang"))
    answer = client.post(reverse("upload_plan"))
    assert answer.status_code == 403
    assert "没有权限" in answer.text


def test_the_place_counts(rf: RequestFactory, planner: Client, city: City) -> None:
    request = rf.get("/")
    request.user = planner.get("/").wsgi_request.user
    assert may_do(request, "upload_plan", CITY)
    assert may_do(request, "upload_plan", OTHER)
    with pytest.raises(PermissionDenied):
        check_may(request, "upload_plan", "110000")


def test_needs_leaves_the_view_as_it_is() -> None:
    def view(_: object) -> str:
        return "shown"

    assert needs("read")(view) is view
    assert view(None) == "shown"
