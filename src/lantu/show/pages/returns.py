"""填报: the files of reported figures, what became of every row, and the form to hand one in.

In: a file, or a return's key. Out: lists, or a job to watch. Left out on purpose:
review and locking, which are a later stage of this page.
"""

from collections import defaultdict
from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.core.entry import Comparator
from lantu.core.time import Period
from lantu.run.jobs import submit_return
from lantu.show.access import may_do, needs, places_for, reach_for, seen_places
from lantu.show.addresses import link_indicator
from lantu.show.comparators import write_bound
from lantu.show.notice_words import tell_hint, tell_message
from lantu.show.notices import notice_advice, notice_title
from lantu.show.numbers import write_amount, write_date, write_period
from lantu.show.pages.plans import check_size
from lantu.show.titles import indicator_name, place_name
from lantu.show.units import unit_word
from lantu.show.words import SEVERITIES, STATUSES, word_for
from lantu.store import models
from lantu.store.fetch.indicators import definitions_by_code, places_by_code
from lantu.store.fetch.returns import find_batch, list_batches, notices_of, rows_of


class ReturnForm(forms.Form):
    """What is asked of somebody who hands in a return."""

    file = forms.FileField(label=gettext_lazy("填报文件"), max_length=200, allow_empty_file=True)

    def clean_file(self) -> UploadedFile:
        """The file, neither empty nor larger than allowed."""
        file: UploadedFile = self.cleaned_data["file"]
        check_size(file)
        return file


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """One row of a return that was kept."""

    row: int
    indicator: str
    indicator_href: str
    place: str
    period: str
    figure: str
    unit: str
    status: str
    is_preliminary: bool
    published: str
    source: str
    source_url: str
    quote: str
    note: str


@dataclass(frozen=True, slots=True)
class RowNotice:
    """What was wrong with a row, or with the file where the row is 0."""

    row: int
    column: str
    code: str
    severity: str
    severity_word: str
    title: str
    message: str
    hint: str
    advice: str


@needs("read")
def returns(request: HttpRequest) -> HttpResponse:
    """The list, with the form for those who may hand in."""
    return render_returns(request, ReturnForm() if may_do(request, "upload_return") else None)


@require_POST
@needs("upload_return")
def upload_return(request: HttpRequest) -> HttpResponse:
    """Take a return and go to the page of its job."""
    form = ReturnForm(request.POST, request.FILES)
    if not form.is_valid():
        return render_returns(request, form, status=422)
    file = form.cleaned_data["file"]
    places = places_for(request, "upload_return")
    return redirect("job", key=submit_return(file.read(), file.name, by=request.user.get_username(), places=places))


def render_returns(request: HttpRequest, form: ReturnForm | None, status: int = 200) -> HttpResponse:
    """The files with rows of places one may read, or handed in by oneself, with a form as it is."""
    batches = list_batches(seen_places(request), request.user.get_username())
    return render(request, "lantu/returns.html", {"batches": batches, "form": form}, status=status)


@needs("read")
def return_(request: HttpRequest, key: int) -> HttpResponse:
    """One return: every row that was kept, and what was wrong with the others.

    Who may not read all places sees what was wrong with the rows of theirs; of other rows, only in a file of their own.
    """
    batch = find_batch(key)
    if batch is None:
        raise Http404
    rows, reach = rows_of(batch), reach_for(request, "read")
    seen = [row for row in rows if reach.covers(row.place_code)]
    is_own = batch.actor == request.user.get_username()
    if not seen and not is_own and not reach.is_everywhere:
        raise PermissionDenied
    told = {0, *(row.row for row in seen)}
    notices = [build_notice(n) for n in notices_of(batch) if is_own or reach.is_everywhere or (n.row or 0) in told]
    by_row: dict[int, list[RowNotice]] = defaultdict(list)
    for notice in notices:
        by_row[notice.row].append(notice)
    lines = build_lines(seen)
    context = {
        "batch": batch,
        "lines": [(line, by_row.get(line.row, [])) for line in lines],
        "notices": notices,
    }
    return render(request, "lantu/return.html", context)


def build_lines(rows: list[models.StagedObservation]) -> list[ReturnLine]:
    """Rows with the names of what they are about."""
    definitions, places = definitions_by_code(), places_by_code()
    return [
        ReturnLine(
            row=row.row,
            indicator=indicator_name(definitions[row.indicator_code])
            if row.indicator_code in definitions
            else row.indicator_code,
            indicator_href=link_indicator(row.indicator_code, row.place_code),
            place=place_name(places[row.place_code]) if row.place_code in places else row.place_code,
            period=write_period(Period(row.period_start, row.period_end)),
            figure="" if row.amount is None else write_bound(Comparator(row.bound)) + write_amount(row.amount),
            unit=unit_word(row.unit),
            status=word_for(STATUSES, row.status),
            is_preliminary=row.status == "preliminary",
            published=write_date(row.published_on) if row.published_on else "",
            source=row.source_name,
            source_url=row.source_url if row.source_url.startswith(("http://", "https://")) else "",
            quote=row.quote,
            note=row.note,
        )
        for row in rows
    ]


def build_notice(notice: models.Notice) -> RowNotice:
    """One notice of the file."""
    return RowNotice(
        row=notice.row or 0,
        column=notice.column,
        code=notice.code,
        severity=notice.severity,
        severity_word=word_for(SEVERITIES, notice.severity),
        title=notice_title(notice.code),
        message=tell_message(notice.message),
        hint=tell_hint(notice.code, notice.hint),
        advice=notice_advice(notice.code),
    )
