"""From claims to an account: by subject, the first time only as a setting says, roles by groups and by nothing else."""

from dataclasses import replace
from typing import Any

import pytest

from lantu.run.oidc import OuterSignInError
from lantu.run.outer_sign_in import sign_in_outer
from lantu.run.policy import may
from lantu.store import models
from lantu.store.outer_settings import OuterService

pytestmark = pytest.mark.django_db
CITY = "330400"
SERVICE = OuterService("http://127.0.0.1:9/o", "lantu", "s", "", "openid", (), "preferred_username", "groups", {})
LI: dict[str, Any] = {"sub": "7", "preferred_username": "li", "email": "LI@city.example", "email_verified": True}


@pytest.fixture
def li(places: None, django_user_model) -> Any:
    return django_user_model.objects.create_user("li", "li@city.example", "a-long-password-1")


def refused(service: OuterService, claims: dict[str, Any]) -> str:
    with pytest.raises(OuterSignInError) as caught:
        sign_in_outer(service, claims)
    return caught.value.code


def test_without_a_setting_nobody_new_comes_in(li: Any) -> None:
    assert refused(SERVICE, LI) == "nobody"
    models.OuterIdentity.objects.create(user=li, issuer=SERVICE.issuer, subject="7", recorded_at="2026-01-01T00:00Z")
    assert sign_in_outer(SERVICE, LI) == li
    assert refused(replace(SERVICE, issuer="http://other"), LI) == "nobody"


@pytest.mark.parametrize("way", ["email", "username"])
def test_the_first_time_by_verified_address_or_name_then_by_subject(li: Any, way: str) -> None:
    service = replace(SERVICE, first=(way,))
    assert sign_in_outer(service, LI) == li
    assert sign_in_outer(SERVICE, {"sub": "7"}) == li
    assert refused(service, {**LI, "sub": "8"}) == "taken"
    actions = list(models.AuditRow.objects.order_by("seq").values_list("action", flat=True))
    assert actions[-3:] == ["person.linked", "person.signed_in", "person.signed_in"]


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_is_not_verified_finds_nobody(li: Any, verified: Any) -> None:
    assert refused(replace(SERVICE, first=("email",)), {**LI, "email_verified": verified}) == "nobody"


def test_the_own_wish_of_an_address_finds_nobody_either(li: Any, django_user_model) -> None:
    li.email = ""
    li.save()
    models.MessageWish.objects.create(user=li, mail_address="li@city.example", recorded_at="2026-01-01T00:00Z")
    assert refused(replace(SERVICE, first=("email",)), LI) == "nobody"


def test_two_accounts_of_one_address_are_nobody(li: Any, django_user_model) -> None:
    django_user_model.objects.create_user("li2", "LI@city.example")
    assert refused(replace(SERVICE, first=("email", "username")), LI) == "twice"


def test_an_account_is_made_only_where_a_setting_says_so_and_without_rights(li: Any) -> None:
    service = replace(SERVICE, first=("create",))
    made = sign_in_outer(service, {**LI, "sub": "9", "preferred_username": "wu"})
    assert (made.has_usable_password(), may(made, "read")) == (False, False)
    assert refused(service, LI) == "taken"
    assert refused(service, {"sub": "11"}) == "nobody"


def test_a_closed_account_stays_closed(li: Any) -> None:
    service = replace(SERVICE, first=("username",))
    li.is_active = False
    li.save()
    assert refused(service, LI) == "closed"
    assert not models.OuterIdentity.objects.exists()


def test_roles_come_and_go_with_groups_and_those_given_by_hand_stay(li: Any) -> None:
    roles = {
        "stat": (("reporter", CITY, "tjj"), ("viewer", CITY, "")),
        "bad": (("king", CITY, ""), ("viewer", "999999", "")),
    }
    service = replace(SERVICE, first=("username",), roles=roles)
    models.Assignment.objects.create(user=li, role="auditor", place_id=CITY, recorded_at="2026-01-01T00:00Z")

    def held() -> list[tuple[str, str]]:
        rows = models.Assignment.objects.filter(user=li, ended_at__isnull=True)
        return sorted((row.role, row.source) for row in rows)

    both = [("auditor", ""), ("reporter", "group"), ("viewer", "group")]
    for groups, expected in (
        (["stat", "bad", 3], both), ("stat", both), (["other"], [("auditor", "")]), (None, [("auditor", "")]),
        (["stat"], both),
    ):  # fmt: skip
        sign_in_outer(service, {**LI, "groups": groups})
        assert held() == expected
    assert models.AuditRow.objects.filter(action="role.ended").count() == 2
    sign_in_outer(replace(service, roles={}), LI)
    assert held() == both
