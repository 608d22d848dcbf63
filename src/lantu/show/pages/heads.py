"""管理 · 部门 · 负责人: who heads a department and who answers for it in the leadership, with all before them and a hand-over.

In: a department and a form. Out: one page. Left out on purpose: what they may do here; that are roles, on 管理 · 人员.
"""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.run.heads import HeadRefusedError, set_head
from lantu.show.access import check_may, may_do, needs
from lantu.show.refusals import explain_refusal
from lantu.show.titles import department_name, place_name
from lantu.show.words import word_for
from lantu.store import models
from lantu.store.fetch.departments import find_department
from lantu.store.fetch.heads import heads_of, heads_on
from lantu.store.keep.heads import HeadFacts

POSTS: dict[str, Any] = {"head": gettext_lazy("负责人"), "leader": gettext_lazy("分管领导")}
FIELD_OF = {"account": "account", "dates": "from_on", "reason": "reason"}


class HeadForm(forms.Form):
    """Who from which day on; a blank name leaves the post vacant."""

    kind = forms.ChoiceField(label=gettext_lazy("职责"), choices=list(POSTS.items()))
    name = forms.CharField(label=gettext_lazy("姓名"), max_length=120, required=False)
    post = forms.CharField(label=gettext_lazy("职务"), max_length=120, required=False)
    account = forms.CharField(label=gettext_lazy("账号（收消息用）"), max_length=150, required=False)
    from_on = forms.DateField(
        label=gettext_lazy("从哪天起"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(label=gettext_lazy("理由"), max_length=500, required=False)


@needs("read")
def department(request: HttpRequest, code: str) -> HttpResponse:
    """The page of one department."""
    found = require_department(code)
    check_may(request, "read", found.place_id)
    form = HeadForm(initial={"from_on": timezone.localdate()}) if may_change(request, found) else None
    return render_department(request, found, form)


@require_POST
@needs("plan_work")
def save_head(request: HttpRequest, code: str) -> HttpResponse:
    """Hand over."""
    found = require_department(code)
    check_may(request, "plan_work", found.place_id)
    form = HeadForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        facts = HeadFacts(said["name"], said["from_on"], said["post"], said["account"], said["reason"])
        try:
            set_head(code, said["kind"], facts, by=request.user.get_username())
            return redirect("department", code)
        except HeadRefusedError as error:
            form.add_error(FIELD_OF.get(error.code, "name"), explain_refusal(error.code))
    return render_department(request, found, form, status=422)


def require_department(code: str) -> models.Department:
    """The department of an address."""
    found = find_department(code)
    if found is None:
        raise Http404
    return found


def may_change(request: HttpRequest, found: models.Department) -> bool:
    """Whether whoever asks hands over here."""
    return may_do(request, "plan_work", found.place_id)


def render_department(
    request: HttpRequest, found: models.Department, form: HeadForm | None, status: int = 200
) -> HttpResponse:
    """The page with a form as it is."""
    held = {row.pk for row in heads_on(timezone.localdate()).values()}
    context = {
        "department": found,
        "name": department_name(found),
        "place": place_name(found.place),
        "parent": found.parent,
        "rows": [(row, word_for(POSTS, row.kind), row.pk in held) for row in heads_of(found.code)],
        "form": form,
    }
    return render(request, "lantu/department.html", context, status=status)
