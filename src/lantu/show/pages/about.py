"""What Lantu is, and whether it is up.

In: nothing. Out: a page, and one word for a monitor. Left out on purpose: figures
of load; an operator's tools have those.
"""

import platform

import django
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantu.judge.settings import Settings
from lantu.show.access import OPEN, needs
from lantu.show.numbers import write_amount, write_share


@needs(OPEN)
def about(request: HttpRequest) -> HttpResponse:
    """What the system does, the words it uses, the settings judgements are made with."""
    settings = Settings()
    context = {
        "versions": [("Python", platform.python_version()), ("Django", django.get_version())],
        "band_points": write_amount(settings.band * 100),
        "tolerance_share": write_share(settings.about_tolerance),
    }
    return render(request, "lantu/about.html", context)


@needs(OPEN)
def health(request: HttpRequest) -> HttpResponse:
    """One word, for a monitor."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"})
