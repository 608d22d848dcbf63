"""An administrator takes an account from a subject of the sign-in service, and links it again."""

import pytest

from lantu.run.accounts import AccountRefusedError
from lantu.run.oidc import OuterSignInError
from lantu.run.outer_sign_in import sign_in_outer
from lantu.run.unlinking import link_again, unlink_outer
from lantu.store import models
from lantu.store.accounts import account_of
from lantu.store.audit import find_breaks
from lantu.store.outer_settings import OuterService
from tests.unit.run.told import CITY

pytestmark = pytest.mark.django_db
ROLES = {"stat": [("viewer", CITY, "")]}
SERVICE = OuterService(
    "http://127.0.0.1:9/o", "lantu", "s", "", "openid", ("email",), "preferred_username", "groups", ROLES
)
CLAIMS = {"sub": "7", "email": "li@city.example", "email_verified": True, "groups": ["stat"]}


@pytest.fixture
def li(definitions: None, django_user_model):
    wang = django_user_model.objects.create(username="wang")
    models.Assignment.objects.create(user=wang, role="administrator", place_id=CITY, recorded_at="2026-01-01T00:00Z")
    person = django_user_model.objects.create(username="li", email="li@city.example")
    sign_in_outer(SERVICE, CLAIMS)
    return person


def identity() -> models.OuterIdentity:
    return models.OuterIdentity.objects.latest("pk")


def test_unlinked_it_is_not_linked_by_itself_and_what_it_brought_ends(li) -> None:
    epoch = account_of(li).epoch
    unlink_outer(identity().pk, by="wang")
    assert account_of(li).epoch == epoch + 1
    assert models.Assignment.objects.get(user=li).ended_at is not None
    with pytest.raises(OuterSignInError) as caught:
        sign_in_outer(SERVICE, CLAIMS)
    assert caught.value.code == "taken"
    # another subject with the same verified address may be theirs
    assert sign_in_outer(SERVICE, {**CLAIMS, "sub": "8"}) == li
    assert models.OuterIdentity.objects.count() == 2
    assert list(find_breaks()) == []


def test_linked_again_it_signs_in_as_before(li) -> None:
    first = identity().pk
    with pytest.raises(AccountRefusedError):
        link_again(first, by="wang")
    unlink_outer(first, by="wang")
    link_again(first, by="wang")
    assert sign_in_outer(SERVICE, CLAIMS) == li
    assert models.AuditRow.objects.filter(action__in=("person.linked", "person.unlinked")).count() == 3
    with pytest.raises(AccountRefusedError) as caught:
        unlink_outer(first, by="wang")
    assert caught.value.code == "state"


def test_nobody_else_unlinks(li) -> None:
    with pytest.raises(AccountRefusedError) as caught:
        unlink_outer(identity().pk, by="li")
    assert caught.value.code == "beyond"
    with pytest.raises(AccountRefusedError) as caught:
        unlink_outer(999, by="wang")
    assert caught.value.code == "unknown"
