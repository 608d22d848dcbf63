"""The city's sign-in service as the settings name it.

In: settings. Out: one value, without the secret in its words; None where there is none. Left out on purpose: asking the service.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.conf import settings

WAYS = ("email", "username", "create")


@dataclass(frozen=True, slots=True)
class OuterService:
    """How people are sent by it.

    Attributes:
        issuer: Its address.
        client: Our name with it.
        secret: Our secret with it, or "" for a public client.
        name: What its button is called, or "".
        scopes: What we ask for.
        first: How somebody new is matched to an account: some of WAYS.
        username_claim: The claim with the user name.
        groups_claim: The claim with the groups.
        roles: Role, place and department of each group.
    """

    issuer: str
    client: str
    secret: str = field(repr=False)
    name: str
    scopes: str
    first: tuple[str, ...]
    username_claim: str
    groups_claim: str
    roles: Mapping[str, tuple[tuple[str, str, str], ...]]


def outer_service() -> OuterService | None:
    """The service, if one is set up.

    Raises:
        ValueError: If a way of matching is none we know: a mistake in the settings.
    """
    if not settings.LANTU_OIDC_ISSUER or not settings.LANTU_OIDC_CLIENT:
        return None
    first = tuple(settings.LANTU_OIDC_FIRST)
    if wrong := set(first) - set(WAYS):
        raise ValueError(f"LANTU_OIDC_FIRST: {', '.join(sorted(wrong))}; known are {', '.join(WAYS)}")
    roles = {
        group: tuple((role, place, rest[0] if rest else "") for role, place, *rest in given)
        for group, given in settings.LANTU_OIDC_ROLES.items()
    }
    return OuterService(
        settings.LANTU_OIDC_ISSUER, settings.LANTU_OIDC_CLIENT, settings.LANTU_OIDC_SECRET, settings.LANTU_OIDC_NAME,
        settings.LANTU_OIDC_SCOPES, first, settings.LANTU_OIDC_USERNAME, settings.LANTU_OIDC_GROUPS, roles,
    )  # fmt: skip


def is_local_sign_in() -> bool:
    """Whether names and passwords of our own are taken."""
    return bool(settings.LANTU_LOCAL_SIGN_IN)


def whom_to_ask() -> str:
    """Whom somebody without an account or a role asks, or ""."""
    return str(settings.LANTU_ASK)
