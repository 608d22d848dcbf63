"""The policy put together once is the library's; answers with a policy of their own keep it."""

from typing import Any

import pytest
from csp.constants import HEADER
from csp.decorators import csp_replace
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from lantu.show.csp_header import KeptPolicy


def view(_: HttpRequest) -> HttpResponse:
    return HttpResponse("x")


def read(middleware: Any, view: Any, rf: RequestFactory) -> dict[str, str]:
    header = middleware(view)(rf.get("/")).headers[HEADER]
    return dict(part.strip().partition(" ")[::2] for part in header.split(";"))


@pytest.mark.parametrize(
    "made", [view, csp_replace({"frame-ancestors": ["https://a.example"]})(view)], ids=["plain", "own"]
)
def test_the_header_is_that_of_the_library(made: Any, rf: RequestFactory) -> None:
    told = read(KeptPolicy, made, rf)
    assert told == read(CSPMiddleware, made, rf)
    assert told["default-src"] == "'none'"


def test_an_answer_keeps_a_policy_it_has_and_settings_of_the_library_hold(rf: RequestFactory, settings: Any) -> None:
    def own(_: HttpRequest) -> HttpResponse:
        return HttpResponse("x", headers={HEADER: "default-src 'self'"})

    assert read(KeptPolicy, own, rf) == {"default-src": "'self'"}
    settings.CONTENT_SECURITY_POLICY = {**settings.CONTENT_SECURITY_POLICY, "EXCLUDE_URL_PREFIXES": ["/"]}
    assert HEADER not in KeptPolicy(view)(rf.get("/")).headers
