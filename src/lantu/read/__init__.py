"""Plan documents to entries: text in, a `Reading` with exact spans out.

`read_plan` takes bytes, `read_text` decoded text. Structure and tables are found
first; then the passes of `PASSES` add entries in that order, and the checks of
`CHECKS` may only report. Nothing is written, fetched or guessed without a
confidence, and bad material is reported, never raised.
"""

import hashlib
from collections.abc import Callable, Iterable

from lantu.core.diagnostic import Diagnostic
from lantu.core.entry import DocumentFacts, Entry, Reading
from lantu.read.adapter_marks import place_reading
from lantu.read.adapters import extract_document
from lantu.read.blocks import cut_pieces
from lantu.read.checks import check_ids, check_quotes
from lantu.read.context import Context
from lantu.read.facts import find_facts
from lantu.read.gazetteer import NOWHERE, Gazetteer
from lantu.read.identity import drop_nameless, name_entries
from lantu.read.lines import split_lines
from lantu.read.outline import find_heads
from lantu.read.prose import find_prose_entries
from lantu.read.prose_projects import find_projects
from lantu.read.prose_tasks import find_tasks
from lantu.read.sections import build_sections
from lantu.read.shadow import cast_shadow
from lantu.read.table_entries import find_table_entries
from lantu.read.tables import find_tables

Entries = tuple[Entry, ...]
Pass = Callable[[Entries, Context], tuple[Entries, tuple[Diagnostic, ...]]]
Check = Callable[[Entries, Context], Iterable[Diagnostic]]
Report = Callable[[float, str], None]

PASSES: tuple[tuple[str, Pass], ...] = (
    ("tables", find_table_entries),
    ("prose", find_prose_entries),
    ("projects", find_projects),
    ("tasks", find_tasks),
    ("names", drop_nameless),
    ("identity", name_entries),
)
CHECKS: tuple[Check, ...] = (check_quotes, check_ids)

__all__ = ["CHECKS", "PASSES", "build_context", "read_plan", "read_text"]


def read_plan(
    data: bytes,
    name: str,
    report: Report | None = None,
    converted: bytes = b"",
    places: Gazetteer = NOWHERE,
    home: str = "",
) -> Reading:
    """Everything a plan says, from the bytes of its file.

    Args:
        data: Of a file of any format in `adapters.ADAPTERS`.
        name: The file's name, for messages.
        report: Called with the share done, 0 to 1, and the code of the step.
        converted: The same document as .docx, where `data` is of a format that another program has to convert.
        places: Names and codes of places.
        home: Code of the place somebody said the document is of, or "".
    """
    sha256 = hashlib.sha256(data).hexdigest()
    extracted = extract_document(converted or data, name, tell=lambda share: _tell(report, 0.5 * share, "extract"))
    if not extracted.text:
        facts = DocumentFacts(name, sha256, 0, "", "", encoding=extracted.encoding)
        return Reading(facts, "", diagnostics=extracted.diagnostics)
    later = _report_later(report) if extracted.marks else report
    reading = read_text(extracted.text, name, sha256, extracted.encoding, extracted.diagnostics, later, places, home)
    return place_reading(reading, extracted.marks)


def read_text(
    text: str,
    name: str,
    sha256: str = "",
    encoding: str = "utf-8",
    earlier: tuple[Diagnostic, ...] = (),
    report: Report | None = None,
    places: Gazetteer = NOWHERE,
    home: str = "",
) -> Reading:
    """Everything a plan says, from its canonical text.

    Args:
        text: Never changed; all spans point into it.
        name: The file's name, for messages.
        sha256: Of the file's bytes.
        encoding: The bytes had.
        earlier: Diagnostics of the adapter.
        report: Called with the share done, 0 to 1, and the code of the step.
        places: Names and codes of places.
        home: Code of the place somebody said the document is of, or "".
    """
    context, found = build_context(text, name, sha256, encoding, report, places, home)
    diagnostics = [*earlier, *found]
    entries: Entries = ()
    for count, (step, run) in enumerate(PASSES):
        _tell(report, 0.4 + 0.6 * count / len(PASSES), step)
        entries, more = run(entries, context)
        diagnostics += more
    for check in CHECKS:
        diagnostics += check(entries, context)
    _tell(report, 1.0, "done")
    return Reading(context.facts, text, context.sections, context.tables, entries, tuple(diagnostics))


def build_context(
    text: str,
    name: str,
    sha256: str = "",
    encoding: str = "utf-8",
    report: Report | None = None,
    places: Gazetteer = NOWHERE,
    home: str = "",
) -> tuple[Context, tuple[Diagnostic, ...]]:
    """Facts, tables, sections and blocks of a text, and what was wrong with them."""
    _tell(report, 0.0, "blocks")
    shadow = cast_shadow(text)
    lines = split_lines(shadow)
    facts = find_facts(text, shadow, lines, name, sha256, encoding, places, home)
    _tell(report, 0.1, "tables")
    tables = find_tables(text, shadow, lines, facts.facts)
    _tell(report, 0.3, "sections")
    pieces = cut_pieces(lines, tables.zones)
    heads = find_heads(pieces, cast_shadow(facts.facts.title))
    sections = build_sections(text, sha256, pieces, heads)
    context = Context(text, shadow, facts.facts, sections.blocks, sections.sections, tables.tables, places)
    return context, (*facts.diagnostics, *tables.diagnostics, *sections.diagnostics)


def _report_later(report: Report | None) -> Report:
    """Shares of the second half, for formats whose first half goes to extracting."""
    return lambda share, step: _tell(report, 0.5 + 0.5 * share, step)


def _tell(report: Report | None, share: float, step: str) -> None:
    if report is not None:
        report(share, step)
