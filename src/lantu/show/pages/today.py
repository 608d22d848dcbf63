"""今日工作: what waits for whoever signed in, first page after signing in.

In: who asks. Out: boxes: returns due, to review, to accept; cases to act on and to end; tasks to confirm and reports on
them to accept; owners to confirm; targets behind. Left out on purpose: doing any of it; each line leads to its page.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantu.act.cases import HANDLE, SUPERVISE
from lantu.core.time import Period
from lantu.run.audience import covers_case, covers_sheet, is_escalated_to
from lantu.run.policy import Reach
from lantu.show.access import OWN, needs, reach_for
from lantu.show.case_lines import CaseLine, build_case_lines
from lantu.show.lines import TargetLine, build_lines
from lantu.show.numbers import write_period
from lantu.show.pages.sheets import SheetLine, list_lines
from lantu.show.target_filter import list_targets
from lantu.store.fetch.cases import list_cases
from lantu.store.fetch.departments import owners_on
from lantu.store.fetch.filing import list_sheets
from lantu.store.fetch.heads import leaders_by_department
from lantu.store.fetch.indicators import definitions_by_code
from lantu.store.fetch.projects import project_reports_waiting, project_setting
from lantu.store.fetch.standings import targets_by_key
from lantu.store.fetch.tasks import reports_waiting
from lantu.store.outer_settings import whom_to_ask

MOST = 12
"""Lines of a box; the list behind it has them all."""


@dataclass(frozen=True, slots=True)
class Box:
    """One kind of work."""

    title: str
    count: int
    href: str
    sheets: tuple[SheetLine, ...] = ()
    targets: tuple[TargetLine, ...] = ()
    cases: tuple[CaseLine, ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()
    note: str = ""


@needs(OWN)
def today(request: HttpRequest) -> HttpResponse:
    """The page."""
    boxes = [
        box
        for box in (
            escalation_box(request),
            *case_boxes(request),
            *sheet_boxes(request),
            *task_boxes(request),
            owner_box(request),
            target_box(request),
        )
        if box is not None
    ]
    context: dict[str, Any] = {
        "boxes": boxes,
        "waiting": sum(box.count for box in boxes),
        "day": timezone.localdate(),
        "has_roles": reach_for(request, "read").covers(),
        "ask": whom_to_ask(),
    }
    return render(request, "lantu/today.html", context)


def escalation_box(request: HttpRequest) -> Box | None:
    """What is so late that it has come up to whoever asks: the same that messages tell them of."""
    day = timezone.localdate()

    def reach(action: str) -> Reach:
        return reach_for(request, action)

    led = {code for code, people in leaders_by_department(day).items() if request.user.pk in people}
    cases = [c for c in list_cases(is_open=True) if is_escalated_to(reach, c, day, led)]
    sheets = [s for s in list_sheets() if is_escalated_to(reach, s, day, led)]
    if not cases and not sheets:
        return None
    href = reverse("cases") if cases else reverse("sheets")
    return Box(
        _("逾期升级到我这里的"), len(cases) + len(sheets), href, tuple(list_lines(sheets[:MOST])),
        cases=tuple(build_case_lines(cases[:MOST])),
    )  # fmt: skip


def case_boxes(request: HttpRequest) -> list[Box | None]:
    """Cases the own department has to act on, and those whoever supervises has to assign, decide or end."""
    found, href = list_cases(is_open=True), reverse("cases")

    def box(title: str, action: str, states: tuple[str, ...], *, has_asked: bool = False) -> Box | None:
        reach = reach_for(request, action)
        if not reach.covers():
            return None
        own = [
            c for c in found
            if (c.state in states or (has_asked and c.asked_until)) and covers_case(reach, c, action)
        ]  # fmt: skip
        return Box(title, len(own), href, cases=tuple(build_case_lines(own[:MOST])))

    return [
        box(_("要办的督办事项"), HANDLE, ("assigned", "accepted", "returned")),
        box(_("要交办、批延期和销号的"), SUPERVISE, ("opened", "answered"), has_asked=True),
    ]


def task_boxes(request: HttpRequest) -> list[Box | None]:
    """Reports on tasks that wait to be accepted."""
    reach = reach_for(request, "plan_work")
    if not reach.covers():
        return []
    waiting = [r for r in reports_waiting() if reach.covers(r.task.place_id)]
    links = tuple(
        (r.task.name, reverse("task", args=[r.task_id]), write_period(Period(r.period_start, r.period_end)))
        for r in waiting[:MOST]
    )
    return [Box(_("要认定的任务报告"), len(waiting), reverse("tasks"), links=links), _project_box(reach)]


def _project_box(reach: Reach) -> Box:
    """Reports on projects that wait to be accepted."""
    waiting = [(r, setting) for r in project_reports_waiting() if (setting := project_setting(r.project_id))]
    own = [r for r, setting in waiting if reach.covers(setting.place_id)]
    links = tuple(
        (r.project.name, reverse("project", args=[r.project_id]), write_period(Period(r.period_start, r.period_end)))
        for r in own[:MOST]
    )
    return Box(_("要认定的项目报告"), len(own), reverse("projects"), links=links)


def sheet_boxes(request: HttpRequest) -> list[Box | None]:
    """Sheets to fill in, to review and to accept."""
    found, all_sheets = list_sheets(), reverse("sheets")

    def box(title: str, action: str, states: tuple[str, ...]) -> Box | None:
        reach = reach_for(request, action)
        if not reach.covers():
            return None
        own = [s for s in found if s.state in states and covers_sheet(reach, s, action)]
        return Box(title, len(own), f"{all_sheets}?state={states[0]}", tuple(list_lines(own[:MOST])))

    return [
        box(_("要填报的"), "fill_return", ("draft", "returned")),
        box(_("要审核的"), "review_return", ("submitted",)),
        box(_("要认定的"), "accept_return", ("reviewed",)),
    ]


def owner_box(request: HttpRequest) -> Box | None:
    """Guessed owners that wait to be confirmed."""
    reach = reach_for(request, "plan_work")
    if not reach.covers():
        return None
    guessed = [o for o in owners_on(timezone.localdate()).values() if o.is_guessed and reach.covers(o.place_id)]
    note = _("还有 %(n)s 项责任部门是推定的。") % {"n": len(guessed)} if guessed else ""
    return Box(_("要确认的责任部门"), len(guessed), reverse("owners"), note=note)


def target_box(request: HttpRequest) -> Box | None:
    """Targets behind or missed, in the places whoever asks may read."""
    reach = reach_for(request, "read")
    if not reach.covers():
        return None
    late = [t.row.key for t in list_targets() if t.is_late and reach.covers(t.row.place_code)]
    lines = build_lines(targets_by_key(late[:MOST]), definitions_by_code())
    return Box(_("滞后和未实现的目标"), len(late), reverse("overview"), targets=tuple(lines))
