"""Sessions end: after a time without requests, and all at once when somebody signs out everywhere.

In: requests of people who signed in. Out: the same requests, or those of nobody where the session is over; a
first password leads to the page that changes it. Left out on purpose: the rules, which are settings.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from lantu.show.api.problems import is_api, make_problem
from lantu.store.accounts import account_of, session_rules

EPOCH, SEEN = "lantu_epoch", "lantu_seen"
OUTER = "lantu_outer"
"""Holds the ID token of a session that the city's sign-in service began."""
NOTED_EVERY = timedelta(minutes=1)
"""A request within it does not write the session again."""
FREE = frozenset({"change_password", "sign_out", "set_language", "set_look", "health"})
"""Pages somebody with a first password may use."""


def begin_session(request: HttpRequest) -> None:
    """Note when a session began and for which epoch of the account it holds."""
    request.session[EPOCH] = account_of(request.user).epoch
    request.session[SEEN] = timezone.now().isoformat()


class SessionGuard:
    """Ends sessions that are over, before anything asks who sent the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now, seen = timezone.now(), _read_seen(request)
            account = account_of(request.user)
            if request.session.get(EPOCH, 0) != account.epoch or (seen and now - seen > session_rules().idle):
                logout(request)
            else:
                # Who was sent by the sign-in service has no use for a password of ours.
                must_change = account.must_change_password and OUTER not in request.session
                request.must_change_password = must_change  # type: ignore[attr-defined]
                if seen is None or now - seen > NOTED_EVERY:
                    request.session[SEEN] = now.isoformat()
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """The page that changes a first password, instead of any other."""
        name = request.resolver_match.url_name if request.resolver_match else ""
        if getattr(request, "must_change_password", False) and name not in FREE:
            if is_api(request):
                return make_problem(403, "password")
            return redirect("change_password")
        return None


def _read_seen(request: HttpRequest) -> datetime | None:
    text = request.session.get(SEEN)
    return datetime.fromisoformat(text) if text else None
