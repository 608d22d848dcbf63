"""A request is told from another by method, address, body and files; whatever fails leaves its key free."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from lantu.show.api.problems import ProblemError
from lantu.show.api.writing import digest_request, write_once
from lantu.store.models import KeptAnswer


def ask(body: str = "{}", address: str = "/api/v1/a") -> Any:
    return RequestFactory().post(address, body, content_type="application/json")


def test_requests_differ_by_address_body_and_files() -> None:
    upload = [
        RequestFactory().post("/api/v1/a", {"file": SimpleUploadedFile(name, data)})
        for name, data in (("a", b"1"), ("a", b"2"), ("b", b"1"))
    ]
    digests = [digest_request(r) for r in (ask(), ask("[]"), ask(address="/api/v1/b"), *upload)]
    assert len(set(digests)) == len(digests)
    assert digest_request(ask()) == digests[0]


@pytest.mark.django_db
def test_what_fails_may_be_tried_again(django_user_model) -> None:
    request = ask()
    request.user = django_user_model.objects.create_user("li", password="a-long-password-1")

    def fail() -> dict[str, Any]:
        KeptAnswer.objects.create(
            user=request.user, key="other", request_digest="", status=1, body={}, recorded_at="2026-01-01T00:00Z"
        )
        raise ProblemError(409, "state")

    with pytest.raises(ProblemError):
        write_once(request, "key-1", 200, fail)
    assert KeptAnswer.objects.count() == 0
    assert write_once(request, "key-1", 200, lambda: {"n": 1}) == {"n": 1}
    assert write_once(request, "key-1", 200, fail) == {"n": 1}
    assert SimpleNamespace(**KeptAnswer.objects.values().get()).status == 200
