"""Role × address × scope: a table written by hand, tried on every address there is. A new address without a line fails.

To add one: write its lines in access/roles.txt, and where it is about a new kind of thing, name the thing in THINGS
and make one in access/world.py.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, reverse

from lantu.run.policy import GRANTS
from lantu.show.urls import urlpatterns

TABLE = Path(__file__).with_name("access") / "roles.txt"
ROLES = ("nobody", "viewer", "reporter", "reviewer", "planner", "supervisor", "auditor", "administrator")
THINGS = {
    "case": "case", "step_case": "case", "case_slip": "case", "attach_to_case": "case", "case_file": "case_file",
    "withdraw_case_file": "case_file", "task": "task", "save_task": "task", "add_milestone": "task",
    "report_on_task": "task", "end_milestone": "milestone", "step_task_report": "task_report",
    "project": "project", "save_project": "project", "save_project_years": "project", "report_on_project": "project",
    "new_project_adjustment": "project", "add_project_adjustment": "project", "step_project_report": "project_report",
    "new_adjustment": "target", "add_adjustment": "target", "adjustment": "adjustment",
    "step_adjustment": "adjustment", "adjustment_file": "adjustment",
    "sheet": "sheet", "save_sheet": "sheet", "step_sheet": "sheet", "sheet_template": "sheet", "upload_sheet": "sheet",
    "attach_evidence": "sheet", "evidence": "evidence", "withdraw_evidence": "evidence", "workflow": "workflow",
    "ask_returns": "workflow", "person": "person", "give_role": "person", "reset_password": "person",
    "end_sessions": "person", "set_active": "person", "set_email": "person",
    "retry_message": "message", "end_role": "role", "unlink_person": "identity", "close_department": "department",
    "department": "department", "save_head": "department",
    "api_one_sheet": "sheet", "api_answer_sheet": "sheet", "api_step_sheet": "sheet", "api_job": "job",
    "api_one_case": "case", "api_step_a_case": "case", "api_attach_a_file": "case", "api_one_task": "task",
    "api_report_a_task": "task", "api_step_a_report": "task_report", "api_one_adjustment": "adjustment",
    "api_one_project": "project", "api_set_a_project": "project", "api_plan_a_year": "project",
    "api_report_a_project": "project", "api_step_a_project_report": "project_report",
    "api_step_an_adjustment": "adjustment", "api_ask_for_adjustment": "target",
    "return": "return", "target_parts": "target", "save_parts": "target", "set_themes": "target",
    "score_run": "score_run", "score": "score_run", "score_file": "score_run", "object_score": "score_run",
    "answer_score": "objection",
}  # fmt: skip
"""What an address is about; the others with a key in them are about a plan."""

OTHER_PARTS = {"form": "docx", "number": 1, "slip": "order", "kind": "csv"}
"""What stands in for further parts of addresses."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    route: str
    way: str
    scope: str
    may: dict[str, bool]
    body: str

    def __str__(self) -> str:
        return f"{self.route} {self.way} {self.scope} {self.body}".strip()


def read_table(text: str) -> list[Line]:
    lines = []
    for row in text.splitlines():
        if not row.strip() or row.startswith("#"):
            continue
        cells = row.split()
        said = cells[3 : 3 + len(ROLES)]
        assert len(said) == len(ROLES), row
        assert set(said) <= {"y", "."}, row
        may = {role: cell == "y" for role, cell in zip(ROLES, said, strict=True)}
        lines.append(Line(*cells[:3], may, "".join(cells[3 + len(ROLES) :])))
    return lines


LINES = read_table(TABLE.read_text("utf-8"))
ROUTES: dict[str, URLPattern] = {str(route.name): route for route in urlpatterns}


def test_every_address_has_a_line_and_every_line_an_address() -> None:
    assert sorted(set(ROUTES) - {line.route for line in LINES}) == [], "write who may use them in access/roles.txt"
    assert sorted({line.route for line in LINES} - set(ROUTES)) == []


def test_every_role_has_a_column() -> None:
    assert set(ROLES) == {"nobody", *GRANTS}


def test_no_line_stands_twice() -> None:
    said = [str(line) for line in LINES]
    assert sorted({line for line in said if said.count(line) > 1}) == []


def is_refused(answer: HttpResponse) -> bool:
    return answer.status_code in (401, 403) or (
        answer.status_code == 302 and answer["Location"].startswith("/sign-in?next=")
    )


@pytest.mark.on_sqlite(reason="the policy does not know which database it is on")
@pytest.mark.django_db
def test_everybody_may_do_what_the_table_says_and_nothing_else(settings, tmp_path: Path) -> None:
    from tests.spec.access.world import PLACES, build_world  # tables can be imported only once Django is set up

    settings.LANTU_PUBLIC_READ = False
    settings.STATIC_ROOT = tmp_path
    world = build_world()
    wrong = []
    for line in LINES:
        place = PLACES.get(line.scope, "")
        is_json, said = line.body.startswith("{"), line.body.replace("{place}", place)
        if "{key}" in said:
            said = said.replace("{key}", str(world.keys[THINGS[line.route]][line.scope]))
        body = json.loads(said) if is_json else dict(parse_qsl(said))
        if line.route in ("indicator", "indicator_table"):
            body["place"] = place
        parts = ROUTES[line.route].pattern.converters
        kwargs: dict[str, object] = {}
        if "code" in parts:
            kwargs["code"] = (
                "gdp" if "indicator" in line.route or "history" in line.route else world.keys["department"][line.scope]
            )
        if "key" in parts:
            thing = THINGS.get(line.route, "plan")
            kwargs["key"] = 1 if line.scope == "-" else world.keys[thing][line.scope]
        kwargs |= {part: said for part, said in OTHER_PARTS.items() if part in parts}
        address = reverse(line.route, kwargs=kwargs)
        for role, client in world.clients.items():
            answer = ask(client, line.way, address, body)
            if answer.status_code >= 500 or is_refused(answer) is line.may[role]:
                wrong.append(f"{line} as {role}: {answer.status_code}, expected {'y' if line.may[role] else '.'}")
    assert wrong == []


def ask(client: Client, way: str, address: str, body: dict[str, Any]) -> HttpResponse:
    """Ask, and undo whatever that changed: each line starts from the same world, still signed in."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        if way == "GET":
            answer: HttpResponse = client.get(address, body)
        else:
            extra: dict[str, Any] = {}
            if address.startswith("/api/") and "file" in body:
                body = {"file": SimpleUploadedFile(body["file"], b"a,b\n1,2\n")}
            elif address.startswith("/api/") and body:
                extra = {"content_type": "application/json"}
            answer = client.post(address, body, headers={"Idempotency-Key": "role-matrix-1"}, **extra)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer
