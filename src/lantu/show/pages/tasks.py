"""任务分解: the tasks of all plans with who leads them and how they stand, and taking over those of a plan.

In: filters, or a plan. Out: a list. Left out on purpose: one task; `task` has it.
"""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantu.core.standing import Class
from lantu.core.task import TaskStanding
from lantu.run.tasks import TaskRefusedError, stand_tasks, take_tasks
from lantu.show.access import check_may, needs, reach_for
from lantu.show.addresses import link_entry
from lantu.show.numbers import write_share
from lantu.show.refusals import explain_refusal
from lantu.show.titles import department_name, place_name, plan_title
from lantu.show.unread import heed
from lantu.show.warning_lines import Choice
from lantu.show.words import CLASSES, word_for
from lantu.store import models
from lantu.store.fetch.breakdowns import find_plan
from lantu.store.fetch.departments import find_department
from lantu.store.fetch.plans import list_plans
from lantu.store.fetch.tasks import KnownTask


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task of a list."""

    key: int
    name: str
    plan: str
    plan_key: int
    sentence_href: str
    place: str
    lead: str
    lead_code: str
    bodies: str
    is_guessed: bool
    due_on: date
    klass: str
    word: str
    done: str
    elapsed: str
    data_date: date | None
    late: tuple[str, ...]
    next_name: str
    next_on: date | None


@needs("read")
def tasks(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by plan, department and class."""
    reach = reach_for(request, "read")
    found = [(t, s) for t, s in stand_tasks(timezone.localdate()) if reach.covers(t.row.place_id)]
    lines = [build_task_line(task, standing) for task, standing in found]
    unread = heed(request, {"plan": str.isdecimal, "lead": find_department, "class": set(Class)})
    asked = {name: request.GET.get(name, "") for name in ("plan", "lead", "class")}
    shown = [
        line
        for line in lines
        if asked["plan"] in ("", str(line.plan_key))
        and asked["lead"] in ("", line.lead_code)
        and asked["class"] in ("", line.klass)
        and (request.GET.get("guessed") != "1" or line.is_guessed)
    ]
    plans_of_tasks = {line.plan_key: line.plan for line in lines}
    leads = {line.lead_code: line.lead for line in lines if line.lead_code}
    planner = reach_for(request, "plan_work")
    places = {task.row.pk: task.row.place_id for task, _standing in found}
    context = {
        "unread": unread,
        "lines": shown,
        "total": len(lines),
        "batch": "confirm_many_tasks",
        "pickable": {x.key for x in shown if x.is_guessed and x.lead_code and planner.covers(places[x.key])},
        "guessed": sum(line.is_guessed for line in lines),
        "only_guessed": request.GET.get("guessed") == "1",
        "plans": [Choice(str(k), word, asked["plan"] == str(k)) for k, word in sorted(plans_of_tasks.items())],
        "leads": [Choice(code, word, asked["lead"] == code) for code, word in sorted(leads.items())],
        "classes": [Choice(str(c), word_for(CLASSES, c), asked["class"] == str(c)) for c in Class],
        "takable": [(p.pk, plan_title(p)) for p in list_plans() if planner.covers(p.place_id)],
    }
    return render(request, "lantu/tasks.html", context)


@require_POST
@needs("plan_work")
def take_plan_tasks(request: HttpRequest, key: int) -> HttpResponse:
    """Take over the tasks the reader found in a plan."""
    plan = find_plan(key)
    if plan is None:
        raise Http404
    check_may(request, "plan_work", plan.place_id)
    try:
        taken = take_tasks(key, by=request.user.get_username())
        messages.info(request, _("接过 %(n)s 项任务。") % {"n": taken})
    except TaskRefusedError as error:
        messages.error(request, explain_refusal(error.code))
    return redirect("tasks")


def build_task_line(task: KnownTask, standing: TaskStanding) -> TaskLine:
    """One task."""
    row, setting = task.row, task.setting
    ahead = [w for w in task.facts.waypoints if w.reached_on is None]
    return TaskLine(
        key=row.pk,
        name=row.name,
        plan=plan_title(row.plan),
        plan_key=row.plan_id,
        sentence_href=link_task_text(row),
        place=place_name(row.place),
        lead=department_name(setting.lead) if setting.lead else "",
        lead_code=setting.lead_id or "",
        bodies="、".join(row.bodies),
        is_guessed=setting.is_guessed,
        due_on=setting.due_on,
        klass=str(standing.klass),
        word=word_for(CLASSES, standing.klass),
        done=write_share(standing.done) if standing.done is not None else "",
        elapsed=write_share(standing.elapsed) if standing.elapsed is not None else "",
        data_date=standing.data_date,
        late=standing.late,
        next_name=ahead[0].name if ahead else "",
        next_on=ahead[0].due_on if ahead else None,
    )


def link_task_text(row: models.Task) -> str:
    """The plan's words, in the version the task was taken from."""
    return link_entry(row.plan_id, row.entry.entry_id, None, row.entry.version.number)
