"""A city with people to tell: a department's reporter, a supervisor, a planner; and a case and a return that are late.

In: the places of the tests. Out: rows.
"""

from datetime import date
from typing import Any

from lantu.core.time import year_period
from lantu.run.asking import ask_for_period, open_workflow
from lantu.run.cases import open_one
from lantu.run.departments import add_department, hand_over
from lantu.store import models
from lantu.store.keep.cases import Cause
from lantu.store.keep.departments import DepartmentFacts
from lantu.store.keep.filing import WorkflowFacts

CITY = "330400"
PEOPLE = (
    ("li", "reporter", "tjj"),
    ("wu", "reporter", "jtj"),
    ("qian", "reviewer", ""),
    ("sun", "supervisor", ""),
    ("zhou", "planner", ""),
    ("zheng", "viewer", ""),
)


def add_people(django_user_model: Any) -> dict[str, Any]:
    """People with mail addresses and one role each, over the city; two departments."""
    add_department(DepartmentFacts("tjj", "统计局", CITY), by="test")
    add_department(DepartmentFacts("jtj", "交通局", CITY), by="test")
    people = {}
    for name, role, department in PEOPLE:
        person = django_user_model.objects.create(username=name, email=f"{name}@example.org")
        models.Assignment.objects.create(
            user=person, role=role, place_id=CITY, department=department, recorded_at="2026-01-01T00:00Z"
        )
        people[name] = person
    return people


def open_case() -> int:
    """A case nobody was given yet."""
    return open_one(Cause("hand", "", CITY, "能耗"), "能耗滞后", "查明原因", by="sun")


def open_sheet() -> models.ReturnSheet:
    """A return asked of the department tjj; the definitions have to be there."""
    hand_over("indicator", "gdp", CITY, "tjj", date(2024, 1, 1), by="test")
    facts = WorkflowFacts("yearly", "年度指标", CITY, "year", "prefecture", 10, ("gdp",))
    ask_for_period(open_workflow(facts, by="li"), [CITY], year_period(2025), by="li")
    return models.ReturnSheet.objects.get()


def told() -> list[tuple[str, str, str, str]]:
    """Kind, level, person and channel of each message, sorted."""
    rows = models.Message.objects.select_related("person")
    return sorted((row.kind, row.stage, row.person.username, row.channel) for row in rows)
