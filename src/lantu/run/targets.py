"""Entries of a plan into its targets: names matched to definitions, figures made ready to be judged.

In: entries, the plan's years, the catalogue. Out: a code for each entry, and the
targets of the plan's own period. Left out on purpose: keeping them.
"""

from collections.abc import Iterator, Sequence

from lantu.check.match import match_indicator
from lantu.check.partner import match_partner
from lantu.check.wordbook import Wordbook
from lantu.core.catalogue import Catalogue
from lantu.core.diagnostic import Diagnostic
from lantu.core.entry import Entry, EntryKind
from lantu.core.target import Target
from lantu.judge.targets import make_target
from lantu.store.plans import PlanText

Made = tuple[Target, tuple[Diagnostic, ...]]


def match_code(entry: Entry, catalogue: Catalogue, wordbook: Wordbook | None = None) -> str:
    """Code of the definition that a promise or report is about, or "" where none matches.

    Args:
        entry: As read or reviewed.
        catalogue: What is known.
        wordbook: What people said of names; their word goes before the catalogue's.
    """
    if entry.kind not in (EntryKind.TARGET, EntryKind.ACTUAL):
        return ""
    if wordbook is not None and wordbook.is_decided(entry.indicator):
        match = wordbook.match(entry.indicator, entry.unit, entry.measure)
    else:
        match = match_indicator(entry.indicator, entry.unit, catalogue, entry.measure)
    return match.code if match else ""


def make_targets(matched: Sequence[tuple[Entry, str]], plan: PlanText, catalogue: Catalogue) -> Iterator[Made]:
    """Targets of the plan's own period: every row of its tables, then what only its prose promises."""
    pairs = [(e, code) for e, code in matched if e.kind is EntryKind.TARGET and not _is_past(e, plan)]
    tabled = [(e, code) for e, code in pairs if e.origin == "table"]
    taken = {(code, e.year) for e, code in tabled}
    for entry, code in tabled:
        yield _make_target(entry, code, plan, catalogue)
    for entry, code in pairs:
        if entry.origin != "table" and code and entry.year is not None and (code, entry.year) not in taken:
            taken.add((code, entry.year))
            yield _make_target(entry, code, plan, catalogue)


def _is_past(entry: Entry, plan: PlanText) -> bool:
    """A target due before the plan begins is told in review: it belongs to an earlier plan."""
    return entry.year is not None and plan.first_year is not None and entry.year < plan.first_year


def _make_target(entry: Entry, code: str, plan: PlanText, catalogue: Catalogue) -> Made:
    definition = catalogue.definition(code) if code else None
    partner = match_partner(entry.relative_to, definition, catalogue) if entry.relative_to else None
    return make_target(
        entry,
        target_id=f"{plan.address}#{entry.id}",
        place_code=plan.place_code,
        definition=definition,
        partner=catalogue.definition(partner.code) if partner else None,
        base_year=(plan.first_year or plan.adopted_year) - 1,
        due_year=plan.last_year or plan.adopted_year,
    )
