"""Who is concerned by a case or a return."""

from datetime import date

import pytest

from lantu.run.audience import covers_case, covers_sheet, find_audience, find_hearing, find_people
from lantu.run.cases import take_case_step
from lantu.run.policy import reach_of, reaches_of_all
from lantu.store import models
from tests.unit.run.told import CITY, add_people, open_case, open_sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(definitions: None, django_user_model) -> dict:
    return add_people(django_user_model)


def test_a_case_concerns_its_department_and_those_who_supervise_its_place(people: dict) -> None:
    take_case_step(open_case(), "assign", department="tjj", until=date(2026, 3, 13), by="sun")
    case = models.Case.objects.get()
    assert find_audience(case, ["handle_case"]) == {people["li"].pk}
    assert find_audience(case, ["handle_case", "supervise"]) == {people["li"].pk, people["sun"].pk}
    assert not covers_case(reach_of(people["wu"], "handle_case"), case, "handle_case")
    hearing = find_hearing(case, date(2026, 3, 16))
    assert hearing is not None
    assert (hearing.lateness.name, hearing.actions) == ("urge", ("handle_case",))
    case.state = "closed"
    assert find_hearing(case, date(2026, 3, 16)) is None


def test_a_return_is_accepted_where_it_goes(people: dict) -> None:
    sheet = open_sheet()
    sheet.accepting_place_id = "330000"
    assert not covers_sheet(reach_of(people["zhou"], "accept_return"), sheet, "accept_return")
    assert covers_sheet(reach_of(people["li"], "fill_return"), sheet, "fill_return")


def test_all_reaches_at_once_are_those_of_each_person(people: dict) -> None:
    actions = ("handle_case", "supervise", "plan_work", "fill_return", "read")
    at_once = reaches_of_all(actions)
    for action in actions:
        for person in people.values():
            own = reach_of(person, action)
            found = at_once[action].get(person.pk)
            for department in (None, "tjj", "jtj"):
                assert own.covers(CITY, department) is (found is not None and found.covers(CITY, department))
    people["sun"].is_active = False
    people["sun"].save()
    assert find_people("supervise", CITY) == set()
