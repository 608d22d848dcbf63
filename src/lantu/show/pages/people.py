"""管理 · 人员: accounts, their roles with dates, and what an administrator may do for them.

In: forms. Out: a list, one person's page, and back to them after each change. Left out on purpose: deciding who may
manage whom, which the arrows do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.run.accounts import (
    AccountRefusedError,
    add_person,
    change_email,
    end_sessions,
    give_role,
    open_or_close,
    reset_password,
    take_role,
)
from lantu.run.unlinking import link_again, unlink_outer
from lantu.show.access import needs, reach_for
from lantu.show.refusals import explain_refusal
from lantu.show.titles import department_name, place_name
from lantu.show.words import ROLES, word_for
from lantu.store import models
from lantu.store.access import PasswordRefusedError
from lantu.store.accounts import find_identity, find_person, find_role, list_people, outer_of, roles_of
from lantu.store.fetch.departments import list_departments
from lantu.store.fetch.indicators import places_by_code


class PersonForm(forms.Form):
    """A new account."""

    name = forms.CharField(label=gettext_lazy("用户名"), max_length=150)
    password = forms.CharField(label=gettext_lazy("首个口令"), widget=forms.PasswordInput, strip=False)


class PasswordForm(forms.Form):
    """A first password again."""

    password = forms.CharField(label=gettext_lazy("新的首个口令"), widget=forms.PasswordInput, strip=False)


class EmailForm(forms.Form):
    """The mail address of an account."""

    email = forms.EmailField(label=gettext_lazy("邮箱"), required=False, max_length=254)


class RoleForm(forms.Form):
    """A role; only places that whoever asks may manage are offered."""

    role = forms.ChoiceField(label=gettext_lazy("角色"), choices=list(ROLES.items()))
    place = forms.ChoiceField(label=gettext_lazy("地区"))
    department = forms.ChoiceField(label=gettext_lazy("部门"), required=False)
    starts_on = forms.DateField(
        label=gettext_lazy("从哪天起"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    ends_on = forms.DateField(
        label=gettext_lazy("到哪天止"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reach = reach_for(request, "manage")
        places = [(c, f"{place_name(p)} {c}") for c, p in places_by_code().items() if reach.covers(c)]
        departments = [
            (d.code, f"{department_name(d)} · {place_name(d.place)}")
            for d in list_departments(timezone.localdate())
            if reach.covers(d.place_id)
        ]
        self.fields["place"] = forms.ChoiceField(label=gettext_lazy("地区"), choices=places)
        self.fields["department"] = forms.ChoiceField(
            label=gettext_lazy("部门"), choices=[("", _("所有部门")), *departments], required=False
        )


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role of a person, in words."""

    key: int
    role: str
    place: str
    department: str
    starts_on: Any
    ends_on: Any
    ended_at: Any
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One account of the list."""

    key: int
    name: str
    is_active: bool
    last_sign_in: Any
    roles: tuple[RoleLine, ...]


@needs("manage")
def people(request: HttpRequest) -> HttpResponse:
    """The list with the form for a new account."""
    return render_people(request, PersonForm())


@require_POST
@needs("manage")
def add_account(request: HttpRequest) -> HttpResponse:
    """Make an account and go to its page."""
    form = PersonForm(request.POST)
    if form.is_valid():
        try:
            key = add_person(form.cleaned_data["name"], form.cleaned_data["password"], by=request.user.get_username())
            return redirect("person", key=key)
        except PasswordRefusedError as error:
            form.add_error("password", str(error))
        except AccountRefusedError as error:
            form.add_error("name", explain_refusal(error.code))
    return render_people(request, form, status=422)


def render_people(request: HttpRequest, form: forms.Form, status: int = 200) -> HttpResponse:
    """The list with a form as it is."""
    departments = {d.code: department_name(d) for d in list_departments()}
    lines = [
        PersonLine(
            p.pk, p.get_username(), p.is_active, p.last_login,
            tuple(r for row in p.assignments.all() if (r := build_role(row, departments)).is_in_force),
        )
        for p in list_people()
    ]  # fmt: skip
    return render(request, "lantu/people.html", {"people": lines, "form": form}, status=status)


@needs("manage")
def person(request: HttpRequest, key: int) -> HttpResponse:
    """One account."""
    return render_person(request, key)


def render_person(request: HttpRequest, key: int, status: int = 200, **forms_as_they_are: forms.Form) -> HttpResponse:
    """One account with its forms; those given are shown as they are."""
    found = find_person(key)
    if found is None:
        raise Http404
    departments = {d.code: department_name(d) for d in list_departments()}
    reach = reach_for(request, "manage")
    context = {
        "person": found,
        "roles": [(build_role(row, departments), reach.covers(row.place_id)) for row in roles_of(found)],
        "role_form": forms_as_they_are.get("role_form") or RoleForm(request),
        "email_form": forms_as_they_are.get("email_form") or EmailForm(initial={"email": found.email}),
        "password_form": forms_as_they_are.get("password_form") or PasswordForm(),
        "identities": outer_of(found),
        "is_self": found.pk == request.user.pk,
    }
    return render(request, "lantu/person.html", context, status=status)


@require_POST
@needs("manage")
def give_person_role(request: HttpRequest, key: int) -> HttpResponse:
    """Give a role."""
    form = RoleForm(request, request.POST)
    if not form.is_valid():
        return render_person(request, key, 422, role_form=form)
    data = form.cleaned_data
    return _try(
        request,
        key,
        lambda by: give_role(
            key, data["role"], data["place"], data["department"], starts_on=data["starts_on"], ends_on=data["ends_on"],
            by=by,
        ),
    )  # fmt: skip


@require_POST
@needs("manage")
def end_person_role(request: HttpRequest, key: int) -> HttpResponse:
    """Take a role away; the key is that of the role."""
    given = find_role(key)
    if given is None:
        raise Http404
    return _try(request, given.user_id, lambda by: take_role(key, by=by))


@require_POST
@needs("manage")
def reset_person_password(request: HttpRequest, key: int) -> HttpResponse:
    """Give a first password again."""
    form = PasswordForm(request.POST)
    if form.is_valid():
        try:
            return _try(request, key, lambda by: reset_password(key, form.cleaned_data["password"], by=by))
        except PasswordRefusedError as error:
            form.add_error("password", str(error))
    return render_person(request, key, 422, password_form=form)


@require_POST
@needs("manage")
def set_person_email(request: HttpRequest, key: int) -> HttpResponse:
    """Give an account another mail address."""
    form = EmailForm(request.POST)
    if form.is_valid():
        return _try(request, key, lambda by: change_email(key, form.cleaned_data["email"], by=by))
    return render_person(request, key, 422, email_form=form)


@require_POST
@needs("manage")
def end_person_sessions(request: HttpRequest, key: int) -> HttpResponse:
    """Sign somebody out everywhere."""
    return _try(request, key, lambda by: end_sessions(key, by=by))


@require_POST
@needs("manage")
def set_person_active(request: HttpRequest, key: int) -> HttpResponse:
    """Close an account, or open it again."""
    return _try(request, key, lambda by: open_or_close(key, request.POST.get("active") == "1", by=by))


@require_POST
@needs("manage")
def unlink_person(request: HttpRequest, key: int) -> HttpResponse:
    """Take an account from the service's subject, or link it again; the key is that of the link."""
    identity = find_identity(key)
    if identity is None:
        raise Http404
    act = link_again if request.POST.get("link") == "1" else unlink_outer
    return _try(request, identity.user_id, lambda by: act(key, by=by))


def _try(request: HttpRequest, key: int, act: Callable[[str], object]) -> HttpResponse:
    """Do it and go back to the person's page, with the reason where it was refused."""
    if find_person(key) is None:
        raise Http404
    try:
        act(request.user.get_username())
    except AccountRefusedError as error:
        if error.code == "beyond":
            raise PermissionDenied from error
        messages.error(request, explain_refusal(error.code))
        return render_person(request, key, 422)
    return redirect("person", key=key)


def build_role(row: models.Assignment, departments: dict[str, str]) -> RoleLine:
    """One role in words."""
    today = timezone.localdate()
    begun = row.starts_on is None or row.starts_on <= today
    over = row.ended_at is not None or (row.ends_on is not None and row.ends_on < today)
    return RoleLine(
        key=row.pk,
        role=word_for(ROLES, row.role),
        place=place_name(row.place),
        department=departments.get(row.department, row.department),
        starts_on=row.starts_on or timezone.localtime(row.recorded_at).date(),
        ends_on=row.ends_on,
        ended_at=row.ended_at,
        is_in_force=begun and not over,
    )
