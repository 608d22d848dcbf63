"""What is said when a page cannot be shown.

In: a request that failed. Out: a page in the style and language of the others.
Left out on purpose: details of our own mistakes; the log has them.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from lantu.show.api.problems import is_api, make_problem


def bad_request(request: HttpRequest, exception: Any) -> HttpResponse:
    """400."""
    if is_api(request):
        return make_problem(400, "invalid")
    return render(request, "lantu/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Any) -> HttpResponse:
    """403."""
    if is_api(request):
        return make_problem(403, "refused")
    return render(request, "lantu/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Any) -> HttpResponse:
    """404."""
    if is_api(request):
        return make_problem(404, "unknown")
    return render(request, "lantu/errors/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """500, without the frame: whatever broke may be needed for it."""
    if is_api(request):
        return make_problem(500, "failed")
    return HttpResponseServerError(render_to_string("lantu/errors/500.html"))


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403, where a form was sent from elsewhere."""
    if not is_api(request):
        return render(request, "lantu/errors/form_refused.html", status=403)
    return make_problem(403, "csrf") if request.user.is_authenticated else make_problem(401, "sign_in")
