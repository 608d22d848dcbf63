"""重大项目: the projects of all plans with whose they are, how much, how far; as a table and CSV; taking over a plan's.

In: filters, or a plan. Out: a list. Left out on purpose: one project; `project` has it.
"""

import csv
from datetime import date
from io import StringIO
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantu.core.standing import Class
from lantu.run.projects import ProjectRefusedError, stand_projects, take_projects
from lantu.show.access import check_may, needs, reach_for
from lantu.show.project_lines import STAGES, ProjectLine, build_project_line
from lantu.show.refusals import explain_refusal
from lantu.show.titles import plan_title
from lantu.show.unread import heed
from lantu.show.warning_lines import Choice
from lantu.show.words import CLASSES, word_for
from lantu.store.fetch.breakdowns import find_plan
from lantu.store.fetch.departments import find_department
from lantu.store.fetch.indicators import places_by_code
from lantu.store.fetch.plans import list_plans

NOT_REPORTED = "none"
"""Stage of the filter for projects nothing was accepted of."""
FIELDS = {
    "plan": lambda line: str(line.plan_key),
    "place": lambda line: line.place_code,
    "lead": lambda line: line.lead_code,
    "stage": lambda line: line.stage or NOT_REPORTED,
    "class": lambda line: line.klass,
    "due": lambda line: line.due,
}


@needs("read")
def projects(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by plan, place, department, stage, due year and class."""
    lines = list_lines(request)
    unread = heed(
        request,
        {
            "plan": str.isdecimal,
            "place": places_by_code(),
            "lead": find_department,
            "stage": {*STAGES, NOT_REPORTED},
            "class": set(Class),
            "due": lambda due: due[:4].isdecimal(),
        },
    )
    shown = pick_lines(request, lines)
    planner = reach_for(request, "plan_work")

    def offer(name: str, pairs: Any) -> list[Choice]:
        wanted = request.GET.get(name, "")
        return [Choice(code, str(word), code == wanted) for code, word in pairs]

    has_unreported = any(not line.stage for line in lines)
    stages = [(code, word) for code, word in STAGES.items() if any(line.stage == code for line in lines)]
    context = {
        "unread": unread,
        "lines": shown,
        "total": len(lines),
        "presumed": sum(line.is_presumed for line in lines),
        "only_presumed": request.GET.get("presumed") == "1",
        "plans": offer("plan", sorted({(str(line.plan_key), line.plan) for line in lines})),
        "places": offer("place", sorted({(line.place_code, line.place) for line in lines})),
        "leads": offer("lead", sorted({(line.lead_code, line.lead) for line in lines if line.lead})),
        "stages": offer("stage", [*stages, *([(NOT_REPORTED, _("未报"))] if has_unreported else [])]),
        "dues": offer("due", sorted({(line.due, line.due) for line in lines if line.due})),
        "classes": offer("class", [(str(c), word_for(CLASSES, c)) for c in Class]),
        "export": f"{reverse('projects_table')}?{request.GET.urlencode()}",
        "takable": [(p.pk, plan_title(p)) for p in list_plans() if planner.covers(p.place_id)],
    }
    return render(request, "lantu/projects.html", context)


@needs("read")
def projects_table(request: HttpRequest) -> HttpResponse:
    """All that the filters leave, as CSV with a byte-order mark, so that spreadsheets know it is UTF-8."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [_("项目"), _("规划"), _("地区"), _("牵头部门"), _("待确认"), _("建成"), _("规划所印"), _("总投资（亿元）"),
         _("规划所印"), _("建设规模"), _("阶段"), _("数据日期"), _("本年计划（亿元）"), _("本年完成（亿元）"),
         _("完成率"), _("超时序（百分点）"), _("形象进度"), _("进展"), _("依据")]
    )  # fmt: skip
    for line in pick_lines(request, list_lines(request)):
        writer.writerow(
            [line.name, line.plan, line.place, line.lead, _("是") if line.is_presumed else "", line.due,
             line.due_from.text if line.due_from else "", _plain(line.total),
             _plain(line.total_from.text) if line.total_from else "", line.scope, line.stage_word, line.data_date or "",
             _plain(line.planned), _plain(line.invested), line.completion, _plain(line.time_lead), line.done, line.word,
             line.ground]
        )  # fmt: skip
    return HttpResponse(
        "\ufeff" + out.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="projects.csv"'},
    )


def _plain(text: str) -> str:
    """A figure as spreadsheets read it."""
    return text.replace(",", "").replace("−", "-")


def list_lines(request: HttpRequest, day: date | None = None) -> list[ProjectLine]:
    """All projects one may read."""
    reach = reach_for(request, "read")
    found = stand_projects(day or timezone.localdate())
    return [build_project_line(known, s) for known, s in found if reach.covers(known.setting.place_id)]


def pick_lines(request: HttpRequest, lines: list[ProjectLine]) -> list[ProjectLine]:
    """Those the address asks for."""
    wanted = {name: request.GET.get(name, "") for name in FIELDS}
    return [
        line
        for line in lines
        if all(not value or FIELDS[name](line) == value for name, value in wanted.items())
        and (request.GET.get("presumed") != "1" or line.is_presumed)
    ]


@require_POST
@needs("plan_work")
def take_plan_projects(request: HttpRequest, key: int) -> HttpResponse:
    """Take over the projects the reader found in a plan."""
    plan = find_plan(key)
    if plan is None:
        raise Http404
    check_may(request, "plan_work", plan.place_id)
    try:
        taken = take_projects(key, by=request.user.get_username())
        messages.info(request, _("接过 %(n)s 个项目。") % {"n": taken})
    except ProjectRefusedError as error:
        messages.error(request, explain_refusal(error.code))
    return redirect("projects")
