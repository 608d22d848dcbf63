"""The arrow of who heads a department 负责人, or answers for it in the place's leadership 分管领导: from a day on.

In: a department, a person, a day. Out: rows and one audit row each. Whoever was before stays in the register until the next one's day,
and after. Left out on purpose: who may, which pages ask of the policy; and what heads may do, which their accounts' roles say.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantu.run.clock import read_clock
from lantu.store.audit import append_audit
from lantu.store.fetch.departments import find_department
from lantu.store.fetch.heads import find_account, head_of
from lantu.store.keep.heads import HeadFacts, keep_head
from lantu.store.transactions import one_transaction

KINDS = ("head", "leader")
MOST_CHARACTERS = 120


class HeadRefusedError(ValueError):
    """The change makes no sense; `code` says why.

    Attributes:
        code: unknown, dates, account, same, reason or name.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class HeadRow:
    """One row of a file of heads: of which department, as what, who."""

    department: str
    kind: str
    facts: HeadFacts


def set_head(department: str, kind: str, facts: HeadFacts, *, by: str) -> int:
    """Say who heads a department from a day on; a blank name says that nobody does. Returns the key of the row.

    Raises:
        HeadRefusedError: If the department does not stand on that day, the account is none, or it says what holds already.
    """
    at = read_clock()
    with one_transaction():
        before = _check(department, kind, facts)
        row = keep_head(department, kind, facts, at, by=by)
        append_audit(
            by, "head.set", department, at, kind=kind, name=facts.name, post=facts.post, account=facts.account,
            from_on=facts.from_on.isoformat(), before=before,
        )  # fmt: skip
    return int(row.pk)


def _check(department: str, kind: str, facts: HeadFacts) -> str:
    """Refuse what makes no sense; returns the name of who was before, or ""."""
    found = find_department(department)
    if found is None or kind not in KINDS:
        raise HeadRefusedError("unknown", f"there is no department {department}, or no such post")
    if max(len(facts.name), len(facts.post)) > MOST_CHARACTERS or (facts.account and not facts.name):
        raise HeadRefusedError("name", "the name is too long, or an account has none")
    if (found.valid_from and facts.from_on < found.valid_from) or (found.valid_to and facts.from_on > found.valid_to):
        raise HeadRefusedError("dates", f"{found.name} does not stand on {facts.from_on}")
    if facts.account and find_account(facts.account) is None:
        raise HeadRefusedError("account", f"there is no account {facts.account}")
    before = head_of(department, kind, facts.from_on)
    if before is None:
        if not facts.name:
            raise HeadRefusedError("same", "nobody heads it already")
        return ""
    held = (before.name, before.post, before.account.get_username() if before.account else "")
    if held == (facts.name, facts.post, facts.account):
        raise HeadRefusedError("same", f"{before.name} heads it already")
    if before.name and before.name != facts.name and not facts.reason.strip():
        raise HeadRefusedError("reason", "a hand-over needs a reason")
    return str(before.name)


def read_heads(text: str) -> list[HeadRow]:
    """Heads from JSON: {"heads": [{department, kind, name, post, account, from, reason}]}.

    Raises:
        KeyError: If one has no department or first day.
        ValueError: If it is no JSON, or a day is none.
    """
    return [
        HeadRow(
            str(row["department"]),
            str(row.get("kind", "head")),
            HeadFacts(
                str(row.get("name", "")), date.fromisoformat(row["from"]), str(row.get("post", "")),
                str(row.get("account", "")), str(row.get("reason", "")),
            ),
        )
        for row in json.loads(text)["heads"]
    ]  # fmt: skip


def record_heads(rows: Iterable[HeadRow], *, by: str) -> tuple[int, list[str]]:
    """Keep those that say something new; the same file again changes nothing.

    Returns:
        How many were kept, and of each that was refused which and why.
    """
    kept, refused = 0, []
    for row in rows:
        try:
            set_head(row.department, row.kind, row.facts, by=by)
            kept += 1
        except HeadRefusedError as error:
            if error.code != "same":
                refused.append(f"{row.department} {row.kind}: {error}")
    return kept, refused
