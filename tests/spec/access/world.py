"""A district among others, with one thing of each kind in each scope, and one person of each role over the district.

In: the small city of the page tests. Out: clients by role, and keys by kind of thing and scope.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client

from lantu.run.policy import GRANTS
from lantu.store import models
from tests.spec.access.assessed import build_assessed
from tests.unit.show.city import AT, CITY, DISTRICT, OTHER, build_city

TOWN = "990101001"
PLACES = {"own": DISTRICT, "other": DISTRICT, "below": TOWN, "beside": OTHER, "above": CITY}
LIMITED = ("reporter", "reviewer")


@dataclass(frozen=True, slots=True)
class World:
    """What the matrix is tried on.

    Attributes:
        clients: By role; "nobody" did not sign in.
        keys: By kind of thing and scope.
    """

    clients: dict[str, Client]
    keys: dict[str, dict[str, Any]]


def build_world() -> World:
    """Write it all."""
    city = build_city()
    models.Place.objects.create(code=TOWN, name="丙镇", level="town", parent_id=DISTRICT, recorded_at=AT)
    tj = {place: _department(f"tj{place}", place) for place in (CITY, OTHER)}
    own, other = _department("tj", DISTRICT), _department("jt", DISTRICT)
    departments = {"own": own, "other": other, "below": own, "beside": tj[OTHER], "above": tj[CITY]}
    sheets = {scope: _sheet(PLACES[scope], department, scope) for scope, department in departments.items()}
    people = {scope: _person(f"p-{scope}", "viewer", PLACES[scope]) for scope in ("own", "beside", "above")}
    keys: dict[str, dict[str, Any]] = {
        "department": {scope: department.code for scope, department in departments.items()},
        "sheet": {scope: sheet.pk for scope, sheet in sheets.items()},
        "evidence": {scope: _evidence(sheet, city).pk for scope, sheet in sheets.items()},
        "workflow": {scope: sheet.workflow_id for scope, sheet in sheets.items()},
        "person": {scope: person.pk for scope, person in people.items()},
        "identity": {
            scope: models.OuterIdentity.objects.create(
                user=person, issuer="http://127.0.0.1:9/o", subject=scope, recorded_at=AT
            ).pk
            for scope, person in people.items()
        },
        "role": {scope: models.Assignment.objects.get(user=person).pk for scope, person in people.items()},
        "job": {"own": models.Job.objects.create(kind="remeasure", subject="s", actor="x", created_at=AT).pk},
        "return": {"above": city.batch.pk, "own": _batch(city).pk},
    }
    keys["message"] = {scope: _message(people["own"], scope).pk for scope in people}
    plans = {scope: _plan(city, PLACES[scope], scope) for scope in ("own", "beside", "above")}
    keys["plan"] = {scope: version.plan_id for scope, version in plans.items()}
    keys["target"] = {scope: version.targets.get().pk for scope, version in plans.items()}
    keys |= _work(departments, city, sheets["own"].recorded_at)
    keys |= build_assessed(departments)
    clients = {"nobody": Client()}
    for role in GRANTS:
        clients[role] = Client()
        clients[role].force_login(_person(role, role, DISTRICT, "tj" if role in LIMITED else ""))
    return World(clients, keys)


def _message(person: Any, scope: str) -> models.Message:
    return models.Message.objects.create(
        key=scope, kind="case_due", subject="case/1", place_id=PLACES[scope], person=person, channel="mail",
        address="a@b.cn", title="a", text="b", path="/case/1", state="dead", recorded_at=AT,
    )  # fmt: skip


def _department(code: str, place: str) -> models.Department:
    return models.Department.objects.create(code=code, name=code, place_id=place, recorded_at=AT)


def _person(name: str, role: str, place: str, department: str = "") -> Any:
    user = get_user_model().objects.create_user(name, password="a-long-password-1")
    models.Assignment.objects.create(user=user, role=role, place_id=place, department=department, recorded_at=AT)
    return user


def _sheet(place: str, department: models.Department, scope: str) -> models.ReturnSheet:
    workflow = models.Workflow.objects.create(
        code=f"w-{scope}", name="年报", place_id=place, grain="year", accepting_level="prefecture", due_working_days=10,
        codes=["gdp"], actor="x", recorded_at=AT,
    )  # fmt: skip
    # What a town reports is accepted by the district; what the district reports, by the city.
    accepting = {"below": DISTRICT, "beside": CITY, "above": CITY}.get(scope, CITY)
    return models.ReturnSheet.objects.create(
        workflow=workflow, place_id=place, accepting_place_id=accepting, department=department,
        period_start=date(2025, 1, 1), period_end=date(2025, 12, 31), due_on=date(2026, 1, 16), is_due_exact=True,
        recorded_at=AT,
    )  # fmt: skip


def _evidence(sheet: models.ReturnSheet, city: Any) -> models.Evidence:
    return models.Evidence.objects.create(
        sheet=sheet, document=city.batch.document, name="a.csv", actor="x", recorded_at=AT
    )


def _batch(city: Any) -> models.ReturnBatch:
    batch = models.ReturnBatch.objects.create(
        name="own.csv", document=city.batch.document, actor="x", rows_read=1, rows_kept=1, rows_refused=0,
        rows_doubled=0, recorded_at=AT,
    )  # fmt: skip
    models.StagedObservation.objects.create(
        batch=batch, source_key="own", indicator_code="gdp", place_code=DISTRICT, period_start=date(2023, 1, 1),
        period_end=date(2023, 12, 31), amount=1, unit="亿元", bound="=", status="final", row=2, recorded_at=AT,
    )  # fmt: skip
    models.StagedObservation.objects.filter(batch=city.batch, place_code=DISTRICT).delete()
    return batch


def _plan(city: Any, place: str, scope: str) -> models.PlanVersion:
    """A plan of the place with the text and the first target of the city's plan."""
    plan = models.Plan.objects.create(
        address=f"plan/{place}/2021/{scope}", title=scope, kind="outline", place_id=place, first_year=2021,
        last_year=2025, recorded_at=AT,
    )  # fmt: skip
    version = models.PlanVersion.objects.create(
        plan=plan, number=1, document=city.version.document, reader="test", state="read", recorded_at=AT, read_at=AT
    )
    entry, target = city.version.entries.order_by("id")[0], city.version.targets.order_by("position")[0]
    entry.pk, entry.version = None, version
    entry.save(force_insert=True)
    target.pk, target.version, target.entry, target.place_id = None, version, entry, place
    target.address = f"{plan.address}#e1"
    target.save(force_insert=True)
    return version


