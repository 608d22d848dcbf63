"""The findings of a plan as files: a Word report for the drafting group, a table for a spreadsheet.

In: a plan and those it was checked with. Out: files to keep. Left out on purpose: what
stands in them, which `check_report` says.
"""

import csv
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse

from lantu.run.checking import CheckedFinding, findings_now
from lantu.show.access import needs
from lantu.show.check_report import list_rows, write_report
from lantu.show.pages.check import find_plans
from lantu.show.pages.compare import guard_cell
from lantu.store import models
from lantu.store.fetch.checks import latest_run, versions_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@needs("read")
def check_report(request: HttpRequest, key: int) -> HttpResponse:
    """The Word report."""
    run, versions, items = find_checked(request, key)
    return send(write_report(run, versions, items), DOCX, f"check-{run.scope.replace('+', '-')}.docx")


@needs("read")
def check_table(request: HttpRequest, key: int) -> HttpResponse:
    """The table."""
    run, versions, items = find_checked(request, key)
    out = StringIO()
    csv.writer(out).writerows([guard_cell(cell) for cell in row] for row in list_rows(versions, items))
    data = ("\ufeff" + out.getvalue()).encode()
    return send(data, "text/csv; charset=utf-8", f"check-{run.scope.replace('+', '-')}.csv")


def find_checked(
    request: HttpRequest, key: int
) -> tuple[models.CheckRun, list[models.PlanVersion], tuple[CheckedFinding, ...]]:
    """The newest run with what it and earlier ones found."""
    keys = [plan.pk for plan in find_plans(request, key)]
    run = latest_run(keys)
    if run is None:
        raise Http404
    return run, versions_of(run), findings_now(keys)


def send(data: bytes, kind: str, name: str) -> HttpResponse:
    """A file to keep."""
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
