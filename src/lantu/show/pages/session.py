"""Signing in, the language and the look: what belongs to the reader's own browser.

In: forms of the frame. Out: cookies and redirects. Left out on purpose: accounts,
which `people` makes.
"""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language as set_language_cookie

from lantu.run.signing_in import locked_until, record_attempt
from lantu.show.access import OPEN, needs
from lantu.show.frame import LOOK_COOKIE, LOOKS
from lantu.show.sessions import begin_session
from lantu.store.outer_settings import is_local_sign_in, outer_service

YEAR_SECONDS = 365 * 24 * 3600


class SignInForm(AuthenticationForm):
    """Name and password; a name with too many wrong passwords has to wait, whatever the next one is."""

    def clean(self) -> dict[str, Any]:
        """Refuse a locked name before its password is looked at; keep what came of the attempt."""
        if not is_local_sign_in():
            raise forms.ValidationError(_("这里不用口令登录，请用统一身份认证。"), code="off")
        name = str(self.cleaned_data.get("username") or "")
        if until := locked_until(name):
            words = {"time": f"{timezone.localtime(until):%H:%M}"}
            raise forms.ValidationError(_("错误次数过多，这个用户名在 %(time)s 以前不能登录。") % words, code="locked")
        try:
            cleaned: dict[str, Any] = super().clean()
        except forms.ValidationError:
            record_attempt(name, has_succeeded=False)
            raise
        record_attempt(name, has_succeeded=True)
        return cleaned


class SignInView(LoginView):
    """The sign-in page."""

    template_name = "lantu/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Begin the session."""
        answer = super().form_valid(form)
        begin_session(self.request)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether the name is locked, beside what the form says, and the other way in."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = context["form"]
        return {
            **context,
            "has_words": any(form.has_error("__all__", code=code) for code in ("locked", "off")),
            "outer": outer_service(),
            "is_local": is_local_sign_in(),
        }


sign_in = needs(OPEN)(SignInView.as_view())
set_language = needs(OPEN)(set_language_cookie)


@require_POST
@needs(OPEN)
def set_look(request: HttpRequest) -> HttpResponse:
    """Keep light, dark or auto in a cookie, and go back to the page."""
    wanted = request.POST.get("look", "")
    back = request.POST.get("next", "/")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    response = HttpResponseRedirect(back if is_ours else "/")
    if wanted in LOOKS:
        response.set_cookie(LOOK_COOKIE, wanted, max_age=YEAR_SECONDS, samesite="Lax", httponly=True)
    return response
