"""Ids of entries that outlive a better reader and a new version of the plan.

In: entries in any order. Out: entries in the order of the text, each with an id
made from its kind, indicator, words and the numbers of its sections; none without
a name.
Left out on purpose: offsets, which a word added on page one would change.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import fields
from operator import attrgetter

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import Entry, Section
from lantu.read.codes import diagnose
from lantu.read.context import Context

_SPACE = re.compile(r"\s+")
_REST = attrgetter(*(field.name for field in fields(Entry) if field.name != "id"))


def drop_nameless(entries: tuple[Entry, ...], context: Context) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Entries whose indicator or name is words; what stands beside none is reported instead."""
    del context
    nameless = [entry for entry in entries if not has_words(entry.indicator)]
    if not nameless:
        return entries, ()
    spans = [entry.value_span or entry.span for entry in nameless]
    found = [
        diagnose("R030", f"{span.quote} stands beside no name", span=span, severity=Severity.INFO) for span in spans
    ]
    return tuple(entry for entry in entries if has_words(entry.indicator)), tuple(found)


def has_words(text: str) -> bool:
    """Whether a name holds a letter or a Chinese character."""
    return any(character.isalpha() for character in text)


def name_entries(entries: tuple[Entry, ...], context: Context) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Entries sorted, with ids; the same words twice in one section are counted."""
    sections = {section.id: section for section in context.sections}
    paths: dict[str, str] = {}
    count: dict[str, int] = {}
    named = []
    for entry in sorted(entries, key=_place):
        if entry.section not in paths:
            paths[entry.section] = _path_of(entry.section, sections)
        key = "|".join(
            (entry.kind, entry.indicator, _SPACE.sub("", entry.span.quote), _figure(entry), paths[entry.section])
        )
        digest = "e" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        count[digest] = count.get(digest, 0) + 1
        named.append(_name(entry, digest if count[digest] == 1 else f"{digest}-{count[digest]}"))
    return tuple(named), ()


def _name(entry: Entry, name: str) -> Entry:
    """The entry with that id. `replace` would do the same, and take half of all the time this pass needs."""
    return Entry(name, *_REST(entry))


def _place(entry: Entry) -> tuple[int, int, int, str]:
    value = entry.value_span.start if entry.value_span else entry.span.start
    return entry.span.start, value, entry.span.end, entry.kind


def _figure(entry: Entry) -> str:
    return "" if entry.value_span is None else _SPACE.sub("", entry.value_span.quote)


def _path_of(section: str, sections: Mapping[str, Section]) -> str:
    parts: list[str] = []
    while section in sections and len(parts) < 12:
        found = sections[section]
        parts.append(found.number or found.title)
        section = found.parent
    return "/".join(reversed(parts))
