"""Programs sign in with a token on every request.

In: requests with `Authorization: Bearer`. Out: the same requests as those of the token's person, limited to its scopes, or a
refusal where the token does not hold. Left out on purpose: making tokens; the page of the own account does.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from lantu.run.tokens import recognise_token, scopes_of
from lantu.show.api.problems import is_api, make_problem

SCOPES = "lantu_scopes"
"""Where a request keeps what its token allows; it has none where somebody signed in by password."""


class TokenMiddleware:
    """Recognises tokens, on addresses of the API only: a token opens no page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        kind, _, secret = request.headers.get("Authorization", "").partition(" ")
        if not is_api(request) or not kind:
            return self.get_response(request)
        token = recognise_token(secret.strip()) if kind.lower() == "bearer" else None
        if token is None:
            return make_problem(401, "token")
        if getattr(getattr(token.user, "account", None), "must_change_password", False):
            return make_problem(403, "password")
        request.user = token.user
        setattr(request, SCOPES, scopes_of(token))
        # No cookie says who this is, so no other site can have sent it.
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
        return self.get_response(request)
