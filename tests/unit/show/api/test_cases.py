"""Cases by token: opened, each step once however often it is sent, files, filters, as_of; nobody does what is not theirs."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lantu.run.clock import today_in_china
from lantu.store import models
from tests.unit.show.city import AT, CITY, DISTRICT, OTHER, City

pytestmark = pytest.mark.django_db
HAND = {"cause_kind": "hand", "place": DISTRICT, "title": "补报数据", "demand": "三日内补报"}


@pytest.fixture
def program_of(city: City, settings):
    from tests.unit.show.api.clients import Program

    settings.LANTU_PUBLIC_READ = False
    models.Department.objects.create(code="tj", name="统计局", place_id=DISTRICT, recorded_at=AT)
    return Program


def test_a_case_goes_its_way(program_of) -> None:
    boss, handler = program_of("supervisor", DISTRICT), program_of("reporter", DISTRICT, "tj")
    opened = boss.post("cases", HAND, "key-00001")
    assert opened.status_code == 201, opened.content
    at = f"cases/{opened.json()['case']}"
    assert handler.get(at).status_code == 403
    said = {"step": "assign", "department": "tj", "working_days": 3}
    assert boss.post(f"{at}/steps", said, "key-00002").json()["state"] == "assigned"
    assert boss.post(f"{at}/steps", {"step": "accept"}, "key-00003").status_code == 403
    assert handler.post(f"{at}/steps", {"step": "close"}, "key-00004").status_code == 403
    assert handler.post(f"{at}/steps", {"step": "accept"}, "key-00005").json()["state"] == "accepted"
    assert handler.get(at).json()["next_steps"] == ["ask_extension", "answer", "unaccept"]
    later = (today_in_china() + timedelta(days=40)).isoformat()
    asked = {"step": "ask_extension", "note": "来不及", "until": later}
    assert handler.post(f"{at}/steps", asked, "key-00006").status_code == 200
    assert boss.post(f"{at}/steps", {"step": "grant_extension"}, "key-00007").status_code == 200
    kept = handler.client.post(
        f"/api/v1/{at}/files", {"file": SimpleUploadedFile("a.txt", "报告".encode())},
        headers={**handler.headers, "Idempotency-Key": "key-00008"},
    )  # fmt: skip
    assert kept.status_code == 201, kept.content
    assert handler.post(f"{at}/steps", {"step": "answer"}, "key-00009").json()["code"] == "note"
    assert handler.post(f"{at}/steps", {"step": "answer", "note": "已补报"}, "key-00010").status_code == 200
    assert boss.post(f"{at}/steps", {"step": "close"}, "key-00011").json()["state"] == "closed"
    told = boss.get(at).json()
    assert [step["step"] for step in told["steps"]] == [
        "open", "assign", "accept", "ask_extension", "grant_extension", "answer", "close",
    ]  # fmt: skip
    assert (told["due_on"], told["files"][0]["name"], told["next_steps"]) == (later, "a.txt", ["reopen"])


def test_a_step_sent_again_is_answered_again_though_the_case_is_another_department_s_now(program_of) -> None:
    boss, handler = program_of("supervisor", DISTRICT), program_of("reporter", DISTRICT, "tj")
    at = f"cases/{boss.post('cases', HAND, 'key-00001').json()['case']}/steps"
    boss.post(at, {"step": "assign", "department": "tj", "until": "2099-01-08"}, "key-00002")
    said = {"step": "decline", "note": "不属本局"}
    first, again = handler.post(at, said, "key-00003"), handler.post(at, said, "key-00003")
    assert (again.status_code, again.json()) == (200, first.json())
    assert models.CaseStep.objects.filter(step="decline").count() == 1
    assert models.AuditRow.objects.filter(action="case.decline").count() == 1
    assert handler.post(at, {"step": "undecline"}, "key-00004").status_code == 403


def test_opened_for_a_target_once(program_of) -> None:
    boss = program_of("supervisor", CITY)
    target = models.PlanTarget.objects.get(indicator_code="gdp")
    said = {"cause_kind": "standing", "key": target.pk, "title": "未实现", "demand": "查明原因"}
    assert boss.post("cases", said, "key-00001").status_code == 201
    assert models.Case.objects.get().standing_id is not None
    assert boss.post("cases", said, "key-00002").json()["code"] == "open"
    assert boss.post("cases", {**said, "key": 9999}, "key-00003").status_code == 404
    assert boss.post("cases", {**HAND, "place": None}, "key-00004").status_code == 422
    assert boss.post("cases", {**HAND, "title": " "}, "key-00005").json()["code"] == "note"
    assert program_of("supervisor", OTHER).post("cases", HAND, "key-00006").status_code == 403


def test_listed_by_filters_and_as_it_stood(program_of) -> None:
    boss = program_of("supervisor", DISTRICT)
    key = boss.post("cases", HAND, "key-00001").json()["case"]
    boss.post(f"cases/{key}/steps", {"step": "assign", "department": "tj", "until": "2026-01-08"}, "key-00002")
    models.Case.objects.update(recorded_at=AT)
    models.CaseStep.objects.filter(step="open").update(recorded_at=AT)

    def keys(query: str) -> list[tuple[str, str]]:
        return [(row["state"], row["department"]) for row in boss.get(f"cases?{query}").json()["items"]]

    assert keys("") == keys("department=tj&is_open=true&state=assigned&cause=hand") == [("assigned", "tj")]
    assert boss.get("cases").json()["items"][0]["lateness"] == "interview"
    assert keys("is_open=false") == keys("department=jt") == keys("as_of=2026-02-27") == []
    assert keys("as_of=2026-03-01") == keys("as_of=2026-03-01&state=opened") == [("opened", "")]
    assert program_of("supervisor", OTHER).get("cases").json()["count"] == 0
    assert boss.get("cases/999").status_code == 404
