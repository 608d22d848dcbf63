"""What is said when a page cannot be shown.

In: a request that failed. Out: a page in the style and language of the others.
Left out on purpose: details of our own mistakes; the log has them.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Any) -> HttpResponse:
    """400."""
    return render(request, "lantu/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Any) -> HttpResponse:
    """403."""
    return render(request, "lantu/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Any) -> HttpResponse:
    """404."""
    return render(request, "lantu/errors/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """500, without the frame: whatever broke may be needed for it."""
    return HttpResponseServerError(render_to_string("lantu/errors/500.html"))
