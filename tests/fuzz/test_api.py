"""Generated requests to every operation of the API, right and wrong ones: no failure of ours, no answer that breaks the OpenAPI,
and nothing of another place than the role's.

As two roles with ten examples an operation; `make fuzz` tries every role with fifty (LANTU_FUZZ=50).
"""

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from lantu.run.policy import GRANTS
from lantu.show.api.addresses import API_ADDRESSES
from lantu.show.api.operations import API

pytestmark = pytest.mark.on_sqlite(reason="the soak runs on both databases")
EXAMPLES = int(os.environ.get("LANTU_FUZZ", "10"))
ROLES = tuple(GRANTS) if "LANTU_FUZZ" in os.environ else ("reporter", "administrator")
SECRET = "别处的秘密"
"""Stands in rows of the city and of another district; nobody whose role is over one district may ever be told it."""

assert API_ADDRESSES
CONFIG = SchemathesisConfig.from_dict({"generation": {"with-security-parameters": False, "codec": "utf-8"}})
SCHEMA = schemathesis.openapi.from_dict(API.get_openapi_schema(), config=CONFIG)


@pytest.fixture
def world(db: None, settings: Any, tmp_path: Path) -> None:
    """The world of the role matrix with secrets in it."""
    from lantu.store import models
    from tests.spec.access.world import build_world
    from tests.unit.show.city import DISTRICT

    settings.LANTU_PUBLIC_READ = False
    settings.STATIC_ROOT = tmp_path
    build_world()
    assert models.Plan.objects.exclude(place__code__startswith=DISTRICT).update(title=SECRET)
    assert models.ValueRow.objects.exclude(place_code=DISTRICT).update(note=SECRET)
    assert models.StagedObservation.objects.exclude(place_code=DISTRICT).update(quote=SECRET)
    assert models.PlanTarget.objects.exclude(place__code=DISTRICT).update(name=SECRET)
    assert models.ReturnSheet.objects.exclude(place__code__startswith=DISTRICT).exists()


def make_headers(name: str) -> dict[str, str]:
    """What a program of this person sends."""
    from django.contrib.auth import get_user_model

    from lantu.run.tokens import SCOPES, issue_token

    person = get_user_model().objects.get(username=name)
    # Identity: what stands between is handed on as it is, and a compressed answer would not be undone.
    return {
        "Accept-Encoding": "identity",
        "Authorization": f"Bearer {issue_token(person, 'fuzz', SCOPES, 9, by='test')}",
    }


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("role", ROLES)
def test_no_request_breaks_it(role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from lantu.show.wsgi import application

    # As the test client of Django does: the registry's connection outlives the request.
    for signal in (request_started, request_finished):
        monkeypatch.setattr(signal, "send", lambda *_, **__: [])
    headers, wrong = make_headers(role), []
    SCHEMA.app = application
    for operation in [found.ok() for found in SCHEMA.get_all_operations()]:
        try:
            try_operation(operation, headers)
        except Exception as error:  # noqa: BLE001  # whatever it is, the other operations are tried too
            wrong.append(f"{operation.method} {operation.path}: {error}"[:1500])
    assert not wrong, "\n\n".join(wrong)


def try_operation(operation: Any, headers: dict[str, str]) -> None:
    """Requests as the OpenAPI has them, and requests that break it."""

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(right=operation.as_strategy(generation_mode=GenerationMode.POSITIVE), wrong=_wrong(operation))
    def try_requests(right: Any, wrong: Any) -> None:
        for case in (right, wrong):
            if case is None:
                continue
            with transaction.atomic():
                answer = case.call_and_validate(headers=headers)
                assert SECRET.encode() not in read_whole(answer.content), case.as_curl_command()
                transaction.set_rollback(True)

    try_requests()


def read_whole(data: bytes) -> bytes:
    """An answer's bytes, those of a workbook unpacked."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return b"".join(book.read(name) for name in book.namelist())


def _wrong(operation: Any) -> Any:
    """Requests that break the OpenAPI, where an operation asks for anything that can be broken."""
    from hypothesis import strategies as st

    if any(list(getattr(operation, part)) for part in ("query", "path_parameters", "body")):
        return operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)
    return st.none()


@pytest.mark.usefixtures("world")
def test_the_secrets_would_be_told_to_somebody_of_the_city() -> None:
    from django.contrib.auth import get_user_model
    from django.test import Client

    from lantu.store import models
    from tests.unit.show.city import AT, CITY

    mayor = get_user_model().objects.create_user("mayor", password="a-long-password-1")
    models.Assignment.objects.create(user=mayor, role="viewer", place_id=CITY, recorded_at=AT)
    headers = make_headers("mayor")
    for noun in ("plans", "values", "observations", "targets", "standings"):
        assert SECRET in Client().get(f"/api/v1/{noun}?limit=500", headers=headers).json().__repr__(), noun
