"""Arrows from a plan's bytes to its entries and targets.

In: bytes, and what somebody says of the plan. Out: a queued version; then, by a
second arrow, its sections, tables, entries, targets and notices.
Left out on purpose: judging, which is an arrow of its own.
"""

from collections.abc import Callable

from lantu import __version__
from lantu.core.entry import Reading
from lantu.run.catalogue import load_catalogue
from lantu.run.clock import read_clock
from lantu.run.office import read_file
from lantu.run.reviewing import put_in_force
from lantu.run.targets import make_targets, match_code
from lantu.run.wordbooks import load_wordbook
from lantu.store.audit import append_audit
from lantu.store.keep.judgements import keep_targets
from lantu.store.keep.notices import keep_notices
from lantu.store.keep.plans import PlanFacts, keep_document, keep_reading, keep_version
from lantu.store.keep.search import index_version
from lantu.store.plans import PlanText, fail_version, is_read, plan_text, start_version
from lantu.store.transactions import one_transaction

READER = f"lantu {__version__}"
Report = Callable[[float, str], None]


class UnreadablePlanError(ValueError):
    """Nothing in the document could be read; the message says what to do.

    Attributes:
        codes: Of the diagnostics that say why, so that a page can tell it in its own language.
    """

    def __init__(self, message: str, codes: tuple[str, ...]) -> None:
        super().__init__(message)
        self.codes = codes


def receive_plan(data: bytes, name: str, facts: PlanFacts, *, by: str) -> int:
    """Keep a plan's document and queue a version for reading.

    Args:
        data: The document's bytes.
        name: Its file name.
        facts: What is said of the plan.
        by: Who handed it in.

    Returns:
        Key of the queued version.
    """
    at = read_clock()
    with one_transaction():
        version = keep_version(facts, keep_document(data, name, at), READER, at, by=by)
        append_audit(by, "plan.received", facts.address, at, version=version.number, document=version.document_id)
    return int(version.pk)


def read_version(version_key: int, *, by: str, report: Report | None = None) -> PlanText:
    """Read a queued version and keep what it says; a version that was read already is left as it is.

    What people decided about earlier readings of the plan holds for this one too, from the start.

    Args:
        version_key: As `receive_plan` gave it.
        by: Who asked.
        report: Called with the share done, 0 to 1, and the code of the step.

    Raises:
        UnreadablePlanError: If the document holds no text at all; the version is marked failed.
    """
    plan = plan_text(version_key)
    if is_read(version_key):
        return plan
    start_version(version_key)
    reading = read_file(plan.data, plan.name, report, plan.place_code)
    if not reading.text.strip():
        message = " ".join(f"{d.message} {d.hint}" for d in reading.diagnostics).strip() or "The document is empty."
        fail_version(version_key, message)
        raise UnreadablePlanError(message, tuple(d.code for d in reading.diagnostics))
    _keep_reading(version_key, plan, reading, by)
    put_in_force(version_key, by=by)
    return plan_text(version_key)


def _keep_reading(version_key: int, plan: PlanText, reading: Reading, by: str) -> None:
    catalogue = load_catalogue()
    wordbook = load_wordbook([plan.place_code], catalogue)
    codes = [match_code(entry, catalogue, wordbook) for entry in reading.entries]
    at = read_clock()
    with one_transaction():
        version = start_version(version_key)
        keep_reading(version, reading, codes, at)
        made = list(make_targets(list(zip(reading.entries, codes, strict=True)), plan_text(version_key), catalogue))
        keep_targets(version, [target for target, _ in made], at)
        keep_notices((notice for _, notices in made for notice in notices), at, version=version)
        index_version(version)
        append_audit(by, "plan.read", plan.address, at, entries=len(reading.entries), targets=len(made))
