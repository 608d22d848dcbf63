"""Arrows that ask for figures: workflows, and the sheets of a period.

In: what is wanted regularly, of which places and when. Out: one sheet for each place and department, with the
questions nobody can compute and nobody was asked before. Left out on purpose: sending letters; the list of sheets
is the reminder.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lantu.act.asking import Omission, Question, plan_questions
from lantu.act.deadlines import add_working_days
from lantu.core.place import LEVELS, Place, index_places, walk_up
from lantu.core.time import Period
from lantu.run.clock import read_clock, today_in_china
from lantu.sense.identities import read_identities
from lantu.store.audit import append_audit
from lantu.store.fetch.departments import owners_on
from lantu.store.fetch.filing import codes_asked, codes_reported, find_workflow
from lantu.store.keep.filing import WorkflowFacts, keep_sheet, keep_workflow
from lantu.store.known import known_definitions, known_places
from lantu.store.transactions import one_transaction

GRAINS = ("year", "half", "quarter", "month")


class AskingRefusedError(ValueError):
    """The request makes no sense; `code` says why.

    Attributes:
        code: unknown, indicator, rule, place, grain or dates.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """What was asked of one place, or would be.

    Attributes:
        place_code: The place.
        by_department: Questions of each department.
        omissions: What is not asked, with the reason; `unowned` where nobody answers for it.
    """

    place_code: str
    by_department: tuple[tuple[str, tuple[Question, ...]], ...]
    omissions: tuple[Omission, ...]


def open_workflow(facts: WorkflowFacts, *, by: str) -> int:
    """Keep a workflow, or its next version. Returns its key.

    Raises:
        AskingRefusedError: If an indicator, place, level or rule is not understood.
    """
    if facts.grain not in GRAINS or facts.due_working_days < 0:
        raise AskingRefusedError("grain", f"{facts.grain} is no period, or the deadline lies before its end")
    if facts.place_code not in index_places(known_places()) or facts.accepting_level not in LEVELS:
        raise AskingRefusedError("place", f"{facts.place_code} or {facts.accepting_level} is not known")
    known = {definition.code for definition in known_definitions()}
    rules, wrong = read_identities(facts.rules)
    named = {*facts.codes, *(code for rule in rules for code in rule.codes())}
    if wrong:
        raise AskingRefusedError("rule", wrong[0].message)
    if not facts.codes or named - known:
        raise AskingRefusedError("indicator", f"not known: {', '.join(sorted(named - known)) or 'no indicator'}")
    at = read_clock()
    with one_transaction():
        workflow = keep_workflow(facts, at, by=by)
        append_audit(by, "workflow.kept", facts.code, at, indicators=len(facts.codes), place=facts.place_code)
    return int(workflow.pk)


def preview_asking(workflow_key: int, place_codes: Iterable[str], period: Period) -> tuple[PlaceAsked, ...]:
    """What `ask_for_period` would ask.

    Raises:
        AskingRefusedError: If there is no such workflow.
    """
    workflow = find_workflow(workflow_key)
    if workflow is None:
        raise AskingRefusedError("unknown", f"there is no workflow {workflow_key}")
    definitions = {definition.code: definition for definition in known_definitions()}
    owners = owners_on(today_in_china())
    asked = []
    for place in place_codes:
        questions, omissions = plan_questions(
            workflow.codes, definitions, codes_reported(place, period), codes_asked(place, period)
        )
        by_department: dict[str, list[Question]] = defaultdict(list)
        unowned = []
        for question in questions:
            # a part that is asked for a ratio goes to whoever answers for it, else to whoever answers for the ratio
            owner = owners.get(("indicator", question.code, place)) or owners.get(
                ("indicator", question.asked_for, place)
            )
            if owner is None:
                unowned.append(Omission(question.code, "unowned"))
            else:
                by_department[owner.department_id].append(question)
        groups = tuple((code, tuple(asked_of)) for code, asked_of in sorted(by_department.items()))
        asked.append(PlaceAsked(place, groups, (*omissions, *unowned)))
    return tuple(asked)


def ask_for_period(workflow_key: int, place_codes: Iterable[str], period: Period, *, by: str) -> tuple[PlaceAsked, ...]:
    """Make the sheets of a period. What was asked before is not asked again, so asking twice adds nothing.

    Raises:
        AskingRefusedError: If there is no such workflow, or a place lies outside its own.
    """
    places = index_places(known_places())
    wanted = tuple(dict.fromkeys(place_codes))
    at = read_clock()
    with one_transaction():
        workflow = find_workflow(workflow_key)
        if workflow is None:
            raise AskingRefusedError("unknown", f"there is no workflow {workflow_key}")
        for code in wanted:
            if workflow.place_id not in {place.code for place in walk_up(code, places)}:
                raise AskingRefusedError("place", f"{code} does not lie in {workflow.place_id}")
        # Locks out a second asker until the first one's questions are written.
        append_audit(by, "returns.asked", workflow.code, at, places=list(wanted), period=str(period))
        asked = preview_asking(workflow_key, wanted, period)
        due = add_working_days(period.end, workflow.due_working_days)
        for part in asked:
            for department, questions in part.by_department:
                keep_sheet(
                    workflow, part.place_code, accepting_place(part.place_code, workflow.accepting_level, places),
                    department, period, due.on, due.is_exact, [(q.code, q.asked_for) for q in questions], at,
                )  # fmt: skip
    return asked


def accepting_place(place_code: str, level: str, places: dict[str, Place]) -> str:
    """The place of the accepting level that a place lies in, else the place itself."""
    return next((place.code for place in walk_up(place_code, places) if place.level == level), place_code)
