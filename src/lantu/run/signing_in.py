"""Attempts to sign in: who is locked, and what is kept of each.

In: a name. Out: until when it is locked, or None. A lock holds for names that no account has as well, so that it
does not tell which names there are. Left out on purpose: checking the password, which Django does.
"""

from datetime import datetime

from lantu.run.clock import read_clock
from lantu.store.accounts import note_attempt, recent_failures, session_rules
from lantu.store.audit import append_audit
from lantu.store.transactions import one_transaction


def locked_until(name: str) -> datetime | None:
    """When somebody may try again under this name, or None where they may now."""
    rules, now = session_rules(), read_clock()
    count, last = recent_failures(name, rules, now)
    if count < rules.lock_after or last is None:
        return None
    return last + rules.lock_for


def record_attempt(name: str, has_succeeded: bool) -> None:
    """Keep an attempt; one that succeeded, and one that locks the name, go into the audit chain."""
    rules, at = session_rules(), read_clock()
    with one_transaction():
        note_attempt(name, has_succeeded, at)
        if has_succeeded:
            append_audit(name, "person.signed_in", name, at)
        elif recent_failures(name, rules, at)[0] == rules.lock_after:
            append_audit("nobody", "person.locked", name[:150], at, failures=rules.lock_after)
