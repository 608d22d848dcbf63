"""What was worked out for one reader and holds for the next, until something is recorded.

In: a name, what it depends on, and how to make it. Out: the same, made once, by one of all who wait for it. Every arrow seals an
audit row in its transaction, so the number of the last one tells whether anything changed {9e41c7}. What is kept is bounded by
bytes, what was not asked for the longest goes first. Left out on purpose: anything that depends on who reads.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from contextvars import ContextVar
from threading import Lock
from typing import TypeVar, cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from lantu.store.audit import DESK_WORK, last_change

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
MOST = 64 * 1024 * 1024
"""Bytes kept by one process."""
UNWEIGHED = 512 * 1024
"""What a thing counts for whose maker does not say how large it is."""

_kept: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
_weights: list[int] = [0]
_making: dict[Hashable, Lock] = {}
_lock = Lock()
_asked: ContextVar[list[int] | None] = ContextVar("state of the registry asked in this request", default=None)


def keep(
    name: str,
    make: Callable[[], T],
    *more: Hashable,
    weigh: Callable[[T], int] | None = None,
    state: Callable[[], int] | None = None,
) -> T:
    """What `make` gives, or gave for the same name, language, day and state of the registry.

    Args:
        name: Of the thing.
        make: Works it out; others who ask for the same meanwhile wait for it.
        more: What else it depends on.
        weigh: How many bytes it takes; UNWEIGHED where nothing says so.
        state: Of the registry; `target_state` for what drafts do not change.
    """
    key = (name, (state or registry_state)(), translation.get_language(), timezone.localdate(), more)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return cast(T, _kept[key][0])
        turn = _making.setdefault(key, Lock())
    with turn:
        with _lock:
            if key in _kept:
                return cast(T, _kept[key][0])
        try:
            made = make()
            _put(key, made, UNWEIGHED if weigh is None else weigh(made))
        finally:
            with _lock:
                _making.pop(key, None)
    return made


def keep_each(
    name: str, wanted: Sequence[K], make: Callable[[list[K]], Sequence[T]], *more: Hashable, weigh: Callable[[T], int]
) -> list[T]:
    """One thing for each that is wanted: what is not kept yet is made together.

    Args:
        name: Of the things.
        wanted: What each of them is of.
        make: Works out those that are missing, in the order it is given.
        more: What else they depend on.
        weigh: How many bytes one takes.
    """
    before = (name, registry_state(), translation.get_language(), timezone.localdate(), more)
    found: dict[K, T] = {}
    with _lock:
        for one in wanted:
            if (key := (*before, one)) in _kept:
                _kept.move_to_end(key)
                found[one] = cast(T, _kept[key][0])
    missing = [one for one in dict.fromkeys(wanted) if one not in found]
    if missing:
        for one, made in zip(missing, make(missing), strict=True):
            _put((*before, one), made, weigh(made))
            found[one] = made
    return [found[one] for one in wanted]


def _put(key: Hashable, made: object, weight: int) -> None:
    with _lock:
        _weights[0] += weight - _kept.pop(key, (None, 0))[1]
        _kept[key] = made, weight
        while _weights[0] > MOST and len(_kept) > 1:
            _, (_, gone) = _kept.popitem(last=False)
            _weights[0] -= gone


def kept_bytes() -> int:
    """What all that is kept counts for."""
    return _weights[0]


def registry_state() -> int:
    """Number of the last audit row that tells of a change; 0 where nothing was recorded. Asked once in a request that only reads."""
    asked = _asked.get()
    if asked:
        return asked[0]
    state = last_change()
    if asked is not None:
        asked.append(state)
    return state


def target_state() -> int:
    """Number of the last audit row that may have changed a plan, a target, its owner or its standing."""
    return last_change(DESK_WORK, registry_state())


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
        _weights[0] = 0
