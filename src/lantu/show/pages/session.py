"""Signing in and out, the language and the look: what belongs to the reader's own browser.

In: forms of the frame. Out: cookies and redirects. Left out on purpose: accounts,
which the command line makes.
"""

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.i18n import set_language as set_language_cookie

from lantu.show.access import OPEN, needs
from lantu.show.frame import LOOK_COOKIE, LOOKS

YEAR_SECONDS = 365 * 24 * 3600

sign_in = needs(OPEN)(LoginView.as_view(template_name="lantu/sign_in.html", redirect_authenticated_user=True))
sign_out = needs(OPEN)(LogoutView.as_view())
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
