"""Doing one thing with many: the rows chosen in a list, and taking the whole of it back from the message that follows.

In: keys of rows chosen in a list, or the sealed note of what was done. Out: the list again, saying what came of it. Left out
on purpose: lists; each page offers its own rows. Whoever may not do it with one of the rows does it with none.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.act.cases import SUPERVISE
from lantu.run.batches import (
    Done,
    accept_sheets,
    assign_cases,
    confirm_owners,
    confirm_tasks,
    mark_findings,
    recall_cases,
    split_owner,
    unaccept_sheets,
    unconfirm_owners,
    unconfirm_tasks,
)
from lantu.show.access import OWN, check_may, may_do, needs
from lantu.show.case_lines import may_do_case
from lantu.show.refusals import explain_refusal
from lantu.store import models
from lantu.store.fetch.cases import find_case
from lantu.store.fetch.checks import latest_finding
from lantu.store.fetch.filing import find_sheet
from lantu.store.fetch.tasks import find_task

SALT = "lantu.undo"
LONGEST_UNDO = 24 * 3600
"""Seconds for which the message offers to take it back; afterwards each thing is taken back on its own page."""
MOST = 500
UNDONE: dict[str, Any] = {
    "owners": gettext_lazy("确认责任部门"),
    "tasks": gettext_lazy("确认任务"),
    "cases": gettext_lazy("交办事项"),
    "findings": gettext_lazy("处理意见"),
    "sheets": gettext_lazy("认定填报表"),
}


@require_POST
@needs("plan_work")
def confirm_many_owners(request: HttpRequest) -> HttpResponse:
    """Confirm the departments presumed to answer for the rows chosen."""
    keys = read_keys(request)
    check_owners(request, keys)
    return tell(request, "owners", confirm_owners(keys, by=request.user.get_username()))


@require_POST
@needs("plan_work")
def confirm_many_tasks(request: HttpRequest) -> HttpResponse:
    """Confirm the departments presumed to lead the tasks chosen."""
    keys = read_keys(request, is_number=True)
    check_tasks(request, keys)
    return tell(request, "tasks", confirm_tasks(keys, by=request.user.get_username()))


@require_POST
@needs(SUPERVISE)
def assign_many_cases(request: HttpRequest) -> HttpResponse:
    """Give the cases chosen to one department with one deadline."""
    keys, days = read_keys(request, is_number=True), request.POST.get("working_days", "")
    check_cases(request, keys)
    department, by = request.POST.get("department", ""), request.user.get_username()
    done = assign_cases(keys, department, int(days) if days.isdecimal() and len(days) < 4 else 0, by=by)
    return tell(request, "cases", done)


@require_POST
@needs("check_plan")
def mark_many_findings(request: HttpRequest) -> HttpResponse:
    """Accept the findings chosen for one reason, or mark them fixed."""
    keys, verdict, reason = read_keys(request), request.POST.get("verdict", ""), request.POST.get("reason", "").strip()
    check_findings(request, keys)
    if verdict not in ("accepted", "fixed") or (verdict == "accepted" and not reason):
        messages.error(request, _("接受要写明理由。"))
        return go_back(request)
    return tell(request, "findings", mark_findings(keys, verdict, reason[:1000], by=request.user.get_username()))


@require_POST
@needs("accept_return")
def accept_many_sheets(request: HttpRequest) -> HttpResponse:
    """Accept the sheets chosen."""
    keys = read_keys(request, is_number=True)
    check_sheets(request, keys)
    return tell(request, "sheets", accept_sheets(keys, by=request.user.get_username()))


@require_POST
@needs(OWN)
def undo(request: HttpRequest) -> HttpResponse:
    """Take back what the message before told, by the counter-step of each thing."""
    try:
        note = signing.loads(request.POST.get("note", ""), salt=SALT, max_age=LONGEST_UNDO)
    except signing.BadSignature:
        note = {}
    by = request.user.get_username()
    if note.get("by") != by or note.get("what") not in UNDONE:
        messages.error(request, _("已经不能一并撤销，请到各项的页面上撤销。"))
        return go_back(request)
    check, take_back = COUNTERS[note["what"]]
    check(request, note["keys"])
    done = take_back(note["keys"], by)
    say(request, _("已撤销：%(what)s，%(n)s 项。") % {"what": UNDONE[note["what"]], "n": len(done.keys)}, done)
    return go_back(request)


def read_keys(request: HttpRequest, *, is_number: bool = False) -> list[str]:
    """The rows chosen, each once."""
    keys = list(dict.fromkeys(request.POST.getlist("key")))[:MOST]
    return [key for key in keys if key.isdecimal() and len(key) < 18] if is_number else keys


def tell(request: HttpRequest, what: str, done: Done) -> HttpResponse:
    """Back to the list, with a message that says what came of it and offers to take it back."""
    if not done.keys and not done.refused:
        messages.error(request, _("没有选中任何一项。"))
        return go_back(request)
    note = ""
    if done.keys:
        note = signing.dumps({"what": what, "keys": done.keys, "by": request.user.get_username()}, salt=SALT)
    say(request, _("%(what)s：%(n)s 项。") % {"what": UNDONE[what], "n": len(done.keys)}, done, note)
    return go_back(request)


def say(request: HttpRequest, words: str, done: Done, note: str = "") -> None:
    """The message, with why some were left as they were."""
    reasons = dict.fromkeys(explain_refusal(code) for _key, code in done.refused)
    if reasons:
        words += _(" %(n)s 项没有办：%(why)s") % {"n": len(done.refused), "why": " ".join(reasons)}
    messages.info(request, words, extra_tags=note)


def go_back(request: HttpRequest) -> HttpResponse:
    """To the page the form was on."""
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(back if is_ours else "/")


def check_owners(request: HttpRequest, keys: Iterable[str]) -> None:
    """Whoever asks plans for each place."""
    for place in {split_owner(key)[1] for key in keys}:
        check_may(request, "plan_work", place)


def check_tasks(request: HttpRequest, keys: Iterable[str]) -> None:
    """Whoever asks plans for each task's place; one that is not there is refused by the arrow."""
    for task in filter(None, map(find_task, map(int, keys))):
        check_may(request, "plan_work", task.place_id)


