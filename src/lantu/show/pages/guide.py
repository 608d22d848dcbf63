"""使用说明: the tour, for people who see this for the first time.

In: nothing. Out: one page. Left out on purpose: reference, which is in the manual.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantu.show.access import needs
from lantu.show.guide import read_guide
from lantu.show.language import is_english


@needs("open")
def guide(request: HttpRequest) -> HttpResponse:
    """The page."""
    return render(request, "lantu/guide.html", {"sections": read_guide("en" if is_english() else "zh")})
