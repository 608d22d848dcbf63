"""Pages made once for all who may read the same: what is one reader's own stays that reader's."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lantu.show import whole
from lantu.show.kept import forget, keep
from tests.unit.show.city import AT, CITY, DISTRICT, build_city

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]*)"')


@pytest.fixture(autouse=True)
def city(settings: Any, tmp_path: Path) -> Any:
    settings.LANTU_PUBLIC_READ = False
    settings.STATIC_ROOT = tmp_path
    return build_city()


def sign_in(name: str, role: str = "planner", place: str = CITY, **kept: str) -> Client:
    from lantu.store import models

    user = get_user_model().objects.create_user(name)
    models.Account.objects.create(user=user)
    models.Assignment.objects.create(user=user, role=role, place_id=place, recorded_at=AT)
    client = Client(**kept)
    client.force_login(user)
    return client


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses of the pages that were made, in their order."""
    told: list[str] = []
    cut = whole._cut
    monkeypatch.setattr(whole, "_cut", lambda body, kind: (told.append(kind), cut(body, kind))[1])
    return told


def test_a_page_is_made_once_for_two_who_may_do_the_same(made: list[str]) -> None:
    li, wang = sign_in("li<1>"), sign_in("wang")
    first, second, again = li.get("/targets"), wang.get("/targets"), li.get("/targets")
    assert len(made) == 1
    assert "退出 li&lt;1&gt;" in first.text
    assert "退出 wang" in second.text
    assert "li&lt;" not in second.text
    assert again.text.count("li&lt;1&gt;") == 1
    assert whole.READER not in first.text + second.text + again.text


def test_each_answer_has_a_token_that_holds_for_its_reader_alone(made: list[str]) -> None:
    li, wang = sign_in("li", enforce_csrf_checks="1"), sign_in("wang", enforce_csrf_checks="1")
    li.handler.enforce_csrf_checks = wang.handler.enforce_csrf_checks = True
    tokens = {name: TOKEN.findall(client.get("/targets").text)[0] for name, client in (("li", li), ("wang", wang))}
    assert len(made) == 1
    ask = {"next": "/targets", "language": "en"}
    assert li.post("/language", {**ask, "csrfmiddlewaretoken": tokens["li"]}).status_code == 302
    assert wang.post("/language", {**ask, "csrfmiddlewaretoken": tokens["wang"]}).status_code == 302
    assert wang.post("/language", {**ask, "csrfmiddlewaretoken": tokens["li"]}).status_code == 403


def test_other_rights_places_looks_and_languages_make_other_pages(made: list[str]) -> None:
    planner, viewer, district = sign_in("a"), sign_in("b", "viewer"), sign_in("c", place=DISTRICT)
    for number, client in enumerate((planner, viewer, district), 1):
        client.get("/")
        assert len(made) == number
    planner.cookies["lantu_look"] = "dark"
    assert 'data-look="dark"' in planner.get("/").text
    planner.cookies["lantu_language"] = "en"
    assert '<html lang="en"' in planner.get("/").text
    assert len(made) == 5
    assert '<html lang="zh-Hans" data-look="auto">' in viewer.get("/").text
    assert len(made) == 5


def test_a_role_taken_away_holds_at_once(made: list[str]) -> None:
    from lantu.store import models

    li = sign_in("li")
    assert li.get("/targets").status_code == 200
    models.Assignment.objects.update(ended_at=AT)
    assert li.get("/targets").status_code == 403


def test_who_signed_out_gets_nothing_that_is_kept() -> None:
    li = sign_in("li")
    tag = li.get("/targets")["ETag"]
    li.logout()
    answer = li.get("/targets", headers={"if-none-match": tag})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in")


