"""The language of a page: the reader's choice, else the instance's own; never a guess from the browser.

In: the language cookie. Out: the language in force while the page is made, and its
name in the answer. Left out on purpose: Accept-Language; an office's browsers say
English by accident.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


def is_english() -> bool:
    """Whether what is written now is in English."""
    return (translation.get_language() or "").startswith("en")


def read_language(request: HttpRequest) -> str:
    """The language chosen in the cookie if it is one of ours, else the instance's."""
    wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class LanguageMiddleware:
    """Sets the language for the length of one request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = read_language(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", "en" if language == "en" else "zh-Hans")
        return response
