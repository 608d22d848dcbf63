"""调整修订: all adjustments, the form that asks for one of a target, and one with what it changes.

In: a target, forms. Out: lists and pages with old and new beside each other. Left out on purpose: judging; the arrow
judges with both figures.
"""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.act.adjusting import ASK, STEPS, steps_from
from lantu.core.project import ProjectStanding
from lantu.core.standing import Standing
from lantu.run.adjusting import AdjustmentRefusedError, Request, ask_adjustment, compare_judgements, step_adjustment
from lantu.run.adjusting_projects import compare_project
from lantu.show.access import check_may, may_do, needs, reach_for
from lantu.show.adjusted import write_said
from lantu.show.numbers import write_amount, write_share
from lantu.show.pages.plans import check_size
from lantu.show.project_forms import PARTS as PROJECT_PARTS
from lantu.show.refusals import explain_refusal
from lantu.show.words import CLASSES, word_for
from lantu.store import models
from lantu.store.adjustments import adjustment_steps, find_adjustment, list_adjustments
from lantu.store.fetch.breakdowns import find_target

PARTS: dict[str, Any] = {"value": gettext_lazy("目标值"), "base": gettext_lazy("基期值")}
"""What is adjusted of a target; of a project, `project_forms.PARTS`."""
STATES: dict[str, Any] = {
    "submitted": gettext_lazy("待审核"),
    "reviewed": gettext_lazy("待批准"),
    "approved": gettext_lazy("已批准"),
    "refused": gettext_lazy("未批准"),
    "withdrawn": gettext_lazy("已撤回"),
}
STEP_WORDS: dict[str, Any] = {
    "submit": gettext_lazy("提出"),
    "withdraw": gettext_lazy("撤回申请"),
    "resubmit": gettext_lazy("重新提出"),
    "review": gettext_lazy("审核通过"),
    "unreview": gettext_lazy("撤销审核"),
    "refuse": gettext_lazy("不予批准"),
    "unrefuse": gettext_lazy("撤销不予批准"),
    "approve": gettext_lazy("登记批准"),
    "unapprove": gettext_lazy("撤销批准"),
}


