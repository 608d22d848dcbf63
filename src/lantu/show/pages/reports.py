"""报告: the reports that were made, the form to make one, and a file brought back to be verified.

In: a kind, a plan, a day; or a .docx. Out: the list, a job to watch, or what is wrong in the file.
Left out on purpose: the reports themselves, which have pages of their own.
"""

import re
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.core.report import FaultKind
from lantu.run.jobs import submit_report
from lantu.run.presses import FileRefusedError
from lantu.run.reporting import verify_file
from lantu.show.access import check_may, may_do, needs
from lantu.show.pages.plans import check_size
from lantu.show.report_preview import list_counts
from lantu.show.titles import plan_title
from lantu.show.words import word_for
from lantu.store.fetch.plans import list_plans
from lantu.store.fetch.reports import list_reports

KINDS: dict[str, Any] = {
    "annual": gettext_lazy("年度监测分析"),
    "midterm": gettext_lazy("中期评估"),
    "final": gettext_lazy("总结评估"),
}
FAULTS: dict[str, Any] = {
    FaultKind.DIFFERS: gettext_lazy("与登记值不同"),
    FaultKind.UNIT_DIFFERS: gettext_lazy("单位不同"),
    FaultKind.UNBOUND: gettext_lazy("没有绑定"),
    FaultKind.REVISED: gettext_lazy("登记值已修订"),
    FaultKind.PICTURE: gettext_lazy("图已被替换或删除"),
    FaultKind.GONE: gettext_lazy("文件中已没有"),
}
FIRST_YEAR, LAST_YEAR = 1990, 2100


class MakeForm(forms.Form):
    """What is asked of somebody who has a report made; only plans they may do so for are offered."""

    kind = forms.ChoiceField(label=gettext_lazy("种类"), choices=list(KINDS.items()))
    plan = forms.ChoiceField(label=gettext_lazy("规划"))
    as_of = forms.DateField(
        label=gettext_lazy("数据截至"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    year = forms.IntegerField(
        label=gettext_lazy("使用到哪一年的数据"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"initial": {"as_of": timezone.localdate()}} | kwargs))
        plans = [plan for plan in list_plans() if may_do(request, "make_report", plan.place_id)]
        self.plans = {str(plan.pk): plan for plan in plans}
        choices = [(key, plan_title(plan)) for key, plan in self.plans.items()]
        self.fields["plan"] = forms.ChoiceField(label=gettext_lazy("规划"), choices=choices)


class VerifyForm(forms.Form):
    """A file brought back."""

    file = forms.FileField(label=gettext_lazy("报告文件（.docx）"), max_length=200, allow_empty_file=True)

    def clean_file(self) -> Any:
        """The file, neither empty nor larger than allowed."""
        file = self.cleaned_data["file"]
        check_size(file)
        return file


@needs("read")
def reports(request: HttpRequest) -> HttpResponse:
    """The list, with the forms for those who may use them."""
    return render_reports(request)


@require_POST
@needs("make_report")
def make(request: HttpRequest) -> HttpResponse:
    """Queue a report and go to the page of its job."""
    form = MakeForm(request, request.POST)
    if not form.is_valid():
        return render_reports(request, making=form, status=422)
    plan = form.plans[form.cleaned_data["plan"]]
    check_may(request, "make_report", plan.place_id)
    kind = form.cleaned_data["kind"]
    job = submit_report(
        kind,
        plan.pk,
        f"{plan.title} {KINDS[kind]}"[:300],
        as_of=form.cleaned_data["as_of"],
        year=form.cleaned_data["year"],
        by=request.user.get_username(),
    )
    return redirect("job", key=job)


@require_POST
@needs("verify_report")
def verify(request: HttpRequest) -> HttpResponse:
    """Say what is wrong in a file."""
    form = VerifyForm(request.POST, request.FILES)
    if not form.is_valid():
        return render_reports(request, checking=form, status=422)
    file = form.cleaned_data["file"]
    try:
        verdict = verify_file(file.read())
    except FileRefusedError:
        form.add_error("file", _("这个文件核对不了：它不是 .docx，或者不是由蓝图生成的报告。"))
        return render_reports(request, checking=form, status=422)
    counts = [(word_for(FAULTS, kind), n) for kind, n in list_counts(verdict.faults).items() if n]
    faults = [
        (word_for(FAULTS, fault.kind), write_place(fault.where), [write_place(p) for p in fault.places], fault)
        for fault in verdict.faults
    ]
    context = {
        "verdict": verdict,
        "name": file.name,
        "counts": counts,
        "faults": faults,
        "is_clean": all(fault.kind is FaultKind.GONE for fault in verdict.faults),
        "key": verdict.name.rpartition("/")[2] if verdict.is_registered else "",
    }
    return render(request, "lantu/report_verified.html", context)


def write_place(where: str) -> str:
    """A place in a file in the language of the page; what stands behind a colon stays."""
    place, colon, rest = where.partition(": ")
    if found := re.fullmatch(r"table (\d+) row (\d+) column (\d+)", place):
        words = _("表%(table)s第%(row)s行第%(column)s列") % dict(
            zip(("table", "row", "column"), found.groups(), strict=True)
        )
    elif found := re.fullmatch(r"(paragraph|note) (\d+)", place):
        words = (_("第%(n)s段") if found[1] == "paragraph" else _("脚注%(n)s")) % {"n": found[2]}
    else:
        words = place
    return f"{words}{colon and '：'}{rest}"


def render_reports(
    request: HttpRequest, making: MakeForm | None = None, checking: VerifyForm | None = None, status: int = 200
) -> HttpResponse:
    """The list with forms as they are."""
    if making is None and may_do(request, "make_report"):
        making = MakeForm(request)
    if checking is None and may_do(request, "verify_report"):
        checking = VerifyForm()
    rows = [
        (row, word_for(KINDS, row.kind), plan_title(row.plan))
        for row in list_reports()
        if may_do(request, "read", row.plan.place_id)
    ]
    context = {"rows": rows, "making": making, "checking": checking}
    return render(request, "lantu/reports.html", context, status=status)
