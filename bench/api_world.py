"""What the bench of the API asks: a made-up city with a reporter's token and sheets, and the queries behind each read.

In: the path of a file; an empty instance by LANTU_HOME and DATABASE_URL. Out: the city in the registry; in the file the token, the sheets with
their questions, and for each address the SQL the API sends for it, so that a bare view can send the same.
Left out on purpose: documents and returns; nothing that is asked needs them.
"""

import json
import sys
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from lantu.store.bootstrap import connect_registry, migrate_registry

TARGETS, VALUES, SHEETS = 500, 10_000, 50
READS = (
    "/api/v1/values?indicator=b1&limit=50",
    "/api/v1/targets?limit=50",
    "/api/v1/standings?limit=50",
    "/api/v1/sheets?limit=50",
)
AT = datetime(2026, 3, 1, tzinfo=UTC)
CITY, DISTRICT, CODE = "990100", "990101", "b1"


def build(path: str) -> None:
    """All of it."""
    migrate_registry()
    from bench.pages_city import fill_city
    from lantu.run.setting_up import record_person
    from lantu.run.tokens import SCOPES, issue_token
    from lantu.store import models
    from lantu.store.accounts import find_person_named

    fill_city(TARGETS, VALUES)
    models.Place.objects.create(code=DISTRICT, name="一区", level="county", parent_id=CITY, recorded_at=AT)
    record_person("planner", "blue-heron-rests-9", "planner", CITY, by="bench")
    record_person("reporter", "blue-heron-rests-9", "reporter", DISTRICT, by="bench")
    tokens = {
        name: issue_token(find_person_named(name), "bench", SCOPES, 30, by="bench") for name in ("planner", "reporter")
    }
    sheets = [_make_sheet(number) for number in range(SHEETS)]
    told = {
        "tokens": tokens,
        "sheets": sheets,
        "queries": {address: _capture(address, tokens["planner"]) for address in READS},
    }
    Path(path).write_text(json.dumps(told, default=str), "utf-8")


def _make_sheet(number: int) -> list[int]:
    """A sheet with one question. Returns both keys."""
    from lantu.store import models

    department, _ = models.Department.objects.get_or_create(
        code="tj", defaults={"name": "统计局", "place_id": DISTRICT, "recorded_at": AT}
    )
    workflow, _ = models.Workflow.objects.get_or_create(
        code="bench",
        defaults={
            "name": "年报", "place_id": CITY, "grain": "year", "accepting_level": "prefecture", "due_working_days": 10,
            "codes": [CODE], "actor": "bench", "recorded_at": AT,
        },
    )  # fmt: skip
    start, end = date(1960 + number, 1, 1), date(1960 + number, 12, 31)
    sheet = models.ReturnSheet.objects.create(
        workflow=workflow, place_id=DISTRICT, accepting_place_id=CITY, department=department, period_start=start, period_end=end,
        due_on=end, is_due_exact=True, recorded_at=AT,
    )  # fmt: skip
    task = models.ReportingTask.objects.create(
        sheet=sheet,
        position=0,
        indicator_code=CODE,
        place_id=DISTRICT,
        period_start=start,
        period_end=end,
        recorded_at=AT,
    )
    return [sheet.pk, task.pk]


def _capture(address: str, secret: str) -> list[Any]:
    """What the API asks the database for an address, once the use of the token was noted."""
    from django.db import connection
    from django.test import Client

    said: list[Any] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        said.append([sql, list(params or ())])
        return execute(sql, params, many, context)

    client, headers = Client(headers={"host": "127.0.0.1"}), {"Authorization": f"Bearer {secret}"}
    assert client.get(address, headers=headers).status_code == 200, address
    with ExitStack() as stack:
        stack.enter_context(connection.execute_wrapper(note))
        # As the API is asked for what it has not been asked: how many rows there are in all it knows, the rows it does not.
        assert client.get(f"{address}&asked=anew", headers=headers).status_code == 200, address
    return said


if __name__ == "__main__":
    connect_registry()
    build(sys.argv[1])
