"""Pages that cannot be shown."""

from django.test import Client, RequestFactory

from lantu.show.pages.errors import bad_request, failed, forbidden, not_found


def test_a_missing_page_in_both_languages(db, reader: Client) -> None:
    answer = reader.get("/no-such-page")
    assert answer.status_code == 404
    assert "没有这个页面" in answer.text
    reader.cookies["lantu_language"] = "en"
    assert "No such page" in reader.get("/no-such-page").text


def test_each_failure_has_its_page(db, rf: RequestFactory) -> None:
    request = rf.get("/")
    request.resolver_match = None
    assert [view(request, None).status_code for view in (bad_request, forbidden, not_found)] == [400, 403, 404]


def test_a_form_from_an_older_session_is_explained(db, django_user_model) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/sign-in", {"username": "x", "password": "y"})
    assert answer.status_code == 403
    assert "表单没有收下" in answer.text
    assert "数据没有改变" in answer.text


def test_our_own_failure_needs_no_frame(rf: RequestFactory) -> None:
    answer = failed(rf.get("/"))
    assert answer.status_code == 500
    assert "No data was changed" in answer.text
