"""核查: what the checker found in a plan, alone or with others, and what people decided about it.

In: a plan, other plans checked with it, filters; verdicts. Out: one page, a job, redirects.
Left out on purpose: rules of deciding, which are in `run.checking`, and files (`check_files`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantu.run.check_state import OPEN_STATES, State
from lantu.run.checking import CheckedFinding, CheckRefusedError, decide_finding, findings_now
from lantu.run.jobs import submit_check
from lantu.show.access import check_may, may_do, needs
from lantu.show.check_addresses import base_query, link_check
from lantu.show.finding_lines import Filters, build_finding, count_gone, count_open, count_words, make_texts
from lantu.show.finding_words import KINDS, STATES
from lantu.show.notice_words import tell_job
from lantu.show.titles import place_name, plan_title
from lantu.show.unread import heed
from lantu.show.words import JOB_STATES, SEVERITIES, word_for
from lantu.store import models
from lantu.store.fetch.checks import latest_run, runs_with, versions_of
from lantu.store.fetch.jobs import find_failed_check, find_running_check
from lantu.store.fetch.plans import list_plans, list_versions, versions_in_force
from lantu.store.keep.checks import scope_of

NEEDED = "check_plan"


@dataclass(frozen=True, slots=True)
class Choice:
    """A plan that may take part in a check, with its versions."""

    key: int
    title: str
    place: str
    versions: list[models.PlanVersion]
    chosen: int


@needs("read")
def check(request: HttpRequest, key: int) -> HttpResponse:
    """The page."""
    plans = find_plans(request, key)
    return render_check(request, plans)


@require_POST
@needs(NEEDED)
def run_check(request: HttpRequest, key: int) -> HttpResponse:
    """Queue a check of the chosen versions."""
    chosen = [int(value) for value in request.POST.getlist("version") if value.isdecimal()]
    rows = list(models.PlanVersion.objects.filter(pk__in=chosen).select_related("plan"))
    for row in rows:
        check_may(request, "read", row.plan.place_id)
    if rows and not any(may_do(request, NEEDED, row.plan.place_id) for row in rows):
        check_may(request, NEEDED, rows[0].plan.place_id)
    try:
        submit_check(chosen, by=request.user.get_username())
    except CheckRefusedError:
        plans = find_plans(request, key)
        return render_check(request, plans, refused=_("请选至少一份已经读出的规划，每份一个版本。"), status=422)
    keys = sorted({row.plan_id for row in rows})
    main = key if key in keys else keys[0]
    return redirect(link_check(main, keys))


@require_POST
@needs(NEEDED)
def decide_check(request: HttpRequest, key: int) -> HttpResponse:
    """Take one decision. The button's name is the verdict and its value the finding."""
    plans = find_plans(request, key)
    verdict = next((v for v in ("accepted", "fixed", "reopened", "withdrawn") if v in request.POST), "")
    item = next((i for i in findings_now(p.pk for p in plans) if i.row.key == request.POST.get(verdict, "")), None)
    if item is None:
        raise Http404
    if not may_decide(request, item):
        check_may(request, NEEDED, models.Plan.objects.get(pk=item.row.plans[0]).place_id)
    reason, number = request.POST.get("reason", "").strip(), request.POST.get("number", "")
    if verdict == "accepted" and not reason:
        return render_check(request, plans, refused_key=item.row.key, refused=_("接受要写明理由。"), status=422)
    try:
        decide_finding(
            item.row.run_id,
            item.row.key,
            verdict,
            reason=reason,
            version_number=int(number) if number.isdecimal() else None,
            by=request.user.get_username(),
        )
    except CheckRefusedError:
        words = _("没有收下：这条意见的状态已经变了，或没有这个版本。")
        return render_check(request, plans, refused_key=item.row.key, refused=words, status=422)
    return redirect(f"{link_check(key, [p.pk for p in plans], read_filters(request))}#f-{item.row.key}")


def find_plans(request: HttpRequest, key: int) -> list[models.Plan]:
    """The plan of the address and those it is checked with, if whoever asks may read them all."""
    others = [int(word) for word in request.GET.get("with", "").split(",") if word.isdecimal()]
    rows = models.Plan.objects.select_related("place").filter(pk__in={key, *others})
    plans = sorted(rows, key=lambda plan: (plan.pk != key, plan.pk))
    if not plans or plans[0].pk != key:
        raise Http404
    for plan in plans:
        check_may(request, "read", plan.place_id)
    return plans


def may_decide(request: HttpRequest, item: CheckedFinding) -> bool:
    """Whether whoever asks plans for one of the places whose plans the finding is about."""
    places = models.Plan.objects.filter(pk__in=item.row.plans).values_list("place_id", flat=True)
    return any(may_do(request, NEEDED, place) for place in set(places))


