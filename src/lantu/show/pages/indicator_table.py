"""The figures of one indicator and place as CSV: every period, those in force and those that were said before.

In: a code and a place. Out: a file. Left out on purpose: pictures of the chart, which the browser makes of what it drew.
"""

import csv
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lantu.core.absence import Absence
from lantu.core.quantity import format_amount
from lantu.show.access import check_may, needs
from lantu.show.pages.indicator import pick_place
from lantu.show.words import STATUSES, word_for
from lantu.store import models
from lantu.store.fetch.figures import observations_by_key, observations_for, values_for
from lantu.store.fetch.indicators import definitions_by_code, places_by_code
from lantu.store.fetch.standings import targets_for
from lantu.store.known import value_noun


@needs("read")
def indicator_table(request: HttpRequest, code: str) -> HttpResponse:
    """The file."""
    if code not in definitions_by_code():
        raise Http404
    values = [(row, value_noun(row)) for row in values_for(code)]
    place = pick_place(request.GET.get("place", ""), places_by_code(), targets_for(code), values)
    check_may(request, "read", place.code if place else None)
    text = write_values(code, place.code if place else "", [row for row, _v in values])
    return HttpResponse(
        "\ufeff" + text,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{code}-{place.code if place else "none"}.csv"'},
    )


def write_values(code: str, place_code: str, values: list[models.ValueRow]) -> str:
    """One row a figure in force, then one for each reported figure it replaced or rests on."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [_("指标"), _("地区"), _("起"), _("止"), _("数值"), _("单位"), _("性质"), _("是否采用"), _("来源"), _("网址"),
         _("发布日期"), _("登记时间")]
    )  # fmt: skip
    own = [row for row in values if row.place_code == place_code]
    inputs = observations_by_key(key for row in own for key in row.inputs)
    used = {key for row in own for key in row.inputs}
    for row in own:
        noun = value_noun(row)
        number = "" if isinstance(noun.quantity, Absence) else format_amount(noun.quantity.amount)
        names = [inputs[key].source_name or inputs[key].batch.name for key in row.inputs if key in inputs]
        writer.writerow(
            [code, place_code, row.period_start, row.period_end, number, row.unit, word_for(STATUSES, row.status),
             _("采用"), _("；").join(dict.fromkeys(names)), "", row.published_on or "", row.recorded_at.isoformat()]
        )  # fmt: skip
    for told in observations_for(code, place_code):
        number = "" if told.amount is None else format_amount(told.amount)
        writer.writerow(
            [code, place_code, told.period_start, told.period_end, number, told.unit, word_for(STATUSES, told.status),
             _("据以得出") if str(told.pk) in used else _("未采用"), told.source_name or told.batch.name,
             told.source_url, told.published_on or "", told.recorded_at.isoformat()]
        )  # fmt: skip
    return out.getvalue()
