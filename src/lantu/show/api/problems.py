"""What the API says when it cannot do something: application/problem+json (RFC 9457).

In: a status, a code of ours, words. Out: an answer. Left out on purpose: details of our own mistakes; the log has them.
"""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, JsonResponse

PREFIX = "/api/"
PROBLEM = "application/problem+json"
WORDS = {
    "sign_in": "Send a token (Authorization: Bearer …) or sign in.",
    "token": "The token is not known, has ended, or has expired.",
    "password": "The account has a first password; change it on the page first.",
    "refused": "Your roles, or the scopes of the token, do not allow this here.",
    "unknown": "There is no such thing.",
    "invalid": "The request does not say what it should; see errors.",
    "way": "This address does not take this method.",
    "key": "This idempotency key came with another request before.",
    "csrf": "A signed-in session needs the CSRF token with a write; programs should use a token.",
    "failed": "Something broke here; the log of the server has it.",
    "large": "The request is larger than allowed.",
}


class ProblemError(Exception):
    """An operation that ends in a problem."""

    def __init__(self, status: int, code: str, detail: str = "", **more: Any) -> None:
        super().__init__(detail or code)
        self.status, self.code, self.detail, self.more = status, code, detail, more


def is_api(request: HttpRequest) -> bool:
    """Whether a request is for the API, so that it is answered in its form."""
    return request.path.startswith(PREFIX)


def make_problem(status: int, code: str, detail: str = "", **more: Any) -> JsonResponse:
    """A problem as an answer."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail or WORDS.get(code, code),
        **more,
    }
    answer = JsonResponse(body, status=status, content_type=PROBLEM, json_dumps_params={"ensure_ascii": False})
    if status == HTTPStatus.UNAUTHORIZED:
        answer["WWW-Authenticate"] = 'Bearer realm="lantu"'
    return answer
