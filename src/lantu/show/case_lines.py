"""Cases as pages print them: state, deadline, lateness, who may do what with one.

In: rows of cases and a request. Out: lines and buttons. Left out on purpose: deciding what may follow; `act.cases` does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lantu.act.cases import HANDLE, Held, counter_from, steps_from
from lantu.act.escalation import find_lateness
from lantu.run.audience import covers_case
from lantu.show.access import may_do, reach_for
from lantu.show.titles import department_name, place_name
from lantu.show.words import word_for
from lantu.store import models

CAUSES: dict[str, Any] = {
    "standing": _("进展"),
    "warning": _("预警"),
    "finding": _("核查"),
    "task": _("任务"),
    "project": _("项目"),
    "hand": _("直接交办"),
}
STATES: dict[str, Any] = {
    "opened": _("待交办"),
    "assigned": _("待签收"),
    "accepted": _("办理中"),
    "answered": _("待销号"),
    "returned": _("退回重办"),
    "closed": _("已销号"),
    "cancelled": _("已撤销"),
}
STEP_WORDS: dict[str, Any] = {
    "open": _("立项"),
    "assign": _("交办"),
    "recall": _("撤回交办"),
    "decline": _("申请退办"),
    "undecline": _("撤回退办"),
    "accept": _("签收"),
    "unaccept": _("撤销签收"),
    "ask_extension": _("申请延期"),
    "withdraw_ask": _("撤回延期申请"),
    "grant_extension": _("同意延期"),
    "ungrant": _("撤销同意延期"),
    "refuse_extension": _("不同意延期"),
    "unrefuse": _("撤销不同意延期"),
    "answer": _("反馈"),
    "withdraw_answer": _("撤回反馈"),
    "send_back": _("退回重办"),
    "keep": _("收回退回"),
    "close": _("销号"),
    "reopen": _("撤销销号"),
    "cancel": _("撤销事项"),
    "restore": _("恢复事项"),
}
LATENESS: dict[str, Any] = {
    "soon": _("快到期"),
    "urge": _("催办"),
    "notify": _("通报"),
    "interview": _("约谈"),
}


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case of a list."""

    key: int
    href: str
    address: str
    title: str
    cause: str
    cause_word: str
    place: str
    place_code: str
    department: str
    department_code: str
    state: str
    state_word: str
    is_open: bool
    is_waiting: bool
    due_on: date | None
    is_due_exact: bool
    days_left: int
    lateness: str
    lateness_word: str
    has_asked: bool

    @property
    def is_late(self) -> bool:
        """Whether the last day is past."""
        return self.lateness not in ("", "soon")

    @property
    def is_soon(self) -> bool:
        """Whether the last day is near."""
        return self.lateness == "soon"


@dataclass(frozen=True, slots=True)
class Button:
    """A step, or the way to take one back, with what it asks for."""

    name: str
    word: str
    is_counter: bool
    note: str
    has_department: bool
    day: str


def build_case_lines(cases: Iterable[models.Case]) -> list[CaseLine]:
    """Lines in the order given."""
    today = timezone.localdate()
    return [build_case_line(case, today) for case in cases]


def build_case_line(case: models.Case, today: date) -> CaseLine:
    """One case as it stands today; a case that was answered is late no longer."""
    is_waiting = case.state in ("assigned", "accepted", "returned")
    late = find_lateness(case.due_on, today) if case.due_on and is_waiting else None
    return CaseLine(
        key=case.pk,
        href=reverse("case", args=[case.pk]),
        address=case.address,
        title=case.title,
        cause=case.cause_kind,
        cause_word=word_for(CAUSES, case.cause_kind),
        place=place_name(case.place),
        place_code=case.place_id,
        department=department_name(case.department) if case.department else "",
        department_code=case.department_id or "",
        state=case.state,
        state_word=word_for(STATES, case.state),
        is_open=case.is_open,
        is_waiting=is_waiting,
        due_on=case.due_on,
        is_due_exact=case.is_due_exact,
        days_left=late.days_left if late else 0,
        lateness=late.name if late else "",
        lateness_word=word_for(LATENESS, late.name) if late and late.name else "",
        has_asked=case.asked_until is not None,
    )


def may_do_case(request: HttpRequest, case: models.Case, action: str) -> bool:
    """Whether whoever asks may do that with a case."""
    return may_do(request, action) and covers_case(reach_for(request, action), case, action)


def build_buttons(request: HttpRequest, case: models.Case, held: tuple[Held, ...]) -> list[Button]:
    """What whoever asks may do with a case now; a way back last."""
    buttons = [
        Button(
            step.name,
            word_for(STEP_WORDS, step.name),
            False,
            "needed" if step.needs_note else "" if step.name in ("accept", "assign") else "free",
            step.name == "assign",
            {"assign": "count", "ask_extension": "needed", "grant_extension": "free", "send_back": "free"}.get(
                step.name, ""
            ),
        )
        for step in steps_from(held)
        if may_do_case(request, case, step.action)
    ]
    back = counter_from(held)
    if back is not None and may_do_back(request, case, back.action):
        note = "needed" if back.is_counter_noted else "free"
        buttons.append(Button(back.counter, word_for(STEP_WORDS, back.counter), True, note, False, ""))
    return buttons


def may_do_back(request: HttpRequest, case: models.Case, action: str) -> bool:
    """The same for taking a step back: a case that was declined has no department, so whoever handled one takes part."""
    if action == HANDLE and case.department is None:
        declined = case.steps.filter(undone_by__isnull=True, undoes__isnull=True).order_by("-id")[1:2]
        department = models.Department.objects.filter(pk__in=[s.department_code for s in declined]).first()
        return department is not None and may_do(request, action, department.place_id, department.pk)
    return may_do_case(request, case, action)
