"""Programs with tokens, for the tests of the API.

In: a small city. Out: a client of a person with one role, by token.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client

from lantu.run.tokens import SCOPES, issue_token
from lantu.store import models
from tests.unit.show.city import AT


class Program:
    """A client that sends a token with each request."""

    def __init__(self, role: str, place: str, department: str = "", scopes: tuple[str, ...] = SCOPES) -> None:
        self.person: Any = get_user_model().objects.create_user(
            f"{role}-{place}{department}", password="a-long-password-1"
        )
        models.Assignment.objects.create(
            user=self.person, role=role, place_id=place, department=department, recorded_at=AT
        )
        self.secret = issue_token(self.person, "test", scopes, 9, by="test")
        self.client = Client(enforce_csrf_checks=True)
        self.headers = {"Authorization": f"Bearer {self.secret}"}

    def get(self, address: str) -> Any:
        return self.client.get(f"/api/v1/{address}", headers=self.headers)

    def post(self, address: str, body: Any, key: str = "key-00001") -> Any:
        return self.client.post(
            f"/api/v1/{address}", body, content_type="application/json",
            headers={**self.headers, "Idempotency-Key": key},
        )  # fmt: skip
