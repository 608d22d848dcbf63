"""What one request costs, address by address: the seconds of CPU and the queries of every page that may be asked for.

In: an instance (LANTU_HOME). Out: a line of JSON for each address, asked by an administrator three times: the first time, with
nothing kept, and once more. Left out on purpose: the server; requests go through all middleware in this process.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, URLPattern, reverse

from lantu.store.bootstrap import connect_registry

connect_registry()

from lantu.show.kept import forget  # noqa: E402  # models need a registry
from lantu.show.urls import urlpatterns  # noqa: E402
from lantu.store import models  # noqa: E402

ASKED = {
    "targets": ("?class=late&sort=standing", "?q=zb1&page=2"),
    "search": ("?q=zb", "?q=zb&part=1", "?q=%E6%8C%87%E6%A0%87"),
    "indicators": ("?q=zb",),
    "warnings": ("?state=closed",),
}
"""Questions beside the bare address."""


def list_addresses() -> Iterator[tuple[str, str]]:
    """Name and address of every page that needs no key, or for whose key the registry has something."""
    for pattern in urlpatterns:
        if not pattern.name:
            continue
        try:
            address = reverse(pattern.name, kwargs=_find_keys(pattern))
        except (NoReverseMatch, LookupError):
            continue
        for question in ("", *ASKED.get(pattern.name, ())):
            yield pattern.name, address + question


def _find_keys(pattern: URLPattern) -> dict[str, Any]:
    route = str(pattern.pattern)
    if "<" not in route:
        return {}
    made: dict[str, Any] = {}
    for name in pattern.pattern.converters:
        found = _code(route) if name == "code" else FIXED.get(name) or _key(route)
        if found is None:
            raise LookupError(route)
        made[name] = found
    return made


FIXED: dict[str, Any] = {"number": 1, "form": "csv", "kind": "csv", "slip": "open"}


def _code(route: str) -> Any:
    if "indicator" in route:
        told = models.PlanTarget.objects.exclude(indicator_code="").values_list("indicator_code", flat=True)
        return told.order_by("indicator_code").first()
    return models.Department.objects.values_list("code", flat=True).first()


def _key(route: str) -> Any:
    kept = KEYS.get(route.split("/")[0])
    if route.startswith("public/"):
        return models.Publication.objects.values_list("plan_id", flat=True).first()
    return kept() if kept else None


def _first(model: Any) -> Callable[[], Any]:
    return lambda: model.objects.order_by("pk").values_list("pk", flat=True).first()


def _longest_plan() -> Any:
    versions = (
        models.PlanVersion.objects.filter(read_at__isnull=False).select_related("document").defer("document__data")
    )
    longest = max(versions, key=lambda version: len(version.document.text), default=None)
    return longest and longest.plan_id


KEYS: dict[str, Callable[[], Any]] = {
    "plan": _longest_plan,
    "target": _first(models.PlanTarget),
    "warning": _first(models.WarningRow),
    "case": _first(models.Case),
    "task": _first(models.Task),
    "return": _first(models.ReturnBatch),
    "report": _first(models.ReportRow),
    "score": _first(models.ScoreRun),
    "job": _first(models.Job),
    "sheet": _first(models.ReturnSheet),
    "workflow": _first(models.Workflow),
    "adjustment": _first(models.Adjustment),
    "person": lambda: get_user_model().objects.order_by("pk").values_list("pk", flat=True).first(),
}


def ask(client: Client, address: str) -> tuple[int, float, int, int]:
    """Status, milliseconds of CPU, queries and bytes of one answer."""
    with CaptureQueriesContext(connection) as asked:
        start = time.process_time()
        answer = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        took = time.process_time() - start
    return answer.status_code, took * 1000, len(asked), len(body)


def sign_in() -> Client:
    """An administrator over everything."""
    user, is_new = get_user_model().objects.get_or_create(username="bench")
    if is_new:
        top = models.Place.objects.filter(parent=None).order_by("code").first()
        models.Account.objects.create(user=user, password_set_at=user.date_joined)
        models.Assignment.objects.create(user=user, role="administrator", place=top, recorded_at=user.date_joined)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(user)
    return client


def main(wanted: set[str]) -> None:
    """Tell of every address, or of those of some names."""
    client = sign_in()
    ask(client, reverse("health"))
    for name, address in list_addresses():
        if name in ("sign_out",) or (wanted and name not in wanted):
            continue
        status, first, _, _ = ask(client, address)
        if status == 405:
            continue
        forget()
        _, unkept, queries, size = ask(client, address)
        _, again, fewer, _ = ask(client, address)
        told = {
            "name": name, "address": address, "status": status, "first, ms": round(first, 1),
            "nothing kept, ms": round(unkept, 1), "queries": queries, "once more, ms": round(again, 1),
            "queries once more": fewer, "bytes": size,
        }  # fmt: skip
        print(json.dumps(told, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(set(sys.argv[1:]))