def check_cases(request: HttpRequest, keys: Iterable[str]) -> None:
    """Whoever asks supervises each case's place."""
    found = [case for key in keys if (case := find_case(int(key))) is not None]
    if not all(may_do_case(request, case, SUPERVISE) for case in found):
        raise PermissionDenied


def check_findings(request: HttpRequest, keys: Iterable[str]) -> None:
    """Whoever asks checks for one of the places each finding is about."""
    for row in filter(None, map(latest_finding, keys)):
        places = set(models.Plan.objects.filter(pk__in=row.plans).values_list("place_id", flat=True))
        if not any(may_do(request, "check_plan", place) for place in places):
            raise PermissionDenied


def check_sheets(request: HttpRequest, keys: Iterable[str]) -> None:
    """Whoever asks accepts for the accepting place of each sheet."""
    for sheet in filter(None, map(find_sheet, map(int, keys))):
        check_may(request, "accept_return", sheet.accepting_place_id)


Check = Callable[[HttpRequest, Iterable[str]], None]
TakeBack = Callable[[list[str], str], Done]
COUNTERS: dict[str, tuple[Check, TakeBack]] = {
    "owners": (check_owners, lambda keys, by: unconfirm_owners(keys, by=by)),
    "tasks": (check_tasks, lambda keys, by: unconfirm_tasks(keys, by=by)),
    "cases": (check_cases, lambda keys, by: recall_cases(keys, by=by)),
    "findings": (check_findings, lambda keys, by: mark_findings(keys, "withdrawn", by=by)),
    "sheets": (check_sheets, lambda keys, by: unaccept_sheets(keys, _("一并撤销认定。"), by=by)),
}
"""Who may take what back, and how."""
