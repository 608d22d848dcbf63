"""Links to where a figure comes from.

In: entries, observations, indicators. Out: addresses of pages with the place to
mark. Left out on purpose: `core.identity` addresses, which name things outside the site.
"""

from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse

from lantu.core.span import Span
from lantu.core.time import Period
from lantu.store import models


@lru_cache(maxsize=8192)
def find_address(name: str, part: "int | str") -> str:
    """The address of a page with one part. A list asks for the same few again and again, and they never change."""
    return reverse(name, args=[part])


def link_entry(plan_key: int, entry_id: str, span: Span | None = None, number: int | None = None) -> str:
    """The plan's text at an entry, with exactly this span marked where one is given."""
    query = {"entry": entry_id}
    if span is not None:
        query["at"] = f"{span.start}-{span.end}"
    if number is not None:
        query["version"] = str(number)
    return f"{find_address('plan', plan_key)}?{urlencode(query)}#here"


def link_row(observation: models.StagedObservation) -> str:
    """The return a figure came in, at its row."""
    return f"{find_address('return', observation.batch_id)}#row-{observation.row}"


def link_indicator(code: str, place_code: str = "", part: str = "") -> str:
    """An indicator's page, for a place, at a part of it."""
    return f"{_find_indicator(code, place_code)}{part and '#' + part}"


@lru_cache(maxsize=8192)
def _find_indicator(code: str, place_code: str) -> str:
    query = f"?{urlencode({'place': place_code})}" if place_code else ""
    return find_address("indicator", code) + query


def link_history(code: str, place_code: str, period: Period) -> str:
    """Every version of a value, on its page."""
    query = {"place": place_code, "start": period.start.isoformat(), "end": period.end.isoformat()}
    return f"{find_address('value_history', code)}?{urlencode(query)}"


def value_anchor(period: Period) -> str:
    """The id of a period on an indicator's page; its length tells January to November from the year."""
    return f"value-{period.end.isoformat()}-{(period.end - period.start).days}"
