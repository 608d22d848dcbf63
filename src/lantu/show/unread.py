"""What an address asks for that its page does not understand: said in one sentence each, and not asked for any more.

In: a request and what the page knows of each field. Out: the request without the rest, and `Unread`s for `parts/unread.html`.
Left out on purpose: what is understood and finds nothing; and addresses of things that are not there, which are answered 404.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

LONGEST = 60
"""Characters of an address that are told back."""
NOT_NARROWED = _("没有按它筛选")
NOT_SORTED = _("仍按原来的顺序排列")
AS_OF_NOW = _("显示的是现在的情况")
NEWEST = _("显示的是最新的一版")
NOT_MARKED = _("没有标出原文")
USUAL = _("用的是这一页平常的选择")
INSTEAD: Mapping[str, Any] = MappingProxyType(
    {"sort": NOT_SORTED, "as_of": AS_OF_NOW, "version": NEWEST, "at": NOT_MARKED}
)
"""What is shown instead where a page does not say otherwise; else the list is not narrowed."""
Known = Collection[str] | Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the address that was not understood, and what is shown instead of it."""

    told: str
    instead: Any


def heed(request: HttpRequest, known: Mapping[str, Known], instead: Mapping[str, Any] = INSTEAD) -> tuple[Unread, ...]:
    """Leave out of the request what is not understood, and say what that was.

    Args:
        request: Its `GET` is replaced where something is left out; its path stays, by which pages are kept.
        known: For each field, the values a page understands, or a test of one.
        instead: What is shown instead of a field.
    """
    asked = {field: request.GET.get(field, "").strip() for field in known}
    strange = [field for field, value in asked.items() if value and not _is_known(value, known[field])]
    if strange:
        query = request.GET.copy()
        for field in strange:
            del query[field]
        request.GET = query  # type: ignore[assignment]
    return tuple(say(field, asked[field], instead.get(field, NOT_NARROWED)) for field in strange)


def say(field: str, value: str, instead: Any) -> Unread:
    """One field of the address as it is told back, cut where it is long."""
    told = f"{field}={value}"
    return Unread(told if len(told) <= LONGEST else f"{told[:LONGEST]}…", instead)


def is_day(text: str) -> bool:
    """Whether a text is a day as addresses write it: 2026-03-31."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_known(value: str, known: Known) -> bool:
    return bool(known(value)) if callable(known) else value in known
