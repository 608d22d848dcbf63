"""The OpenAPI says of each operation which action it needs, and that it needs somebody; other methods are refused."""

import pytest
from django.test import Client

from lantu.run.policy import ACTIONS, OWN_ACTIONS
from lantu.show.access import MARK
from lantu.show.api.addresses import API_ADDRESSES
from lantu.show.api.operations import API, OPERATIONS


def test_every_operation_names_its_action() -> None:
    told = {said["operationId"]: said for ways in API.get_openapi_schema()["paths"].values() for said in ways.values()}
    assert set(told) == {operation.name for operation in OPERATIONS}
    for operation in OPERATIONS:
        said = told[operation.name]
        assert said["x-lantu-action"] == operation.action
        assert operation.action in ACTIONS | OWN_ACTIONS
        assert said["security"]
        assert {"401", "403", "422"} <= set(said["responses"])


def test_every_address_is_guarded() -> None:
    marks = {pattern.name: getattr(pattern.callback, MARK) for pattern in API_ADDRESSES}
    assert marks.pop("api_openapi") == "open"
    assert all(isinstance(mark, dict) and all(mark.values()) for mark in marks.values())
    assert marks["api_returns"] == {"GET": "read", "POST": "upload_return"}


@pytest.mark.django_db
def test_other_methods_are_refused_with_those_there_are() -> None:
    answer = Client().delete("/api/v1/returns")
    assert (answer.status_code, answer["Allow"], answer.json()["code"]) == (405, "GET, POST", "way")
