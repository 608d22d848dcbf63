"""What was worked out for one reader and holds for the next, until something is recorded.

In: a name, what it depends on, and how to make it. Out: the same, made once. Every arrow seals an audit row in its transaction,
so the number of the last one tells whether anything changed {9e41c7}. Left out on purpose: anything that depends on who reads.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextvars import ContextVar
from threading import Lock
from typing import TypeVar, cast

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from lantu.store import models

T = TypeVar("T")
MOST = 96
"""Things kept by one process; a page of the sample city is a quarter of a megabyte."""

_kept: OrderedDict[Hashable, object] = OrderedDict()
_lock = Lock()
_asked: ContextVar[list[int] | None] = ContextVar("state of the registry asked in this request", default=None)


def keep(name: str, make: Callable[[], T], *more: Hashable) -> T:
    """What `make` gives, or gave for the same name, language, day and state of the registry.

    Args:
        name: Of the thing.
        make: Works it out.
        more: What else it depends on.
    """
    key = (name, registry_state(), translation.get_language(), timezone.localdate(), more)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return cast(T, _kept[key])
    made = make()
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return made


def registry_state() -> int:
    """Number of the last audit row; 0 where nothing was recorded. Asked once in a request that only reads."""
    asked = _asked.get()
    if asked:
        return asked[0]
    state = int(models.AuditRow.objects.aggregate(last=Max("seq"))["last"] or 0)
    if asked is not None:
        asked.append(state)
    return state


class OneState:
    """Lets a request that only reads see one state of the registry; what was recorded meanwhile is for the next."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _asked.set([] if request.method in ("GET", "HEAD") else None)
        try:
            return self.get_response(request)
        finally:
            _asked.reset(token)


def forget() -> None:
    """Let go of all that is kept, as tests must that write rows of their own."""
    with _lock:
        _kept.clear()
