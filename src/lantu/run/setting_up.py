"""Arrows that tell the registry of places, indicators and people.

In: nouns, or the text of a definitions file. Out: rows, and diagnostics of what
could not be used.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from lantu.core.diagnostic import Diagnostic
from lantu.core.place import Place
from lantu.packs.definitions import read_definitions
from lantu.run.clock import read_clock
from lantu.store.access import keep_person
from lantu.store.audit import append_audit
from lantu.store.keep.indicators import keep_definitions
from lantu.store.keep.places import keep_boundaries, keep_places
from lantu.store.keep.search import index_names
from lantu.store.transactions import one_transaction


def record_places(places: Iterable[Place], *, by: str) -> int:
    """Add places. Returns how many are new."""
    at = read_clock()
    with one_transaction():
        added = keep_places(places, at)
        index_names()
        append_audit(by, "places.recorded", "places", at, added=added)
    return added


def record_boundaries(shapes: Mapping[str, Any], source: str, *, by: str) -> int:
    """Give places their boundaries. Returns how many have one now."""
    at = read_clock()
    with one_transaction():
        kept = keep_boundaries(shapes, source)
        append_audit(by, "boundaries.recorded", "places", at, kept=kept, source=source)
    return kept


def record_definitions(text: str, name: str, *, by: str) -> tuple[int, tuple[Diagnostic, ...]]:
    """Read a definitions file and keep what is new or changed in it.

    Returns:
        How many definitions were added or changed, and what could not be used.
    """
    definitions, diagnostics = read_definitions(text, name)
    at = read_clock()
    with one_transaction():
        added = keep_definitions(definitions, at)
        index_names()
        append_audit(by, "definitions.recorded", name, at, read=len(definitions), changed=added)
    return added, diagnostics


def record_person(name: str, password: str, role: str, place_code: str, *, by: str) -> bool:
    """Make an account with one role. Returns whether it is new.

    Raises:
        PasswordRefusedError: If the password breaks a rule.
    """
    at = read_clock()
    with one_transaction():
        is_new = keep_person(name, password, role, place_code, at)
        if is_new:
            append_audit(by, "person.recorded", name, at, role=role, place=place_code)
    return is_new
