"""数值历史: every version of a value: who, when, why, from where, from when to when it held, and how targets stood by it.

In: a code, a place and the days of a period; without days every period. Out: one page. Left out on purpose: files of whole histories, which the API
and the command line give.
"""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from lantu.core.time import Period
from lantu.show.access import check_may, needs
from lantu.show.addresses import link_indicator, value_anchor
from lantu.show.history_lines import build_versions
from lantu.show.numbers import write_period
from lantu.show.titles import indicator_name, place_name
from lantu.show.unread import heed, is_day
from lantu.store import models
from lantu.store.fetch.indicators import definitions_by_code, places_by_code
from lantu.store.fetch.value_history import list_versions, order_versions, standings_of_series


@needs("read")
def value_history(request: HttpRequest, code: str) -> HttpResponse:
    """The page."""
    definition, place = definitions_by_code().get(code), places_by_code().get(request.GET.get("place", ""))
    if definition is None or place is None:
        raise Http404
    check_may(request, "read", place.code)
    unread = heed(request, {"start": is_day, "end": is_day}, dict.fromkeys(("start", "end"), _("显示的是全部时期")))
    start, end = read_day(request, "start"), read_day(request, "end")
    rows = models.ValueRow.objects.filter(indicator_code=code, place_code=place.code)
    if start is not None and end is not None:
        rows = rows.filter(period_start=start, period_end=end)
    versions = list(list_versions(order_versions(rows)))
    if not versions:
        raise Http404
    standings, definitions = standings_of_series(code, place.code), definitions_by_code()
    periods = sorted(
        {Period(v.row.period_start, v.row.period_end) for v in versions}, key=lambda p: (p.end, p.start), reverse=True
    )
    context: dict[str, Any] = {
        "unread": unread,
        "name": indicator_name(definition),
        "place": place_name(place),
        "indicator_href": link_indicator(code, place.code),
        "blocks": [
            {
                "anchor": value_anchor(period),
                "when": write_period(period),
                "href": link_indicator(code, place.code, value_anchor(period)),
                "lines": build_versions(
                    [v for v in versions if (v.row.period_start, v.row.period_end) == (period.start, period.end)],
                    standings, definitions,
                ),
            }
            for period in periods
        ],
        "csv_href": f"{reverse('api_history_csv')}?{urlencode({'indicator': code, 'place': place.code})}",
        "xlsx_href": f"{reverse('api_history_xlsx')}?{urlencode({'indicator': code, 'place': place.code})}",
        "all_href": f"{reverse('value_history', args=[code])}?{urlencode({'place': place.code})}",
        "is_one": start is not None and end is not None,
    }  # fmt: skip
    return render(request, "lantu/value_history.html", context)


def read_day(request: HttpRequest, name: str) -> date | None:
    """A day of the address, or None where there is none that can be read."""
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
