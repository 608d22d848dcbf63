"""An instance in a process of its own: filled, asked over its API, or made as it was in an earlier version.

In: what to do, and a path; the instance by LANTU_HOME and DATABASE_URL. Out: for `ask`, every answer of the API as JSON in the file.
"""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from lantu.store.bootstrap import connect_registry, migrate_registry

LISTS = (
    "me", "places", "departments", "indicators", "indicators/gdp", "plans", "targets", "values", "observations",
    "standings", "standings?as_of=2026-03-01", "warnings?state=all", "sheets", "returns",
)  # fmt: skip
OF_A_PLAN = ("", "/entries", "/findings")
FIRST = ("store", "0002_reviews")
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def fill(path: str) -> None:
    """The small city of the page tests, a person with a token, and readings in the lake, some flushed and some not."""
    migrate_registry()
    from lantu.run.lake import open_lake
    from lantu.run.setting_up import record_person
    from lantu.run.tokens import SCOPES, issue_token
    from lantu.store.access import is_public_read
    from lantu.store.accounts import find_person_named
    from tests.unit.show.city import CITY, build_city

    assert not is_public_read()
    build_city()
    record_person("li", "blue-heron-rests-9", "administrator", CITY, by="test")
    Path(path).write_text(issue_token(find_person_named("li"), "t", SCOPES, 9, by="li"), "utf-8")
    lake = open_lake()
    for flushed in (True, False):
        instants = [NOW + timedelta(hours=n + 100 * flushed) for n in range(50)]
        rows = {"series": ["air/pm25/a"] * 50, "observed_at": instants, "value": [float(n) for n in range(50)]}
        lake.append(
            [dict(zip(rows, cells, strict=True)) for cells in zip(*rows.values(), strict=True)],
            source="t",
            recorded_at=NOW,
        )
        if flushed:
            lake.flush(1)


def ask(path: str, secret: str) -> None:
    """Every answer of the API, and the readings of the lake."""
    from django.test import Client

    from lantu.run.lake import open_lake
    from lantu.store import models

    client, headers = Client(), {"Authorization": f"Bearer {secret}"}
    plans = [f"plans/{plan.pk}{part}" for plan in models.Plan.objects.order_by("pk") for part in OF_A_PLAN]
    answers: dict[str, Any] = {}
    for address in (*LISTS, *plans):
        answer = client.get(f"/api/v1/{address}", headers=headers)
        answers[address] = [answer.status_code, answer.json()]
    snapshot = open_lake().status()
    answers["lake"] = [snapshot.rows, snapshot.staged_rows, snapshot.mark]
    Path(path).write_text(json.dumps(answers, ensure_ascii=False), "utf-8")


def make_old(path: str) -> None:
    """The tables as they were in the first days, with a plan, an entry, a return and an account."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    call_command("migrate", *FIRST, interactive=False, verbosity=0)
    for app in ("auth", "sessions"):
        call_command("migrate", app, interactive=False, verbosity=0)
    apps = (
        MigrationExecutor(connection)
        .loader.project_state([FIRST, ("auth", "0012_alter_user_first_name_max_length")])
        .apps
    )

    def make(label: str, /, **columns: Any) -> Any:
        return apps.get_model(label).objects.create(**columns)

    place = make("store.Place", code="990100", name="示例市", level="prefecture", recorded_at=NOW)
    document = make(
        "store.Document", sha256="a" * 64, name="a.txt", size_bytes=3, data=b"abc", text="abc", recorded_at=NOW
    )
    plan = make("store.Plan", address="plan/990100/2021/a", title="规划", kind="outline", place=place, recorded_at=NOW)
    version = make(
        "store.PlanVersion",
        plan=plan,
        number=1,
        document=document,
        reader="1",
        state="read",
        recorded_at=NOW,
        read_at=NOW,
    )
    make(
        "store.PlanEntry", version=version, entry_id="e1", kind="target", origin="prose", start=0, end=3, quote="abc",
        indicator="地区生产总值", body={"id": "e1"},
    )  # fmt: skip
    batch = make(
        "store.ReturnBatch", name="r.csv", document=document, actor="li", rows_read=1, rows_kept=1, rows_refused=0,
        rows_doubled=0, recorded_at=NOW,
    )  # fmt: skip
    make(
        "store.StagedObservation", batch=batch, source_key="k", indicator_code="gdp", place_code="990100",
        period_start="2023-01-01", period_end="2023-12-31", amount="5509.5000000001", unit="亿元", bound="=",
        status="final", row=2, recorded_at=NOW,
    )  # fmt: skip
    user = make("auth.User", username="li", password="!", is_active=True)
    make("store.Assignment", user=user, role="administrator", place=place, recorded_at=NOW)


def migrate(path: str) -> None:
    """To the form of this version."""
    migrate_registry()


def issue(path: str) -> None:
    """A token for the account of an old instance that was brought forward."""
    from lantu.run.tokens import SCOPES, issue_token
    from lantu.store.accounts import find_person_named

    Path(path).write_text(issue_token(find_person_named("li"), "t", SCOPES, 9, by="li"), "utf-8")


if __name__ == "__main__":
    connect_registry()
    globals()[sys.argv[1]](*sys.argv[2:])
