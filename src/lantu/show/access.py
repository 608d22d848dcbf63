"""Deny by default: every view names the action it needs, and the policy decides.

In: requests on their way to a view. Out: the view's answer, the sign-in page,
or a refusal. Left out on purpose: the rules, which are in `run.policy`.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from lantu.run.policy import ACTIONS, OPEN_ACTIONS, OWN_ACTIONS, Asker, Reach
from lantu.show.api.problems import is_api, make_problem
from lantu.show.bearer import SCOPES

View = TypeVar("View", bound=Callable[..., Any])
OPEN = "open"
"""The action of pages that anybody may see: sign-in, health, language and look."""
OWN = "own"
"""The action of pages of everybody who signed in: the own account, the own day."""
MARK = "lantu_action"
LARGEST_KEY = 2**63 - 1
EVERY_ACTION = tuple(sorted(ACTIONS | OPEN_ACTIONS | OWN_ACTIONS))


def needs(action: str) -> Callable[[View], View]:
    """Say what a view needs; a view that says nothing is refused."""

    def mark(view: View) -> View:
        setattr(view, MARK, action)
        return view

    return mark


def needs_by_way(actions: Mapping[str, str]) -> Callable[[View], View]:
    """The same for a view that needs one action to read and another to write: actions by method."""

    def mark(view: View) -> View:
        setattr(view, MARK, dict(actions))
        return view

    return mark


def action_of(view: Any, way: str | None) -> str:
    """What a view needs for a method; "" where it says nothing, which is refused."""
    marked = getattr(view, MARK, "")
    # A method that a view has no action for is one it does not take; it says so itself.
    return marked.get(way, OPEN) if isinstance(marked, dict) else str(marked)


def may_do(request: HttpRequest, action: str, place_code: str | None = None, department: str | None = None) -> bool:
    """Whether whoever sent the request may do that."""
    return reach_for(request, action).covers(place_code, department)


def reach_for(request: HttpRequest, action: str) -> Reach:
    """Where whoever sent the request may do that; asked of the policy once a request."""
    known: dict[str, Reach] = request.__dict__.setdefault("lantu_reaches", {})
    if action not in known:
        scopes = getattr(request, SCOPES, None)
        if scopes is not None and action not in {*scopes, OPEN}:
            known[action] = Reach(is_everywhere=False)
            return known[action]
        known[action] = _asker_of(request).reach(action)
    return known[action]


def _asker_of(request: HttpRequest) -> Asker:
    asker: Asker | None = request.__dict__.get("lantu_asker")
    if asker is None or asker.person is not request.user:
        asker = request.__dict__["lantu_asker"] = Asker(request.user)
    return asker


def rights_of(request: HttpRequest) -> Hashable:
    """All that whoever sent the request may do, and where: two who may do the same are told the same.

    The places above each place are the registry's, not the person's.
    """
    reaches = ((action, reach_for(request, action)) for action in EVERY_ACTION)
    return tuple((action, reach.is_everywhere, reach.granted) for action, reach in reaches if reach.covers())


def seen_places(request: HttpRequest) -> frozenset[str] | None:
    """Codes of the places whose figures whoever sent the request may read; None for all."""
    return places_for(request, "read")


def places_for(request: HttpRequest, action: str) -> frozenset[str] | None:
    """Codes of the places over which whoever sent the request may do that; None for all."""
    reach = reach_for(request, action)
    if reach.is_everywhere:
        return None
    return frozenset(code for code in reach.places if reach.covers(code))


def check_may(request: HttpRequest, action: str, place_code: str | None = None, department: str | None = None) -> None:
    """Refuse what the policy does not allow.

    Raises:
        PermissionDenied: If it does not.
    """
    if not may_do(request, action, place_code, department):
        raise PermissionDenied


def _page_of(request: HttpRequest) -> str:
    """Where to go on after signing in: the page, or for a form the page it stands on, as its own address only takes forms."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    sent_from = urlsplit(request.headers.get("Referer", ""))
    if sent_from.netloc != request.get_host():
        return resolve_url("overview")
    return sent_from._replace(scheme="", netloc="", fragment="").geturl()


class AccessMiddleware:
    """Asks the policy before any view runs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if answer.status_code == 405 and not is_api(request):
            # Somebody typed or kept the address a form is sent to; a blank sheet would be no answer.
            told = render(request, "lantu/errors/405.html", status=405)
            told["Allow"] = answer["Allow"]
            return told
        return answer

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        """None where the view may run, else the answer instead of it."""
        action = action_of(view, request.method)
        if any(isinstance(value, int) and value > LARGEST_KEY for value in kwargs.values()):
            # No database has such a key, and not each of them says so instead of failing.
            raise Http404
        if action == OPEN or (action and may_do(request, action)):
            return None
        if is_api(request):
            is_known = request.user.is_authenticated
            return make_problem(403, "refused") if is_known else make_problem(401, "sign_in")
        if action and not request.user.is_authenticated:
            return redirect_to_login(_page_of(request), resolve_url("sign_in"))
        raise PermissionDenied
