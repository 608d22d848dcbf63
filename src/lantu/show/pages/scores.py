"""考核: the assessments that were made, the form to make one, and one of them as a ranking or a file.

In: a rule set, a place, a day. Out: a list, a ranking with what the intervals leave open, CSV or XLSX. Left out on purpose:
the points of a single score, which have a page of their own.
"""

import csv
from io import BytesIO, StringIO
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from lantu.core.score import Assessment
from lantu.run.assessing import AssessmentRefusedError, make_assessment, record_rules
from lantu.run.score_table import COLUMNS, list_rows
from lantu.show.access import check_may, may_do, needs, reach_for
from lantu.show.language import is_english
from lantu.show.pages.plans import check_size
from lantu.show.refusals import explain_refusal
from lantu.show.score_lines import SUBJECTS, rank_line
from lantu.show.titles import place_name
from lantu.show.words import word_for
from lantu.store import models
from lantu.store.fetch.plans import list_plans
from lantu.store.fetch.scores import chain_of, find_run, last_of_chain, list_rules, list_runs, objections_of, run_noun

SUPERVISE = "supervise"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class AssessForm(forms.Form):
    """By which rules, whose, and for which day; only places that somebody may assess are offered."""

    rules = forms.ChoiceField(label=gettext_lazy("考核规则"), required=False)
    file = forms.FileField(label=gettext_lazy("或上传新的规则文件（.yml）"), required=False, max_length=200)
    place = forms.ChoiceField(label=gettext_lazy("地区"))
    as_of = forms.DateField(
        label=gettext_lazy("数据截至"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"initial": {"as_of": timezone.localdate()}} | kwargs))
        self.known = {str(row.pk): row for row in list_rules()}
        reach = reach_for(request, SUPERVISE)
        places = {plan.place_id: place_name(plan.place) for plan in list_plans() if reach.covers(plan.place_id)}
        rules = [("", ""), *((key, f"{rules_name(row)} {row.version}") for key, row in self.known.items())]
        self.fields["rules"] = forms.ChoiceField(label=gettext_lazy("考核规则"), required=False, choices=rules)
        self.fields["place"] = forms.ChoiceField(label=gettext_lazy("地区"), choices=list(places.items()))

    def clean_file(self) -> Any:
        """The file, neither empty nor larger than allowed."""
        if (file := self.cleaned_data["file"]) is not None:
            check_size(file)
        return file

    def clean(self) -> dict[str, Any]:
        """Rules are needed, in one way or the other."""
        data = super().clean() or {}
        if not data.get("rules") and not data.get("file") and not self.errors:
            self.add_error("rules", forms.Field.default_error_messages["required"])
        return data


@needs("read")
def scores(request: HttpRequest) -> HttpResponse:
    """The list, with the form for those who may use it."""
    return render_scores(request, AssessForm(request) if may_do(request, SUPERVISE) else None)


@require_POST
@needs(SUPERVISE)
def make_scores(request: HttpRequest) -> HttpResponse:
    """Score, and go to the ranking."""
    form = AssessForm(request, request.POST, request.FILES)
    if not form.is_valid():
        return render_scores(request, form, 422)
    data, by = form.cleaned_data, request.user.get_username()
    check_may(request, SUPERVISE, data["place"])
    try:
        file = data["file"]
        rules = form.known[data["rules"]] if file is None else _record_file(file, by)
        key = make_assessment(rules, data["place"], as_of=data["as_of"], by=by)
    except AssessmentRefusedError as error:
        form.add_error(None, explain_refusal(error.code))
        for problem in error.problems:
            form.add_error("file", f"{problem.place} {problem.message}")
        return render_scores(request, form, 422)
    return redirect("score_run", key=key)


@needs("read")
def score_run(request: HttpRequest, key: int) -> HttpResponse:
    """The ranking."""
    row, noun = require_readable(request, key)
    open_ones = [o for o in objections_of(row) if not hasattr(o, "answer")]
    counts: dict[str, int] = {}
    for objection in open_ones:
        counts[objection.subject_code] = counts.get(objection.subject_code, 0) + 1
    last = last_of_chain(row)
    context = {
        "row": row,
        "rules": rules_name(row.rules),
        "noun": noun,
        "place": place_name(row.place),
        "subject": word_for(SUBJECTS, noun.rules.subject),
        "lines": [(line, counts.get(line.code, 0)) for line in (rank_line(key, one) for one in noun.ranked)],
        "refused": sum(one.rank is None for one in noun.ranked),
        "last": last if last.pk != row.pk else None,
        "chain": chain_of(row),
    }
    return render(request, "lantu/score_run.html", context)


@needs("read")
def score_file(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """All points of all scores, one row a line, as CSV or XLSX."""
    _, noun = require_readable(request, key)
    if form == "xlsx":
        return _send(write_xlsx(noun), XLSX, f"scores-{key}.xlsx")
    if form == "csv":
        return _send(("\ufeff" + write_csv(noun)).encode(), "text/csv; charset=utf-8", f"scores-{key}.csv")
    raise Http404


def write_csv(noun: Assessment) -> str:
    """The rows as comma-separated values."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(list_rows(noun))
    return out.getvalue()


def write_xlsx(noun: Assessment) -> bytes:
    """The rows as a workbook; text stays text, whatever it begins with."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("scores")
    sheet.append(COLUMNS)
    for row in list_rows(noun):
        cells = []
        for column in COLUMNS:
            cell = WriteOnlyCell(sheet, row.get(column, ""))
            if isinstance(cell.value, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def require_readable(request: HttpRequest, key: int) -> tuple[models.ScoreRun, Assessment]:
    """A run that whoever asks may read.

    Raises:
        Http404: If there is none.
    """
    row = find_run(key)
    if row is None:
        raise Http404
    check_may(request, "read", row.place_id)
    return row, run_noun(row)


def rules_name(row: models.ScoreRules) -> str:
    """The name of a rule set in the language in force."""
    return row.name_en if is_english() else row.name


def render_scores(request: HttpRequest, form: AssessForm | None, status: int = 200) -> HttpResponse:
    """The list with the form as it is."""
    runs = [
        (row, rules_name(row.rules), place_name(row.place), word_for(SUBJECTS, row.rules.subject))
        for row in list_runs()
        if not hasattr(row, "before") and may_do(request, "read", row.place_id)
    ]
    return render(request, "lantu/scores.html", {"runs": runs, "form": form}, status=status)


def _record_file(file: Any, by: str) -> models.ScoreRules:
    return record_rules(file.read().decode("utf-8", errors="replace"), file.name, by=by)


def _send(data: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
