"""The arrows of reports: make one, keep what people write for it, print it, verify a file that came back.

In: a plan, a kind, a day, a file. Out: a report kept whole; bytes; faults. Left out on purpose:
words and layout, which a press lends from above.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cattrs import BaseValidationError

from lantu.core.report import Fault, Report, ReportKind
from lantu.run.clock import end_of_day, read_clock
from lantu.run.presses import FileRefusedError, find_press
from lantu.run.report_material import gather_material
from lantu.store.audit import append_audit
from lantu.store.codec import decode
from lantu.store.fetch.reports import find_report, passages_of, report_noun
from lantu.store.keep.reports import digest_report, keep_passage, keep_report
from lantu.store.models import Plan, ReportRow
from lantu.store.transactions import one_transaction

MOST_CHARACTERS = 20_000
"""Of a passage; a whole report has fewer."""


class ReportRefusedError(ValueError):
    """The report cannot be made; the message says why."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying a file found.

    Attributes:
        name: Address of the report the file goes back to.
        title: Of that report.
        is_registered: Whether the registry has it; else the file's own copy was used.
        is_copy_changed: Whether the file's copy of the report differs from the registry's.
        faults: Everything to be named.
        figures: How many figures the report states.
    """

    name: str
    title: str
    is_registered: bool
    is_copy_changed: bool
    faults: tuple[Fault, ...]
    figures: int


def default_year(kind: ReportKind, plan: Plan, as_of: date) -> int:
    """The last year whose figures a report uses where nobody says: the last full one, within the plan's period.

    A mid-term report covers half of the period, a final one all of it.
    """
    last_full = as_of.year - 1
    first, last = plan.first_year or last_full, plan.last_year or last_full
    due = {ReportKind.ANNUAL: last, ReportKind.MIDTERM: first + (last - first) // 2, ReportKind.FINAL: last}[kind]
    return max(min(last_full, due), first)


def compose_report(
    kind: ReportKind,
    plan_key: int,
    *,
    as_of: date,
    known_at: datetime,
    written_by: datetime,
    year: int | None = None,
) -> Report:
    """A report as of a day; not kept.

    Args:
        kind: Which.
        plan_key: About which plan.
        as_of: The day it speaks for.
        known_at: Figures recorded later are not used.
        written_by: Passages written later are not used; people write after the figures are in.
        year: Last year whose figures are used, or None for the usual one.

    Raises:
        ReportRefusedError: If the plan is not there or was not read by then.
    """
    plan = Plan.objects.filter(pk=plan_key).first()
    if plan is None:
        raise ReportRefusedError(f"there is no plan {plan_key}")
    year = default_year(kind, plan, as_of) if year is None else year
    try:
        material = gather_material(plan_key, year=year, as_of=as_of, known_at=known_at)
    except LookupError as error:
        raise ReportRefusedError(f"{error}; a report as of {as_of} needs a plan that was registered by then") from error
    return find_press().compose(kind, material, passages_of(plan_key, str(kind), year, written_by))


def make_report(kind: ReportKind, plan_key: int, *, as_of: date, by: str, year: int | None = None) -> int:
    """Make a report and keep it whole. Returns its key.

    Raises:
        ReportRefusedError: If it cannot be made.
    """
    at = read_clock()
    report = compose_report(kind, plan_key, as_of=as_of, known_at=min(at, end_of_day(as_of)), written_by=at, year=year)
    with one_transaction():
        row = keep_report(report, plan_key, at, by=by)
        append_audit(by, "report.made", report_name(row.pk), at, kind=str(kind), year=report.year, digest=row.digest)
    return int(row.pk)


def replay_report(key: int) -> Report:
    """A kept report composed anew from the registry, with what was known when it was made.

    Raises:
        LookupError: If there is no such report.
    """
    row = require_report(key)
    return compose_report(
        ReportKind(row.kind),
        row.plan_id,
        as_of=row.as_of,
        known_at=row.known_at,
        written_by=row.recorded_at,
        year=row.year,
    )


def write_passage(key: int, name: str, text: str, *, by: str) -> int:
    """Keep what somebody wrote for a passage of a report and make the report again. Returns the new report's key.

    Raises:
        LookupError: If there is no such report.
        ReportRefusedError: If it has no such passage, or the text is too long.
    """
    row = require_report(key)
    report = report_noun(row)
    text = text.replace("\r\n", "\n").strip()
    if name not in {getattr(block, "passage_name", "") for block in report.blocks} - {""}:
        raise ReportRefusedError(f"the report has no passage {name}")
    if len(text) > MOST_CHARACTERS:
        raise ReportRefusedError(f"the text has {len(text)} characters, more than {MOST_CHARACTERS}")
    at = read_clock()
    cited = find_press().find_cited(text, report.facts)
    with one_transaction():
        keep_passage(row.plan_id, row.kind, row.year, name, text, cited, at, by=by)
        append_audit(by, "passage.written", report_name(key), at, passage=name, characters=len(text))
        # The report speaks for the same moment; only what people wrote is newer.
        again = compose_report(
            ReportKind(row.kind), row.plan_id, as_of=row.as_of, known_at=row.known_at, written_by=at, year=row.year
        )
        kept = keep_report(again, row.plan_id, at, by=by)
        append_audit(by, "report.made", report_name(kept.pk), at, kind=row.kind, year=row.year, digest=kept.digest)
    return int(kept.pk)


def print_report(key: int, form: str) -> tuple[bytes, str]:
    """A kept report as "docx" or "pdf", and a name for the file.

    Raises:
        LookupError: If there is no such report.
    """
    row = require_report(key)
    report, press = report_noun(row), find_press()
    data = press.print_pdf(report) if form == "pdf" else press.print_docx(report, report_name(key), row.body)
    return data, f"{row.title}-{row.as_of}.{form}"


def verify_file(data: bytes, key: int | None = None) -> Verdict:
    """Compare a file with its report and with the registry as it is now.

    Args:
        data: A .docx that people edited.
        key: Of the report, where the file lost its address.

    Raises:
        FileRefusedError: If it is no .docx, or no report is known for it.
    """
    press = find_press()
    finished = press.read_file(data)
    row = _find_row(finished.name, key)
    if row is None and finished.body is None:
        raise FileRefusedError(
            "the file does not say which report it is; choose the report it was made from (lantu report verify FILE --report KEY)"
        )
    report = _decode_body(finished.body) if row is None else report_noun(row)
    faults = press.verify(report, finished, _values_now(report))
    return Verdict(
        name=finished.name if row is None else report_name(row.pk),
        title=report.title,
        is_registered=row is not None,
        is_copy_changed=row is not None and finished.body is not None and digest_report(finished.body) != row.digest,
        faults=faults,
        figures=len(report.facts),
    )


def report_name(key: int) -> str:
    """Address of a report."""
    return f"report/{key}"


def require_report(key: int) -> ReportRow:
    """The report with this key.

    Raises:
        LookupError: If there is none.
    """
    row = find_report(key)
    if row is None:
        raise LookupError(f"there is no report {key}")
    return row


def _find_row(name: str, key: int | None) -> ReportRow | None:
    if key is not None:
        return require_report(key)
    number = name.rpartition("/")[2]
    return find_report(int(number)) if name.startswith("report/") and number.isdecimal() else None


def _decode_body(body: dict[str, Any] | None) -> Report:
    try:
        return decode(Report, body)
    except (BaseValidationError, KeyError, TypeError, ValueError) as error:
        raise FileRefusedError("the copy of the report inside the file cannot be read") from error


def _values_now(report: Report) -> dict[str, str]:
    """Every figure of the plan as the registry knows it now; nothing where the plan is not here."""
    plan = Plan.objects.filter(address=report.plan_address).first()
    if plan is None:
        return {}
    at = read_clock()
    material = gather_material(plan.pk, year=report.year, as_of=max(report.as_of, at.date()), known_at=at)
    return find_press().show_values(material)