def test_a_message_is_shown_once_and_kept_for_nobody(made: list[str]) -> None:
    li, wang = sign_in("li", "administrator"), sign_in("wang", "administrator")
    li.get("/targets")
    answer = li.post("/owners/confirm", {"next": "/targets"}, follow=True)
    told = answer.redirect_chain
    assert told, "no message was left for a page to show"
    shown, after, others = answer.text, li.get("/targets").text, wang.get("/targets").text
    assert '<ul class="messages"' in shown
    assert '<ul class="messages"' not in after + others


def test_a_copy_that_is_still_good_is_not_sent_again() -> None:
    li, wang = sign_in("li"), sign_in("wang")
    first = li.get("/targets")
    assert first["Cache-Control"] == "private, no-cache"
    assert "Cookie" in first["Vary"]
    again = li.get("/targets", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert wang.get("/targets", headers={"if-none-match": first["ETag"]}).status_code == 200
    li.cookies["csrftoken"] = "x" * 32
    assert li.get("/targets", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_compressed_and_plain_say_the_same(made: list[str]) -> None:
    li = sign_in("li")
    packed = li.get("/targets", headers={"accept-encoding": "br, gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert int(packed["Content-Length"]) == len(packed.content)
    plain = li.get("/targets")
    assert not plain.has_header("Content-Encoding")
    assert TOKEN.sub("", gzip.decompress(packed.content).decode()) == TOKEN.sub("", plain.text)
    assert len(made) == 1


def test_a_kept_page_asks_only_who_it_is_and_whether_anything_changed() -> None:
    from django.db import connection

    li = sign_in("li")
    li.get("/targets")
    with CaptureQueriesContext(connection) as asked:
        li.get("/targets")
    assert len(asked) <= 6


def test_what_was_recorded_makes_the_page_anew(made: list[str]) -> None:
    from lantu.store.audit import append_audit

    li = sign_in("li")
    li.get("/targets")
    append_audit("li", "plan.read", "x", AT)
    li.get("/targets")
    assert len(made) == 2


def test_refusals_and_other_answers_are_not_kept(made: list[str]) -> None:
    li = sign_in("li")
    assert li.get("/indicator/nothing-of-that-code").status_code == 404
    assert "退出 li" in li.get("/indicator/nothing-of-that-code").text
    assert li.head("/targets").status_code == 200
    assert li.get("/targets?q=" + "x" * 500).status_code == 200
    assert made == []


def test_whoever_reads_without_an_account_shares_a_page_too(settings: Any, made: list[str]) -> None:
    settings.LANTU_PUBLIC_READ = True
    one, other = Client().get("/targets"), Client().get("/targets")
    assert len(made) == 1
    assert TOKEN.findall(one.text)[0] != TOKEN.findall(other.text)[0]
    assert "登录" in other.text


def test_a_view_cannot_tell_who_reads_while_its_page_is_made(rf: Any) -> None:
    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpResponse

    seen: list[Any] = []

    @whole.kept_whole
    def view(request: Any) -> HttpResponse:
        seen.append(request.user)
        return HttpResponse(f"{request.user.username}|")

    user = get_user_model().objects.create_user("li")
    for who in (user, AnonymousUser()):
        request = rf.get("/x")
        request.user, request._messages = who, ()
        assert view(request).content == (b"li|" if who is user else b"|")
        assert request.user is who
    assert [made.pk for made in seen] == [None, None]
    assert keep("other", lambda: 1) == 1


def test_a_plan_that_is_still_being_read_is_not_kept(made: list[str]) -> None:
    from lantu.store import models

    li = sign_in("li")
    version = models.PlanVersion.objects.order_by("pk")[0]
    assert li.get(f"/plan/{version.plan_id}").status_code == 200
    assert len(made) == 1
    version.pk, version.number, version.state, version.read_at = None, 99, "reading", None
    version._state.adding = True
    version.save()
    forget()
    for state in ("reading", "failed"):
        models.PlanVersion.objects.filter(number=99).update(state=state)
        assert "Cache-Control" in li.get(f"/plan/{version.plan_id}").headers
    assert len(made) == 1