def _work(departments: dict[str, models.Department], city: Any, at: Any) -> dict[str, dict[str, Any]]:
    """A case with a file, and a task with a milestone and a report, of each department."""
    keys: dict[str, dict[str, Any]] = {
        kind: {}
        for kind in ("case", "case_file", "task", "milestone", "task_report", "adjustment", "project", "project_report")
    }
    for scope in ("own", "other", "beside", "above"):
        place, department = PLACES[scope], departments[scope]
        case = models.Case.objects.create(
            address=f"case/{scope}", place_id=place, cause_kind="hand", title="a", demand="b", state="assigned",
            department=department, due_on=date(2026, 4, 1), actor="x", recorded_at=at,
        )  # fmt: skip
        for step, state in (("open", "opened"), ("assign", "assigned")):
            is_assigned = step == "assign"
            case.steps.create(
                step=step, state=state, department_code=department.code if is_assigned else "",
                due_on=case.due_on if is_assigned else None, actor="x", recorded_at=at,
            )  # fmt: skip
        keys["case"][scope] = case.pk
        document = city.batch.document
        keys["case_file"][scope] = case.files.create(document=document, name="a.csv", actor="x", recorded_at=at).pk
        task = models.Task.objects.create(
            address=f"task#{scope}", plan=city.plan, entry=city.version.entries.order_by("pk")[0], place_id=place,
            name="a", actor="x", recorded_at=at,
        )  # fmt: skip
        keys["task"][scope] = task.pk
        task.settings.create(
            lead=department, is_guessed=False, starts_on=date(2021, 1, 1), due_on=date(2025, 12, 31), actor="x",
            recorded_at=at,
        )  # fmt: skip
        day = date(2025, 6, 30)
        keys["milestone"][scope] = task.milestones.create(name="a", due_on=day, actor="x", recorded_at=at).pk
        report = task.reports.create(
            period_start=date(2025, 4, 1), period_end=day, done_pct=5, text="a", state="submitted", actor="x",
            recorded_at=at,
        )  # fmt: skip
        keys["task_report"][scope] = report.pk
        project = models.Project.objects.create(
            address=f"project#{scope}", plan=city.plan, entry=city.version.entries.order_by("pk")[0], name="a",
            actor="x", recorded_at=at,
        )  # fmt: skip
        keys["project"][scope] = project.pk
        project.settings.create(
            place_id=place, lead=department, is_presumed=False, due_year=2025, actor="x", recorded_at=at
        )
        said = project.reports.create(
            period_start=date(2025, 4, 1), period_end=day, invested_yuan=5, stage="building", text="a",
            state="submitted", actor="x", recorded_at=at,
        )  # fmt: skip
        keys["project_report"][scope] = said.pk
        adjustment = models.Adjustment.objects.create(
            target_address="a", place_id=place, part="value", amount=1, unit="亿元", grounds="a", effective_on=day,
            state="submitted", document=document, actor="x", recorded_at=at,
        )  # fmt: skip
        keys["adjustment"][scope] = adjustment.pk
    return keys
