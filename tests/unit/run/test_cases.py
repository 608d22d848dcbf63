"""A case from its opening to the end and back; one open case a cause; nobody closes their own answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from lantu.run.cases import CaseRefusedError, attach_case_file, open_one, take_case_file_back, take_case_step
from lantu.run.clock import today_in_china
from lantu.run.departments import add_department
from lantu.store.audit import find_breaks
from lantu.store.fetch.cases import case_steps, files_of, find_case, find_case_file, held_steps, list_cases
from lantu.store.keep.cases import Cause
from lantu.store.keep.departments import DepartmentFacts
from lantu.store.models import AuditRow, Case, CaseFile, CaseStep

pytestmark = pytest.mark.django_db
CITY, DISTRICT = "330400", "330411"
CAUSE = Cause("standing", "plan/330400/2021/outline#e1", CITY, "地区生产总值")


@contextmanager
def refused(code: str) -> Iterator[None]:
    steps, rows = CaseStep.objects.count(), AuditRow.objects.count()
    with pytest.raises(CaseRefusedError) as caught:
        yield
    assert caught.value.code == code
    assert (CaseStep.objects.count(), AuditRow.objects.count()) == (steps, rows)


@pytest.fixture
def departments(places: None) -> None:
    add_department(DepartmentFacts("tj", "统计局", CITY), by="test")
    add_department(DepartmentFacts("qtj", "区统计局", DISTRICT), by="test")


@pytest.fixture
def key(departments: None) -> int:
    return open_one(CAUSE, "地区生产总值滞后", "查明原因，提出措施", by="sun")


def step(key: int, name: str, by: str = "li", **said: object) -> str:
    return take_case_step(key, name, by=by, **said)  # type: ignore[arg-type]


def answer(key: int) -> None:
    step(key, "assign", "sun", department="tj", working_days=10)
    step(key, "accept")
    step(key, "answer", note="已补报数据")


def test_from_the_opening_to_the_end(key: int) -> None:
    answer(key)
    with refused("own_answer"):
        step(key, "close", "li")
    assert step(key, "close", "sun") == "closed"
    case = Case.objects.get()
    assert (case.is_open, case.address) == (False, f"case/{CITY}/{today_in_china().year}/1")
    told = list(AuditRow.objects.filter(subject=case.address).order_by("seq").values_list("action", flat=True))
    assert told == ["case.opened", "case.assign", "case.accept", "case.answer", "case.close"]
    assert list(find_breaks()) == []


def test_a_counter_step_brings_back_what_was(key: int) -> None:
    answer(key)
    before = Case.objects.values("state", "is_open", "department", "due_on", "is_due_exact", "asked_until").get()
    step(key, "close", "sun")
    with refused("note"):
        step(key, "reopen", "sun")
    step(key, "reopen", "sun", note="反弹")
    assert Case.objects.values(*before).get() == before
    steps = case_steps(Case.objects.get())
    assert [s.step for s in steps] == ["open", "assign", "accept", "answer", "close", "reopen"]
    assert steps[-1].undoes_id == steps[-2].pk
    assert [h.step for h, _ in held_steps(steps)] == ["open", "assign", "accept", "answer"]


def test_an_extension_is_asked_for_and_granted(key: int) -> None:
    step(key, "assign", "sun", department="tj", working_days=5)
    step(key, "accept")
    due = Case.objects.get().due_on
    assert due is not None
    with refused("date"):
        step(key, "ask_extension", note="来不及", until=due)
    step(key, "ask_extension", note="来不及", until=due + timedelta(days=7))
    with refused("state"):
        step(key, "answer", note="已办")
    step(key, "grant_extension", "sun")
    assert Case.objects.get().due_on == due + timedelta(days=7)
    step(key, "ungrant", "sun")
    case = Case.objects.get()
    assert (case.due_on, case.asked_until) == (due, due + timedelta(days=7))


def test_one_open_case_a_cause(key: int) -> None:
    with refused("open"):
        open_one(CAUSE, "又一件", "办", by="sun")
    step(key, "cancel", "sun", note="重复")
    other = open_one(CAUSE, "另一件", "办", by="sun")
    with refused("open"):
        step(key, "restore", "sun")
    step(other, "cancel", "sun", note="重复")
    assert step(key, "restore", "sun") == "opened"
    assert len(list_cases()) == 2
    hand = Cause("hand", "", CITY, "")
    assert open_one(hand, "甲", "办", by="sun") != open_one(hand, "乙", "办", by="sun")


def test_who_can_be_assigned_and_for_how_long(key: int) -> None:
    for name in ("nobody", ""):
        with refused("department"):
            step(key, "assign", "sun", department=name, working_days=3)
    for days in (0, -1, 9999):
        with refused("date"):
            step(key, "assign", "sun", department="tj", working_days=days)
    below = open_one(Cause("hand", "", DISTRICT, ""), "区里的事", "办", by="sun")
    with refused("department"):
        step(below, "assign", "sun", department="tj", working_days=3)
    assert step(key, "assign", "sun", department="qtj", until=date(2027, 3, 1)) == "assigned"


def test_a_year_without_an_official_calendar_says_so(key: int) -> None:
    step(key, "assign", "sun", department="tj", until=date(2051, 3, 1))
    assert Case.objects.get().is_due_exact is False


def test_files_are_kept_and_taken_back_but_not_from_an_answer(key: int) -> None:
    with refused("file"):
        attach_case_file(key, b"MZ", "a.exe", by="li")
    file = attach_case_file(key, "整改报告".encode(), "a.txt", by="li")
    answer(key)
    with refused("state"):
        take_case_file_back(file, by="li")
    step(key, "withdraw_answer")
    take_case_file_back(file, by="li")
    assert CaseFile.objects.count() == 1
    assert find_case_file(file) is None
    with refused("unknown"):
        take_case_file_back(file, by="li")
    found = find_case(key)
    assert found is not None
    assert files_of(found) == []


def test_nothing_is_opened_without_a_demand_and_unknown_cases_are_told(departments: None) -> None:
    with refused("note"):
        open_one(CAUSE, "题", " ", by="sun")
    with refused("unknown"):
        step(999, "accept")
    with refused("unknown"):
        attach_case_file(999, b"x", "a.txt", by="li")
