"""What was known of departments and owners at an instant; chains of runs from any of them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lantu.core.score import Assessment, LapseKind
from lantu.run.assessing import require_rules
from lantu.store import models
from lantu.store.fetch.scores import (
    chain_of,
    departments_known,
    districts_of,
    find_objection,
    find_rules,
    find_run,
    lapses_known,
    last_of_chain,
    list_rules,
    list_runs,
    objections_of,
    owners_known,
)
from lantu.store.keep.scores import keep_objection, keep_rules, keep_run
from tests.unit.run.scored import DAY, RULES, build_scored
from tests.unit.show.city import AT, CITY, DISTRICT, OTHER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _city() -> None:
    build_scored()


def test_owners_and_departments_as_an_instant_knew_them() -> None:
    before = AT - timedelta(seconds=1)
    assert owners_known(DAY, before) == {}
    assert owners_known(DAY, AT)["indicator", "gdp", CITY] == ("tj", True)
    assert owners_known(date(2020, 1, 1), AT) == {}
    assert departments_known(CITY, DAY, before) == []
    models.Department.objects.filter(pk="jt").update(valid_to=date(2025, 12, 31))
    assert [d.code for d in departments_known(CITY, DAY, AT)] == ["sthj", "tj"]
    assert [place.code for place in districts_of(CITY)] == [DISTRICT, OTHER]


def test_a_chain_and_its_objections_from_any_of_its_runs() -> None:
    noun = Assessment(require_rules(RULES, "r.yml"), CITY, DAY, ())
    rules = keep_rules(noun.rules, RULES, "r.yml", AT, by="x")
    first = keep_run(noun, rules.pk, AT, AT, by="x")
    second = keep_run(noun, rules.pk, AT, AT, by="x", after=first)
    third = keep_run(noun, rules.pk, AT, AT, by="x", after=second)
    objection = keep_objection(first.pk, "tj", "", "x", AT, by="li")
    for run in (first, second, third):
        assert [one.pk for one in chain_of(run)] == [first.pk, second.pk, third.pk]
        assert last_of_chain(run).pk == third.pk
        assert [one.pk for one in objections_of(run)] == [objection.pk]
    assert [run.pk for run in list_runs() if not hasattr(run, "before")] == [third.pk]
    assert find_run(third.pk) == third
    assert find_run(0) is None
    assert find_objection(objection.pk) == objection
    assert find_objection(0) is None
    assert list_rules() == [rules]
    assert find_rules("departments", "1") == rules
    assert find_rules("departments", "9") is None


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 4, tzinfo=UTC)


EARLY = datetime(2025, 12, 1, tzinfo=UTC)


def make_sheet(due_on: date, *steps: tuple[str, datetime]) -> str:
    workflow, _ = models.Workflow.objects.get_or_create(
        code="q",
        defaults={
            "name": "季报", "place_id": CITY, "grain": "quarter", "accepting_level": "prefecture",
            "due_working_days": 10, "codes": [], "actor": "x", "recorded_at": EARLY,
        },
    )  # fmt: skip
    sheet = models.ReturnSheet.objects.create(
        workflow=workflow, place_id=CITY, accepting_place_id=CITY, department_id="tj", period_start=date(2025, 10, 1),
        period_end=date(2025, 12, 31), due_on=due_on, is_due_exact=True, recorded_at=EARLY,
    )  # fmt: skip
    for step, moment in steps:
        models.SheetStep.objects.create(sheet=sheet, step=step, state="submitted", actor="x", recorded_at=moment)
    return f"sheet/{sheet.pk}"


def make_case(*steps: tuple[str, str, date | None, datetime]) -> str:
    number = models.Case.objects.count() + 1
    case = models.Case.objects.create(
        address=f"case/{CITY}/2026/{number}", place_id=CITY, cause_kind="hand", title="限期整改", demand="x",
        actor="x", recorded_at=EARLY,
    )  # fmt: skip
    for step, state, due_on, moment in steps:
        models.CaseStep.objects.create(
            case=case, step=step, state=state, department_code="tj" if due_on else "", due_on=due_on, actor="x",
            recorded_at=moment,
        )  # fmt: skip
    return case.address


def test_returns_are_late_by_working_days_from_when_they_were_first_handed_in() -> None:
    due = date(2026, 1, 9)  # a Friday
    late = make_sheet(due, ("submit", at(1, 13)), ("return", at(1, 14)), ("submit", at(1, 20)))
    make_sheet(due, ("submit", at(1, 9)))
    make_sheet(due, ("submit", at(1, 10)))  # on Saturday: no working day late
    never = make_sheet(date(2026, 1, 12))
    make_sheet(date(2025, 12, 1))  # before the rules begin
    make_sheet(date(2026, 2, 2))  # due after the day
    found = lapses_known(date(2026, 1, 1), date(2026, 1, 15), at(1, 31))
    told = {(who, place, lapse.address, lapse.done_on, lapse.days) for who, place, lapse in found}
    assert told == {("tj", CITY, late, date(2026, 1, 13), 2), ("tj", CITY, never, None, 3)}
    as_known_before = lapses_known(date(2026, 1, 1), date(2026, 1, 12), at(1, 12))
    assert [(lapse.address, lapse.done_on, lapse.days) for _, _, lapse in as_known_before] == [(late, None, 1)]


def test_cases_are_late_by_the_day_as_extended_and_the_answer_that_holds() -> None:
    due, later = date(2026, 1, 9), date(2026, 1, 16)
    opened = ("open", "opened", None, EARLY)
    given = ("assign", "assigned", due, EARLY)
    late = make_case(opened, given, ("answer", "answered", due, at(1, 14)))
    make_case(opened, given, ("grant_extension", "accepted", later, at(1, 9)), ("answer", "closed", later, at(1, 16)))
    back = make_case(opened, given, ("answer", "answered", due, at(1, 8)), ("send_back", "returned", due, at(1, 9)))
    make_case(opened)  # nobody has to act
    found = lapses_known(date(2026, 1, 1), date(2026, 1, 19), at(1, 31))
    told = {(who, lapse.kind, lapse.address, lapse.done_on, lapse.days) for who, _, lapse in found}
    kind = LapseKind.OVERDUE_CASE
    assert told == {("tj", kind, late, date(2026, 1, 14), 3), ("tj", kind, back, None, 6)}
