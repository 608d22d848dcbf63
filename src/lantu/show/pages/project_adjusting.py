"""The form that asks for an adjustment of a project; the adjustment itself is on the page of every adjustment.

In: a project, a form. Out: the form, then the adjustment's page. Left out on purpose: the steps.
"""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lantu.act.adjusting import ASK
from lantu.run.adjusting import AdjustmentRefusedError
from lantu.run.adjusting_projects import ProjectRequest, ask_project_adjustment
from lantu.show.access import check_may, needs
from lantu.show.pages.project import get_setting
from lantu.show.project_forms import ProjectAdjustmentForm
from lantu.show.refusals import explain_refusal
from lantu.store import models


@needs(ASK)
def new_project_adjustment(request: HttpRequest, key: int) -> HttpResponse:
    """The form."""
    return render_form(request, _setting(request, key), ProjectAdjustmentForm())


@require_POST
@needs(ASK)
def add_project_adjustment(request: HttpRequest, key: int) -> HttpResponse:
    """Ask for an adjustment."""
    setting, form = _setting(request, key), ProjectAdjustmentForm(request.POST, request.FILES)
    if form.is_valid():
        d = form.cleaned_data
        said = ProjectRequest(d["part"], d["amount"], d["words"], d["grounds"], d["effective_on"])
        file = (d["file"].read(), d["file"].name) if d["file"] else None
        try:
            made = ask_project_adjustment(key, said, file, by=request.user.get_username())
            return redirect("adjustment", key=made)
        except AdjustmentRefusedError as error:
            form.add_error(None, explain_refusal(error.code))
    return render_form(request, setting, form, 422)


def _setting(request: HttpRequest, key: int) -> models.ProjectSetting:
    setting = get_setting(key)
    check_may(request, ASK, setting.place_id)
    return setting


def render_form(
    request: HttpRequest, setting: models.ProjectSetting, form: forms.Form, status: int = 200
) -> HttpResponse:
    """The form as it is."""
    return render(
        request, "lantu/new_project_adjustment.html", {"project": setting.project, "form": form}, status=status
    )
