"""Links to where a figure comes from.

In: entries, observations, indicators. Out: addresses of pages with the place to
mark. Left out on purpose: `core.identity` addresses, which name things outside the site.
"""

from urllib.parse import urlencode

from django.urls import reverse

from lantu.core.span import Span
from lantu.core.time import Period
from lantu.store import models


def link_entry(plan_key: int, entry_id: str, span: Span | None = None, number: int | None = None) -> str:
    """The plan's text at an entry, with exactly this span marked where one is given."""
    query = {"entry": entry_id}
    if span is not None:
        query["at"] = f"{span.start}-{span.end}"
    if number is not None:
        query["version"] = str(number)
    return f"{reverse('plan', args=[plan_key])}?{urlencode(query)}#here"


def link_row(observation: models.StagedObservation) -> str:
    """The return a figure came in, at its row."""
    return f"{reverse('return', args=[observation.batch_id])}#row-{observation.row}"


def link_indicator(code: str, place_code: str = "", part: str = "") -> str:
    """An indicator's page, for a place, at a part of it."""
    query = f"?{urlencode({'place': place_code})}" if place_code else ""
    return f"{reverse('indicator', args=[code])}{query}{part and '#' + part}"


def value_anchor(period: Period) -> str:
    """The id of a period on an indicator's page; its length tells January to November from the year."""
    return f"value-{period.end.isoformat()}-{(period.end - period.start).days}"
