"""Rows chosen in a list are dealt with together, the message offers to take it back, and one refused row refuses all."""

import re

import pytest
from django.test import Client

from lantu.core.entry import Entry, EntryKind
from lantu.core.span import span_of
from lantu.store import models
from lantu.store.codec import encode
from tests.unit.show.checked import Checked
from tests.unit.show.city import AT, CITY, DISTRICT, TEXT, City


def press_undo(client: Client, address: str) -> str:
    """Press the button of the message on a page; the page that follows."""
    note = re.search(r'name="note" value="([^"]+)"', client.get(address).text)
    assert note
    client.post("/undo", {"note": note[1], "next": address})
    return client.get(address).text


@pytest.fixture
def supervisor(city: City, settings, django_user_model) -> Client:
    settings.LANTU_PUBLIC_READ = False
    user = django_user_model.objects.create_user("sun", password="a-long-password-1")
    models.Assignment.objects.create(user=user, role="supervisor", place_id=DISTRICT, recorded_at=AT)
    client = Client()
    client.force_login(user)
    return client


def make_case(place: str, title: str) -> models.Case:
    case = models.Case.objects.create(
        address=f"case/{place}/2026/{title}", place_id=place, cause_kind="hand", title=title, demand="办理",
        state="opened", is_open=True, actor="sun", recorded_at=AT,
    )  # fmt: skip
    case.steps.create(step="open", state="opened", actor="sun", recorded_at=AT)
    return case


def test_cases_are_assigned_from_the_list_and_recalled_from_the_message(supervisor: Client) -> None:
    models.Department.objects.create(code="qtj", name="区统计局", place_id=DISTRICT, recorded_at=AT)
    one, two = make_case(DISTRICT, "甲"), make_case(DISTRICT, "乙")
    assert f'name="key" value="{one.pk}"' in supervisor.get("/cases").text
    said = {"key": [one.pk, two.pk], "department": "qtj", "working_days": "5", "next": "/cases"}
    assert supervisor.post("/cases/assign", said)["Location"] == "/cases"
    assert set(models.Case.objects.values_list("state", flat=True)) == {"assigned"}
    assert "已撤销：交办事项，2 项。" in press_undo(supervisor, "/cases")
    assert set(models.Case.objects.values_list("state", flat=True)) == {"opened"}


def test_one_row_that_may_not_be_touched_refuses_all(supervisor: Client) -> None:
    ours, above = make_case(DISTRICT, "甲"), make_case(CITY, "乙")
    said = {"key": [ours.pk, above.pk], "department": "x", "working_days": "5"}
    assert supervisor.post("/cases/assign", said).status_code == 403
    assert set(models.Case.objects.values_list("state", flat=True)) == {"opened"}


def test_nothing_chosen_and_what_is_no_note_are_told(supervisor: Client, planner: Client) -> None:
    supervisor.post("/cases/assign", {"next": "/cases"})
    assert "没有选中任何一项。" in supervisor.get("/cases").text
    one = make_case(DISTRICT, "甲")
    models.Department.objects.create(code="qtj", name="区统计局", place_id=DISTRICT, recorded_at=AT)
    supervisor.post("/cases/assign", {"key": one.pk, "department": "qtj", "working_days": "5", "next": "/cases"})
    note = re.search(r'name="note" value="([^"]+)"', supervisor.get("/cases").text)
    assert note
    planner.post("/undo", {"note": note[1], "next": "/targets"})  # somebody else's
    assert "已经不能一并撤销" in planner.get("/targets").text
    assert supervisor.post("/undo", {"note": "made up", "next": "https://elsewhere.example/"})["Location"] == "/"


def test_presumed_departments_are_confirmed_from_their_lists(city: City, planner: Client) -> None:
    models.Department.objects.create(code="tj", name="统计局", place_id=CITY, recorded_at=AT)
    models.Ownership.objects.create(
        kind="indicator", thing="gdp", place_id=CITY, department_id="tj", is_guessed=True, from_on=AT.date(),
        actor="sample", recorded_at=AT,
    )  # fmt: skip
    address = f"/owners?place={CITY}"
    key = f"indicator {CITY} gdp"
    assert f'value="{key}"' in planner.get(address).text
    planner.post("/owners/confirm", {"key": key, "next": address})
    assert f'value="{key}"' not in planner.get("/today").text + planner.get("/owners?place=none").text
    planner.post("/owners/confirm", {"key": key, "next": address})
    assert "与现在的登记相同" in planner.get(address).text

    start = TEXT.index("新建“一号”工程")
    span = span_of(TEXT, start, start + 8)
    entry = Entry("k1", EntryKind.TASK, "prose", span, "", "新建一号工程", year=2024, bodies=("市统计局",))
    models.PlanEntry.objects.create(
        version=city.version, entry_id="k1", kind="task", origin="prose", start=span.start, end=span.end,
        quote=span.quote, indicator="新建一号工程", body=encode(entry),
    )  # fmt: skip
    planner.post(f"/plan/{city.plan.pk}/tasks/take")
    task = models.Task.objects.get()
    assert f'name="key" value="{task.pk}"' in planner.get("/tasks").text
    planner.post("/tasks/confirm", {"key": task.pk, "next": "/tasks"})
    assert not task.settings.latest("pk").is_guessed
    assert "已撤销：确认任务，1 项。" in press_undo(planner, "/tasks")
    assert task.settings.latest("pk").is_guessed
    assert task.settings.count() == 3


def test_findings_are_accepted_for_one_reason_and_opened_again(checked: Checked, planner: Client) -> None:
    address = f"/plan/{checked.lower.pk}/check?with={checked.upper.pk}"
    keys = re.findall(r'form="batch" name="key" value="([^"]+)"', planner.get(address).text)
    assert len(keys) > 1
    planner.post("/checks/mark", {"key": keys, "verdict": "accepted", "reason": " ", "next": address})
    assert "接受要写明理由。" in planner.get(address).text
    planner.post("/checks/mark", {"key": keys, "verdict": "accepted", "reason": "两级口径不同", "next": address})
    assert models.FindingDecision.objects.filter(verdict="accepted").count() == len(keys)
    assert f"已撤销：处理意见，{len(keys)} 项。" in press_undo(planner, address)
    assert len(re.findall(r'form="batch" name="key"', planner.get(address).text)) == len(keys)
