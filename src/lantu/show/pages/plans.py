"""规划 list: all plans, with what was read in each, and the form to hand one in.

In: a file and what somebody says of it. Out: the list, or a job to watch. Left out
on purpose: reading, which a worker does.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.run.jobs import submit_plan
from lantu.show.access import check_may, may_do, needs, reach_for
from lantu.show.titles import place_name, plan_title
from lantu.show.words import PLAN_KINDS, VERSION_STATES, word_for
from lantu.store import models
from lantu.store.fetch.indicators import places_by_code
from lantu.store.fetch.plans import latest_versions, list_plans
from lantu.store.keep.plans import PlanFacts


class PlanForm(forms.Form):
    """What is asked of somebody who hands in a plan; only places they may do so for are offered."""

    file = forms.FileField(label=gettext_lazy("规划文件"), max_length=200, allow_empty_file=True)
    title = forms.CharField(label=gettext_lazy("名称"), max_length=300, required=False)
    place = forms.ChoiceField(label=gettext_lazy("地区"))
    kind = forms.ChoiceField(label=gettext_lazy("类型"), choices=list(PLAN_KINDS.items()))

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (code, f"{place_name(place)} {code}")
            for code, place in places_by_code().items()
            if may_do(request, "upload_plan", code)
        ]
        self.fields["place"] = forms.ChoiceField(label=gettext_lazy("地区"), choices=choices)

    def clean_file(self) -> UploadedFile:
        """The file, neither empty nor larger than allowed."""
        file: UploadedFile = self.cleaned_data["file"]
        check_size(file)
        return file


def check_size(file: UploadedFile) -> None:
    """Refuse an empty or too large file, in words.

    Raises:
        forms.ValidationError: If it is one of these.
    """
    limit = settings.LANTU_UPLOAD_LIMIT_BYTES
    if not file.size:
        raise forms.ValidationError(_("文件是空的（0 字节）。请检查文件后重新选择。"))
    if file.size > limit:
        words = {"size": file.size // 1024 // 1024 + 1, "limit": limit // 1024 // 1024}
        raise forms.ValidationError(_("文件约 %(size)s MB，超过上限 %(limit)s MB。") % words)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan of the list."""

    plan: models.Plan
    title: str
    place: str
    kind: str
    period: str
    version: models.PlanVersion | None
    state: str
    target_count: int
    notice_count: int


@needs("read")
def plans(request: HttpRequest) -> HttpResponse:
    """The list, with the form for those who may hand in."""
    return render_plans(request, PlanForm(request) if may_do(request, "upload_plan") else None)


@require_POST
@needs("upload_plan")
def upload_plan(request: HttpRequest) -> HttpResponse:
    """Take a plan and go to the page of its job."""
    form = PlanForm(request, request.POST, request.FILES)
    if not form.is_valid():
        return render_plans(request, form, status=422)
    check_may(request, "upload_plan", form.cleaned_data["place"])
    file = form.cleaned_data["file"]
    facts = PlanFacts(form.cleaned_data["title"], form.cleaned_data["place"], form.cleaned_data["kind"])
    job = submit_plan(file.read(), file.name, facts, by=request.user.get_username())
    return redirect("job", key=job)


def render_plans(request: HttpRequest, form: PlanForm | None, status: int = 200) -> HttpResponse:
    """The list of plans one may read, with a form as it is."""
    versions, reach = latest_versions(), reach_for(request, "read")
    rows = [build_row(plan, versions.get(plan.pk)) for plan in list_plans() if reach.covers(plan.place_id)]
    return render(request, "lantu/plans.html", {"rows": rows, "form": form}, status=status)


def build_row(plan: models.Plan, version: models.PlanVersion | None) -> PlanRow:
    """One line of the list."""
    return PlanRow(
        plan=plan,
        title=plan_title(plan),
        place=place_name(plan.place),
        kind=word_for(PLAN_KINDS, plan.kind),
        period=f"{plan.first_year}–{plan.last_year}" if plan.first_year else "",
        version=version,
        state=word_for(VERSION_STATES, version.state) if version else "",
        target_count=getattr(version, "target_count", 0),
        notice_count=getattr(version, "notice_count", 0),
    )
