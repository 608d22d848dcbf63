"""A token opens the API for its person within its scopes, until it ends; it opens no page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lantu.run.tokens import end_token
from lantu.store import models
from lantu.store.accounts import account_of
from tests.unit.show.city import CITY, City

pytestmark = pytest.mark.django_db


@pytest.fixture
def program_of(city: City, settings):
    from tests.unit.show.api.clients import Program

    settings.LANTU_PUBLIC_READ = False
    return Program


def test_a_token_opens_what_its_scopes_say(program_of) -> None:
    program = program_of("administrator", CITY, scopes=("see_sheet",))
    assert program.get("me").status_code == 200
    assert program.get("sheets").status_code == 200
    assert program.get("plans").status_code == 403
    assert program.client.get("/account", headers=program.headers).status_code == 302


def test_scopes_give_no_more_than_the_roles(program_of) -> None:
    assert program_of("viewer", CITY).get("sheets").status_code == 403


@pytest.mark.parametrize("end", ["ended", "expired", "closed", "unknown", "basic"])
def test_a_token_that_does_not_hold_opens_nothing(end: str, program_of) -> None:
    program = program_of("viewer", CITY)
    assert program.get("me").status_code == 200
    token = models.ApiToken.objects.get()
    if end == "ended":
        end_token(program.person, token.pk, by="li")
    elif end == "expired":
        models.ApiToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif end == "closed":
        program.person.is_active = False
        program.person.save()
    else:
        program.headers = {"Authorization": "Bearer lantu_x" if end == "unknown" else "Basic bGk6bGk="}
    assert (program.get("me").status_code, program.get("me").json()["code"]) == (401, "token")


def test_a_first_password_has_to_be_changed_before(program_of) -> None:
    program = program_of("viewer", CITY)
    account = account_of(program.person)
    account.must_change_password = True
    account.save()
    assert program.get("me").json()["code"] == "password"
