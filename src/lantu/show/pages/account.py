"""The own account: roles, the password and its rules, signing out everywhere.

In: forms. Out: one page, and the page that changes a password. Left out on purpose: what others may change; 人员 has it.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import password_validators_help_texts
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from lantu.run.accounts import AccountRefusedError, change_password, end_sessions
from lantu.show.access import OWN, needs
from lantu.show.pages.people import build_role
from lantu.show.refusals import explain_refusal
from lantu.show.sessions import begin_session
from lantu.show.titles import department_name
from lantu.store.access import PasswordRefusedError
from lantu.store.accounts import find_person, roles_of, session_rules
from lantu.store.fetch.departments import list_departments
from lantu.store.outer_settings import whom_to_ask


class ChangeForm(forms.Form):
    """The password so far, and the new one twice."""

    old = forms.CharField(label=gettext_lazy("原口令"), widget=forms.PasswordInput, strip=False)
    new = forms.CharField(label=gettext_lazy("新口令"), widget=forms.PasswordInput, strip=False)
    again = forms.CharField(label=gettext_lazy("再输一遍新口令"), widget=forms.PasswordInput, strip=False)

    def clean(self) -> dict[str, Any]:
        """Both times the same."""
        data = super().clean() or {}
        if data.get("new") != data.get("again"):
            self.add_error("again", _("两次输入的新口令不一样。"))
        return data


@needs(OWN)
def account(request: HttpRequest) -> HttpResponse:
    """Roles and sessions."""
    departments = {d.code: department_name(d) for d in list_departments()}
    roles = [role for row in roles_of(request.user) if (role := build_role(row, departments)).is_in_force]
    rules = session_rules()
    context = {
        "roles": roles,
        "ask": whom_to_ask(),
        "idle_minutes": round(rules.idle.total_seconds() / 60),
        "lock_after": rules.lock_after,
        "lock_minutes": round(rules.lock_for.total_seconds() / 60),
    }
    return render(request, "lantu/account.html", context)


@require_http_methods(["GET", "POST"])
@needs(OWN)
def change_own_password(request: HttpRequest) -> HttpResponse:
    """The form, and the change."""
    form = ChangeForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid() and _change(request, form):
            messages.success(request, _("口令已更换，其他地方的登录都已退出。"))
            return redirect("account")
        status = 422
    context = {"form": form, "rules": password_validators_help_texts()}
    return render(request, "lantu/change_password.html", context, status=status)


@require_POST
@needs(OWN)
def end_own_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere, here as well."""
    end_sessions(own_key(request), by=request.user.get_username())
    return redirect("sign_in")


def own_key(request: HttpRequest) -> int:
    """The key of whoever sent the request, who has signed in."""
    return int(request.user.pk or 0)


def _change(request: HttpRequest, form: ChangeForm) -> bool:
    data = form.cleaned_data
    try:
        change_password(own_key(request), data["old"], data["new"], by=request.user.get_username())
    except AccountRefusedError as error:
        form.add_error("old", explain_refusal(error.code))
        return False
    except PasswordRefusedError as error:
        form.add_error("new", str(error))
        return False
    # This session goes on under the new password; every other one ends.
    person = find_person(own_key(request))
    update_session_auth_hash(request, person)
    request.user = person
    begin_session(request)
    return True
