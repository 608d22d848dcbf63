"""A job's page: how far it is, and where its result is shown.

In: a job's key. Out: a page whose middle part htmx asks for again every second until
the job ends. Left out on purpose: stopping or starting jobs.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantu.show.access import needs
from lantu.show.check_addresses import link_scope
from lantu.show.notice_words import tell_job
from lantu.show.notices import notice_advice, notice_title
from lantu.show.words import JOB_STATES, word_for
from lantu.store import models
from lantu.store.fetch.checks import find_run
from lantu.store.fetch.jobs import find_job, find_version_plan

STEPS: dict[str, Any] = {
    "extract": _("取出文字"),
    "blocks": _("切分段落"),
    "tables": _("读取指标表"),
    "sections": _("识别章节"),
    "prose": _("阅读正文"),
    "projects": _("识别项目"),
    "tasks": _("识别任务"),
    "identity": _("给条目编号"),
    "done": _("检查"),
    "return": _("读取填报"),
    "measure": _("计算指标"),
    "judge": _("判断进展"),
    "fetch": _("取出条目"),
    "check": _("逐条核查"),
    "keep": _("记下意见"),
    "compose": _("编写报告"),
    "revise": _("记下审校"),
}


@needs("read")
def job(request: HttpRequest, key: int) -> HttpResponse:
    """The whole page, or only its middle part for htmx."""
    found = find_job(key)
    if found is None:
        raise Http404
    is_over = found.state in ("done", "failed")
    context = {
        "job": found,
        "state": word_for(JOB_STATES, found.state),
        "step": word_for(STEPS, found.step),
        "is_over": is_over,
        "href": find_result(found),
        "message": tell_job(found.message),
        "reasons": [(notice_title(code), notice_advice(code)) for code in found.result.get("codes", ())],
    }
    is_fragment = getattr(request, "htmx", False)
    return render(request, "lantu/parts/job.html" if is_fragment else "lantu/job.html", context)


def find_result(job: models.Job) -> str:
    """The address of what the job made, or ""."""
    if job.state != "done":
        return ""
    if "in_force" in job.result:
        return reverse("review", args=[job.result["plan"]])
    if run_key := job.result.get("check"):
        run = find_run(run_key)
        return link_scope(int(run.scope.partition("+")[0]), run.scope) if run is not None else ""
    if report_key := job.result.get("report"):
        return reverse("report", args=[report_key])
    if batch := job.result.get("batch"):
        return reverse("return", args=[batch])
    if version := job.result.get("version"):
        plan_key = find_version_plan(version)
        return reverse("plan", args=[plan_key]) if plan_key is not None else ""
    return ""