class AdjustmentForm(forms.Form):
    """Which figure, to what, why, from when."""

    part = forms.ChoiceField(label=gettext_lazy("调整什么"), choices=list(PARTS.items()))
    amount = forms.CharField(label=gettext_lazy("新数值，单位同原值"), max_length=40)
    version_name = forms.CharField(label=gettext_lazy("修订来源，如经济普查"), max_length=60, required=False)
    effective_on = forms.DateField(label=gettext_lazy("生效日期"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    grounds = forms.CharField(label=gettext_lazy("依据"), max_length=4000, widget=forms.Textarea)
    file = forms.FileField(label=gettext_lazy("依据文件"), max_length=200, required=False)

    def clean_amount(self) -> Decimal:
        """The figure, exact."""
        try:
            return Decimal(self.cleaned_data["amount"].strip())
        except InvalidOperation as error:
            raise forms.ValidationError(explain_refusal("amount")) from error

    def clean_file(self) -> Any:
        """A file that is neither empty nor too large, or none."""
        file = self.cleaned_data.get("file")
        if file:
            check_size(file)
        return file


@needs("read")
def adjustments(request: HttpRequest) -> HttpResponse:
    """The list."""
    reach = reach_for(request, "read")
    lines = [(row, _build_line(row)) for row in list_adjustments() if reach.covers(row.place_id)]
    return render(request, "lantu/adjustments.html", {"lines": lines})


@needs(ASK)
def new_adjustment(request: HttpRequest, key: int) -> HttpResponse:
    """The form."""
    return render_form(request, _target(request, key), AdjustmentForm())


@require_POST
@needs(ASK)
def add_adjustment(request: HttpRequest, key: int) -> HttpResponse:
    """Ask for an adjustment."""
    target, form = _target(request, key), AdjustmentForm(request.POST, request.FILES)
    if form.is_valid():
        d = form.cleaned_data
        said = Request(d["part"], d["amount"], d["grounds"], d["effective_on"], d["version_name"])
        file = (d["file"].read(), d["file"].name) if d["file"] else None
        try:
            return redirect("adjustment", key=ask_adjustment(key, said, file, by=request.user.get_username()))
        except AdjustmentRefusedError as error:
            form.add_error(None, explain_refusal(error.code))
    return render_form(request, target, form, 422)


@needs("read")
def adjustment(request: HttpRequest, key: int) -> HttpResponse:
    """One adjustment with what it changes."""
    return render_one(request, _adjustment(request, key))


@require_POST
@needs("read")
def step_one_adjustment(request: HttpRequest, key: int) -> HttpResponse:
    """Take a step that whoever asks may take."""
    row, step = _adjustment(request, key), STEPS.get(request.POST.get("step", ""))
    if step is None:
        raise Http404
    check_may(request, step.action, row.place_id)
    try:
        step_adjustment(key, step.name, note=request.POST.get("note", "")[:2000], by=request.user.get_username())
    except AdjustmentRefusedError as error:
        messages.error(request, explain_refusal(error.code))
        return render_one(request, row, 422)
    return redirect("adjustment", key=key)


@needs("see_sheet")
def adjustment_file(request: HttpRequest, key: int) -> HttpResponse:
    """The document it rests on, to be saved."""
    row = _adjustment(request, key)
    if row.document is None:
        raise Http404
    check_may(request, "see_sheet", row.place_id)
    answer = HttpResponse(bytes(row.document.data), content_type="application/octet-stream")
    ending = row.document.name.rpartition(".")[2].lower()
    answer["Content-Disposition"] = f'attachment; filename="adjustment-{key}.{ending}"'
    return answer


def _target(request: HttpRequest, key: int) -> models.PlanTarget:
    row = find_target(key)
    if row is None:
        raise Http404
    check_may(request, ASK, row.place_id)
    return row


def _adjustment(request: HttpRequest, key: int) -> models.Adjustment:
    row = find_adjustment(key)
    if row is None:
        raise Http404
    check_may(request, "read", row.place_id)
    return row


def render_form(request: HttpRequest, target: models.PlanTarget, form: forms.Form, status: int = 200) -> HttpResponse:
    """The form as it is."""
    return render(request, "lantu/new_adjustment.html", {"target": target, "form": form}, status=status)


def render_one(request: HttpRequest, row: models.Adjustment, status: int = 200) -> HttpResponse:
    """The page of one."""
    line = _build_line(row)
    compared = [_build_standing(s) for s in compare_judgements(row) or ()]
    compared += [_build_project_standing(s) for s in compare_project(row) or ()]
    context = {
        "row": row, "line": line, "name": line.name, "compared": compared,
        "steps": [(word_for(STEP_WORDS, s.step), word_for(STATES, s.state), s) for s in adjustment_steps(row)],
        "buttons": [
            (s.name, word_for(STEP_WORDS, s.name), s.needs_note, bool(s.undoes))
            for s in steps_from(row.state)
            if may_do(request, s.action, row.place_id)
        ],
        "may_load": row.document_id is not None and may_do(request, "see_sheet", row.place_id),
    }  # fmt: skip
    return render(request, "lantu/adjustment.html", context, status=status)


@dataclass(frozen=True, slots=True)
class AdjustmentLine:
    """One adjustment: old and new with their unit, and the way to what is adjusted, "" where it is in no plan in force."""

    name: str
    part: str
    before: str
    after: str
    state_word: str
    href: str


def _build_line(row: models.Adjustment) -> AdjustmentLine:
    name, href = _find_adjusted(row)
    return AdjustmentLine(
        name, word_for({**PARTS, **PROJECT_PARTS}, row.part), write_said(row, is_before=True),
        write_said(row, is_before=False), word_for(STATES, row.state), href,
    )  # fmt: skip


def _find_adjusted(row: models.Adjustment) -> tuple[str, str]:
    """The name of the target in the newest version, or of the project, and its page."""
    if row.part in PROJECT_PARTS:
        project = models.Project.objects.filter(address=row.target_address).first()
        return (project.name, reverse("project", args=[project.pk])) if project else (row.target_address, "")
    found = models.PlanTarget.objects.filter(address=row.target_address).order_by("-version__number").first()
    return (found.name, reverse("target_parts", args=[found.pk])) if found else (row.target_address, "")


def _build_standing(standing: Standing) -> tuple[str, str, str, str]:
    done = write_share(standing.done) if standing.done is not None else ""
    return str(standing.klass), word_for(CLASSES, standing.klass), done, standing.base_version


def _build_project_standing(standing: ProjectStanding) -> tuple[str, str, str, str]:
    rate = standing.rates.total_completion
    return (
        str(standing.klass),
        word_for(CLASSES, standing.klass),
        f"{write_amount(rate)}%" if rate is not None else "",
        "",
    )
