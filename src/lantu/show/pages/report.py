"""One report: its text with every figure leading to its source, passages to write, files to take.

In: a report's key. Out: the page, a chart, a .docx or .pdf. Left out on purpose: changing figures; they
come from the registry, and a report keeps those it was made with.
"""

from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantu.core.report import Chart, Passage
from lantu.run.reporting import ReportRefusedError, print_report, write_passage
from lantu.show.access import check_may, may_do, needs
from lantu.show.pages.reports import KINDS
from lantu.show.report_preview import show_report
from lantu.show.reports.charts import draw_chart
from lantu.show.titles import plan_title
from lantu.show.words import word_for
from lantu.store import models
from lantu.store.fetch.reports import find_report, report_noun

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@needs("read")
def report(request: HttpRequest, key: int) -> HttpResponse:
    """The page."""
    row = _find(request, key)
    noun = report_noun(row)
    passages = [block for block in noun.blocks if isinstance(block, Passage)]
    context = {
        "row": row,
        "report": noun,
        "kind": word_for(KINDS, row.kind),
        "plan": plan_title(row.plan),
        "blocks": show_report(noun),
        "written": sum(1 for passage in passages if passage.lines),
        "passages": len(passages),
        "figures": sum(1 for fact in noun.facts if fact.amount is not None),
        "may_write": may_do(request, "make_report", row.plan.place_id),
    }
    return render(request, "lantu/report.html", context)


@needs("read")
def report_file(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """The file."""
    _find(request, key)
    if form not in TYPES:
        raise Http404
    data, name = print_report(key, form)
    response = HttpResponse(data, content_type=TYPES[form])
    response["Content-Disposition"] = f"attachment; filename=\"report-{key}.{form}\"; filename*=UTF-8''{quote(name)}"
    return response


@needs("read")
def report_chart(request: HttpRequest, key: int, number: int) -> HttpResponse:
    """One chart as SVG; a report never changes, so browsers may keep it."""
    charts = [block for block in report_noun(_find(request, key)).blocks if isinstance(block, Chart)]
    if not 0 < number <= len(charts):
        raise Http404
    with translation.override("zh-hans"):
        response = HttpResponse(draw_chart(charts[number - 1], "svg"), content_type="image/svg+xml")
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response


@require_POST
@needs("make_report")
def write(request: HttpRequest, key: int) -> HttpResponse:
    """Keep what somebody wrote for a passage, and go to the report made with it."""
    row = _find(request, key)
    check_may(request, "make_report", row.plan.place_id)
    name = request.POST.get("passage", "")
    try:
        made = write_passage(key, name, request.POST.get("text", ""), by=request.user.get_username())
    except ReportRefusedError as error:
        messages.error(request, _("没有存下：%(why)s") % {"why": error})
        return redirect("report", key=key)
    messages.success(request, _("已存下，并按同样的数据重新生成了报告。"))
    return redirect(f"{reverse('report', args=[made])}#passage-{name}")


def _find(request: HttpRequest, key: int) -> models.ReportRow:
    row = find_report(key)
    if row is None:
        raise Http404
    check_may(request, "read", row.plan.place_id)
    return row
