"""Arrows of a sheet: what is typed in it, evidence, and each step of its approval.

In: a sheet, and what somebody does with it. Out: rows and one audit row each; on acceptance a batch of observations,
which stops counting when the acceptance is taken back. Left out on purpose: who may; pages ask the policy with the
action the step names. One thing is decided here, because only the sheet's own steps tell it: nobody reviews what
they submitted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lantu.act.approval import COUNTING, EDITABLE, STEPS, find_refusal
from lantu.check.match import match_indicator
from lantu.core.absence import Absence
from lantu.core.definition import Definition
from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import Comparator
from lantu.core.observation import Observation, Source, Status
from lantu.core.quantity import Quantity, format_amount, parse_unit
from lantu.core.time import Period
from lantu.run.catalogue import load_catalogue
from lantu.run.clock import read_clock, today_in_china
from lantu.run.jobs import queue_remeasuring
from lantu.run.messages import tell_sheet_step
from lantu.sense.answers import pick_answers
from lantu.sense.drafts import Draft, read_draft
from lantu.sense.evidence import identify_evidence
from lantu.sense.identities import check_identities, read_identities
from lantu.sense.returns import read_returns
from lantu.store import models
from lantu.store.audit import append_audit
from lantu.store.fetch.filing import (
    drafts_of,
    find_evidence,
    find_sheet,
    last_drafts,
    steps_of,
    task_keys_of,
    tasks_of,
    values_of,
)
from lantu.store.keep.filing import (
    Typed,
    keep_drafts,
    keep_evidence,
    keep_step,
    lock_sheet,
    set_batch,
    withdraw_batch,
    withdraw_evidence,
)
from lantu.store.keep.plans import keep_document
from lantu.store.keep.returns import RowCounts, keep_batch, keep_observations
from lantu.store.known import known_definitions
from lantu.store.transactions import one_transaction


class FilingRefusedError(ValueError):
    """The step or change is not possible; `code` says why.

    Attributes:
        code: unknown, state, note, same_person, errors, warnings, typed or file.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class CheckedCell:
    """One question with its answer, read and checked.

    Attributes:
        task: The question.
        typed: What was typed last, or None.
        quantity: The figure, or None.
        diagnostics: What is wrong with it; warnings with a reason count as answered.
    """

    task: models.ReportingTask
    typed: models.DraftFigure | None
    quantity: Quantity | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_overruled(self) -> bool:
        """Whether somebody said why the warnings do not hold."""
        return self.typed is not None and bool(self.typed.override_reason.strip())

    @property
    def has_errors(self) -> bool:
        """Whether something is wrong that nobody can overrule."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)

    @property
    def has_open_warnings(self) -> bool:
        """Whether there is a warning without a reason."""
        return not self.is_overruled and any(d.severity is Severity.WARNING for d in self.diagnostics)


def check_sheet(sheet: models.ReturnSheet) -> tuple[CheckedCell, ...]:
    """Every question of a sheet with its answer and what speaks against it."""
    definitions = {d.code: d for d in known_definitions()}
    tasks, typed = tasks_of(sheet), drafts_of(sheet)
    rules, _ = read_identities(sheet.workflow.rules)
    named = {code for rule in rules for code in rule.codes()}
    series = values_of({*(t.indicator_code for t in tasks), *named}, sheet.place_id)
    period = Period(sheet.period_start, sheet.period_end)
    cells: list[CheckedCell] = []
    for task in tasks:
        history = [(p, a) for p, a in series.get(task.indicator_code, ()) if p != period]
        cells.append(_check_cell(task, typed.get(task.pk), definitions.get(task.indicator_code), period, history))
    figures = _known_figures(series, definitions, period) | {
        c.task.indicator_code: c.quantity for c in cells if c.quantity is not None
    }
    for breach in check_identities(rules, figures):
        rule = next(r for r in rules if r.text == breach.about)
        place = next((i for i, c in enumerate(cells) if c.task.indicator_code in rule.codes()), None)
        if place is not None:
            cell = cells[place]
            cells[place] = CheckedCell(cell.task, cell.typed, cell.quantity, (*cell.diagnostics, breach))
    return tuple(cells)


def _check_cell(
    task: models.ReportingTask,
    typed: models.DraftFigure | None,
    definition: Definition | None,
    period: Period,
    history: Sequence[tuple[Period, Decimal]],
) -> CheckedCell:
    if definition is None:
        gone = Diagnostic("S005", Severity.ERROR, f"{task.indicator_code} is not defined any more", about="")
        return CheckedCell(task, typed, None, (gone,))
    draft = Draft(typed.value, typed.numerator, typed.denominator, typed.unit) if typed else Draft()
    quantity, diagnostics = read_draft(draft, definition, period, history)
    return CheckedCell(task, typed, quantity, diagnostics)


def _known_figures(
    series: Mapping[str, Sequence[tuple[Period, Decimal]]], definitions: Mapping[str, Definition], period: Period
) -> dict[str, Quantity]:
    return {
        code: Quantity(amount.normalize(), parse_unit(definitions[code].unit))
        for code, figures in series.items()
        for p, amount in figures
        if p == period and code in definitions
    }


def save_drafts(
    sheet_key: int, typed: Mapping[int, Typed], *, by: str, is_strict: bool = False, is_part: bool = False
) -> int:
    """Keep what was typed where it differs from what is there. Returns how many answers changed.

    Args:
        sheet_key: Of the sheet.
        typed: Answers by key of the question.
        by: Who.
        is_strict: Whether an answer to what the sheet does not ask is refused, not left out.
        is_part: Whether a refusal is to undo the caller's transaction, too.

    Raises:
        FilingRefusedError: If the sheet is not open, or an answer is refused.
    """
    at = read_clock()
    with one_transaction(is_part=is_part):
        sheet = _open_sheet(sheet_key)
        own = task_keys_of(sheet) & typed.keys()
        if is_strict and (strange := sorted(typed.keys() - own)):
            raise FilingRefusedError("unknown", f"the sheet does not ask {', '.join(map(str, strange[:10]))}")
        last = last_drafts(own)
        changed = [(k, t) for k, t in typed.items() if k in own and t != _typed_of(last.get(k))]
        if changed:
            keep_drafts(changed, at, by=by)
            append_audit(by, "return.typed", name_sheet(sheet), at, sheet=sheet.pk, answers=len(changed))
    return len(changed)


def _typed_of(row: models.DraftFigure | None) -> Typed:
    if row is None:
        return Typed()
    return Typed(row.value, row.numerator, row.denominator, row.unit, row.status, row.note, row.override_reason)


def _open_sheet(key: int) -> models.ReturnSheet:
    sheet = lock_sheet(key)
    if sheet is None:
        raise FilingRefusedError("unknown", f"there is no sheet {key}")
    if sheet.state not in EDITABLE:
        raise FilingRefusedError("state", f"the sheet is {sheet.state}; take the step back to change it")
    return sheet


def read_workbook_into(sheet_key: int, data: bytes, name: str, *, by: str) -> tuple[int, tuple[Diagnostic, ...]]:
    """Take the answers from a filled-in file. Returns how many changed, and what was wrong with which row.

    Raises:
        FilingRefusedError: If the sheet is not open.
    """
    observations, diagnostics, _ = read_returns(data, name, load_catalogue(), match=match_indicator)
    sheet = find_sheet(sheet_key)
    if sheet is None:
        raise FilingRefusedError("unknown", f"there is no sheet {sheet_key}")
    period = Period(sheet.period_start, sheet.period_end)
    tasks, last = {task.indicator_code: task for task in tasks_of(sheet)}, drafts_of(sheet)
    answers, strange = pick_answers(observations, tasks, sheet.place_id, period, name)
    typed = {tasks[code].pk: _type_answer(o, last.get(tasks[code].pk)) for code, o in answers.items()}
    unanswered = [d for d in diagnostics if d.code != "S016"]  # a row that was left blank is not wrong
    return save_drafts(sheet_key, typed, by=by), (*unanswered, *strange)


def _type_answer(o: Observation, before: models.DraftFigure | None) -> Typed:
    reason = before.override_reason if before else ""
    if isinstance(o.quantity, Absence):
        return Typed(note=o.note, override_reason=reason)
    bound = "" if o.bound is Comparator.EQUAL else str(o.bound)
    value, unit = f"{bound}{format_amount(o.quantity.amount)}", o.quantity.unit.symbol
    return Typed(value, unit=unit, status=str(o.status), note=o.note, override_reason=reason)


def attach_evidence(sheet_key: int, data: bytes, name: str, *, by: str) -> int:
    """Keep a file beside an open sheet. Returns its key.

    Raises:
        FilingRefusedError: If the sheet is not open or the file is not taken.
    """
    kind, diagnostics = identify_evidence(data, name)
    if not kind:
        raise FilingRefusedError("file", diagnostics[0].message)
    at = read_clock()
    with one_transaction():
        sheet = _open_sheet(sheet_key)
        evidence = keep_evidence(sheet, keep_document(data, name, at), name, at, by=by)
        append_audit(by, "evidence.attached", name_sheet(sheet), at, sheet=sheet.pk, document=evidence.document_id)
    return int(evidence.pk)


def take_evidence_back(key: int, *, by: str) -> None:
    """Take a file off an open sheet; it stays in the registry.

    Raises:
        FilingRefusedError: If the sheet is not open.
    """
    evidence = find_evidence(key)
    if evidence is None:
        raise FilingRefusedError("unknown", f"there is no evidence {key}")
    at = read_clock()
    with one_transaction():
        sheet = _open_sheet(evidence.sheet_id)
        withdraw_evidence(evidence, at)
        append_audit(by, "evidence.withdrawn", name_sheet(sheet), at, sheet=sheet.pk, document=evidence.document_id)


def take_step(sheet_key: int, step: str, *, note: str = "", by: str) -> str:
    """Take one step of the approval. Returns the state after it.

    Raises:
        FilingRefusedError: If it cannot be taken; nothing was changed.
    """
    at = read_clock()
    with one_transaction():
        sheet = lock_sheet(sheet_key)
        if sheet is None:
            raise FilingRefusedError("unknown", f"there is no sheet {sheet_key}")
        if code := find_refusal(sheet.state, step, note):
            raise FilingRefusedError(code, f"{step} is not possible: the sheet is {sheet.state}")
        before, after = sheet.state, STEPS[step].after
        _check_step(sheet, step, by)
        keep_step(sheet, step, after, note.strip(), at, by=by)
        if (before in COUNTING) != (after in COUNTING):
            _count(sheet, after in COUNTING, by)
        append_audit(by, f"return.{step}", name_sheet(sheet), at, sheet=sheet.pk, before=before, after=after)
        tell_sheet_step(sheet, step, note.strip(), at)
    return after


def _check_step(sheet: models.ReturnSheet, step: str, by: str) -> None:
    steps = steps_of(sheet)
    if step == "submit":
        cells = check_sheet(sheet)
        if any(cell.has_errors for cell in cells):
            raise FilingRefusedError("errors", "there are figures with errors")
        if any(cell.has_open_warnings for cell in cells):
            raise FilingRefusedError("warnings", "there are warnings without a reason")
    if step == "review" and by == next((s.actor for s in steps if s.step == "submit"), None):
        raise FilingRefusedError("same_person", "whoever submitted does not review")
    if step == "keep" and any(row.recorded_at > steps[0].recorded_at for row in drafts_of(sheet).values()):
        raise FilingRefusedError("typed", "figures were typed since the sheet was sent back")


def _count(sheet: models.ReturnSheet, is_counting: bool, by: str) -> None:
    """Let the figures count from now on, or no longer; measuring follows once this is committed."""
    at = read_clock()
    if is_counting:
        set_batch(sheet, _make_batch(sheet, by))
    elif sheet.batch is not None:
        withdraw_batch(sheet.batch, at)
        set_batch(sheet, None)
    queue_remeasuring(name_sheet(sheet), by=by, only_figures=True)


def _make_batch(sheet: models.ReturnSheet, by: str) -> models.ReturnBatch:
    at, cells = read_clock(), [cell for cell in check_sheet(sheet) if cell.quantity is not None]
    count = sum(step.step == "accept" for step in steps_of(sheet))
    # The count tells a figure accepted anew from the one that was taken back.
    name = f"{name_sheet(sheet)} #{count}"
    period = Period(sheet.period_start, sheet.period_end)
    observations = [
        Observation(
            id="",
            indicator_code=cell.task.indicator_code,
            place_code=sheet.place_id,
            period=period,
            quantity=cell.quantity,
            bound=Comparator.EQUAL,
            status=Status(cell.typed.status),
            source=Source("return", name, row),
            published_on=today_in_china(),
            note=cell.typed.note,
        )
        for row, cell in enumerate(cells, start=2)
        if cell.quantity is not None and cell.typed is not None
    ]
    lines = ["indicator_code,place_code,period,value,unit"]
    lines += [f"{o.indicator_code},{o.place_code},{o.period},{_write_figure(o)}" for o in observations]
    document = keep_document("\n".join([f"# {name}", *lines, ""]).encode(), name, at)
    counts = RowCounts(len(cells), len(observations), 0, 0)
    batch = keep_batch(document, name, by, counts, at)
    keep_observations(batch, observations, at)
    return batch


def _write_figure(o: Observation) -> str:
    return "," if isinstance(o.quantity, Absence) else f"{format_amount(o.quantity.amount)},{o.quantity.unit.symbol}"


def name_sheet(sheet: models.ReturnSheet) -> str:
    """A sheet in a line: place, department, period, workflow."""
    period = Period(sheet.period_start, sheet.period_end)
    return f"{sheet.place.name} {sheet.department.name} {period} {sheet.workflow.name}"
