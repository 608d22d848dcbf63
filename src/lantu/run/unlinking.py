"""The arrows that take an account from a subject of the city's sign-in service, and link it again.

In: a link, and who asks. Out: a link that ended, with the sessions and the roles of groups it brought; or a new one. Left out on purpose:
which subject belongs to whom the first time, which `outer_sign_in` decides by its settings.
"""

from typing import Any

from lantu.run.accounts import AccountRefusedError, require_managed
from lantu.run.clock import read_clock
from lantu.store.accounts import (
    end_outer,
    end_role,
    find_identity,
    find_outer,
    group_roles,
    has_outer,
    keep_outer,
    raise_epoch,
)
from lantu.store.audit import append_audit
from lantu.store.transactions import one_transaction


def unlink_outer(key: int, *, by: str) -> None:
    """Take an account from a subject: its sessions end, roles of groups too, and the subject is not linked to it by itself again.

    Raises:
        AccountRefusedError: If there is no such link, it ended, or the account's roles reach beyond those of whoever asks.
    """
    with one_transaction():
        identity, person = _require(key, by)
        if identity.ended_at is not None:
            raise AccountRefusedError("state", "it was unlinked before")
        at = read_clock()
        end_outer(identity, at)
        for role in group_roles(person):
            end_role(role, at)
        raise_epoch(person)
        append_audit(by, "person.unlinked", person.get_username(), at, outer=identity.subject)


def link_again(key: int, *, by: str) -> None:
    """Give an account back the subject it was unlinked from.

    Raises:
        AccountRefusedError: As before, or if the subject or the account is linked otherwise by now.
    """
    with one_transaction():
        identity, person = _require(key, by)
        if find_outer(identity.issuer, identity.subject) is not None or has_outer(person, identity.issuer):
            raise AccountRefusedError("state", "the subject or the account is linked by now")
        at = read_clock()
        keep_outer(person, identity.issuer, identity.subject, at)
        append_audit(by, "person.linked", person.get_username(), at, outer=identity.subject)


def _require(key: int, by: str) -> Any:
    identity = find_identity(key)
    if identity is None:
        raise AccountRefusedError("unknown", f"there is no link {key}")
    return identity, require_managed(identity.user_id, by)