def render_check(
    request: HttpRequest, plans: list[models.Plan], *, refused: str = "", refused_key: str = "", status: int = 200
) -> HttpResponse:
    """The whole page."""
    unread = heed(request, {"severity": SEVERITIES, "state": {"todo", *map(str, STATES)}})
    keys, filters = [plan.pk for plan in plans], read_filters(request)
    run, scope = latest_run(keys), scope_of(keys)
    items = findings_now(keys)
    versions = versions_of(run) if run is not None else []
    texts = make_texts(versions)
    may = {item.row.key: may_decide(request, item) for item in items} if may_do(request, NEEDED) else {}
    shown = [item for item in items if filters.lets(item)]
    job = find_running_check(scope)
    failed = None if job else find_failed_check(scope)
    context: dict[str, Any] = {
        "unread": unread,
        "plan": plans[0],
        "plans": [(plan, plan_title(plan), place_name(plan.place)) for plan in plans],
        "title": plan_title(plans[0]),
        "place": place_name(plans[0].place),
        "run": run,
        "versions": [(version, plan_title(version.plan)) for version in versions],
        "is_stale": is_stale(versions),
        "lines": [(build_finding(item, texts), may.get(item.row.key, False)) for item in shown],
        "batch": "mark_many_findings",
        "pickable": {i.row.key for i in shown if may.get(i.row.key) and i.state in OPEN_STATES},
        "shown_count": len(shown),
        "total_count": len(items),
        "open_counts": [(s, word_for(SEVERITIES, s), n) for s, n in count_open(items).items()],
        "gone_count": count_gone(items),
        "filters": filters,
        "everywhere": link_check(keys[0], keys, filters, at=""),
        "groups": build_groups(keys, items, filters, plans),
        "with": ",".join(str(key) for key in keys[1:]),
        "query": urlencode(base_query(keys) | filters.query()),
        "files_query": urlencode(base_query(keys)),
        "others": describe_others(plans[0].pk, scope),
        "choices": build_choices(request, plans),
        "may_check": any(may_do(request, NEEDED, plan.place_id) for plan in plans),
        "job": job,
        "job_state": word_for(JOB_STATES, job.state) if job else "",
        "failed": failed,
        "failure": tell_job(failed.message) if failed else "",
        "refused": refused,
        "refused_key": refused_key,
    }
    return render(request, "lantu/check.html", context, status=status)


def read_filters(request: HttpRequest) -> Filters:
    """The filters of the address."""
    told = request.GET
    return Filters(*(told.get(name, "") for name in ("severity", "kind", "state", "plan", "q", "at")))


def is_stale(versions: Iterable[models.PlanVersion]) -> bool:
    """Whether a newer version of one of the plans is in force than the one that was checked."""
    now = versions_in_force()
    return any(v.plan_id in now and now[v.plan_id].number > v.number for v in versions)


def build_groups(
    keys: list[int], items: tuple[CheckedFinding, ...], filters: Filters, plans: list[models.Plan]
) -> list[tuple[str, list[tuple[str, int, str, bool]]]]:
    """The rows of filters: word, number, address and whether it is in force; "all" first."""
    todo = sum(count_open(items).values())
    told = count_words(items, "state", STATES)
    has_reopened = any(code == State.REOPENED for code, _word, _number in told)
    states = [("todo", _("未处理完"), todo), *told] if has_reopened else told
    cited = [(str(p.pk), plan_title(p), sum(p.pk in i.row.plans for i in items)) for p in plans]
    rows = [
        ("severity", _("轻重"), count_words(items, "severity", SEVERITIES)),
        ("state", _("状态"), states),
        ("kind", _("类型"), count_words(items, "kind", KINDS)),
        *([("plan", _("规划"), cited)] if len(plans) > 1 else []),
    ]
    return [
        (
            word,
            [
                (
                    label,
                    number,
                    link_check(keys[0], keys, filters, **{name: code}),
                    filters.query().get(name, "") == code,
                )
                for code, label, number in [("", _("全部"), len(items)), *counted]
            ],
        )
        for name, word, counted in rows
    ]


def describe_others(key: int, scope: str) -> list[tuple[str, str, models.CheckRun]]:
    """Other sets of plans this one was checked with: names, address, newest run."""
    found = []
    for run in runs_with(key):
        keys = [int(word) for word in run.scope.split("+")]
        if run.scope != scope:
            plans = models.Plan.objects.filter(pk__in=keys)
            found.append((" + ".join(plan_title(plan) for plan in plans), link_check(key, keys), run))
    return found


def build_choices(request: HttpRequest, plans: list[models.Plan]) -> list[Choice]:
    """Every plan that was read, with the version to check: those in force of the plans on the page."""
    now, here = versions_in_force(), {plan.pk for plan in plans}
    return [
        Choice(
            plan.pk,
            plan_title(plan),
            place_name(plan.place),
            [version for version in list_versions(plan.pk) if version.read_at is not None],
            now[plan.pk].pk if plan.pk in here else 0,
        )
        for plan in sorted(list_plans(), key=lambda plan: plan.pk not in here)
        if plan.pk in now and may_do(request, "read", plan.place_id)
    ]
