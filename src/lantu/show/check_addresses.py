"""Addresses of the pages of the checker.

In: a plan, the plans it is checked with, filters. Out: addresses. Left out on purpose:
places in a plan's text, which `finding_lines` knows.
"""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse

from lantu.show.finding_lines import Filters


def base_query(keys: list[int]) -> dict[str, str]:
    """The part of an address that names the other plans."""
    return {"with": ",".join(str(key) for key in keys[1:])} if len(keys) > 1 else {}


def link_check(key: int, keys: Iterable[int], filters: Filters | None = None, **changes: str) -> str:
    """The page for a plan with those it is checked with."""
    ordered = [key, *sorted(set(keys) - {key})]
    query = base_query(ordered) | (filters.query(**changes) if filters is not None else changes)
    return reverse("check", args=[key]) + (f"?{urlencode(query)}" if query else "")


def link_scope(key: int, scope: str, filters: Filters | None = None) -> str:
    """The page for a plan with all plans of a set it belongs to."""
    return link_check(key, (int(word) for word in scope.split("+")), filters)
