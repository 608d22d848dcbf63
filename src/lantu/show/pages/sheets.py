"""填报任务: all sheets one may see, what is due, and how much is asked of whom.

In: filters from the address. Out: lists. Left out on purpose: the sheet itself; `sheet` has it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lantu.act.approval import EDITABLE
from lantu.act.deadlines import count_working_days
from lantu.act.escalation import SHEET_SOON_DAYS
from lantu.core.time import Period
from lantu.show.access import needs, reach_for
from lantu.show.numbers import write_period
from lantu.show.titles import department_name, place_name
from lantu.show.unread import heed
from lantu.show.words import SHEET_STATES, word_for
from lantu.store import models
from lantu.store.fetch.filing import burdens, list_sheets


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One sheet of a list."""

    key: int
    name: str
    place: str
    department: str
    period: str
    state: str
    state_word: str
    cells: int
    due_on: date
    is_due_exact: bool
    days_left: int
    is_open: bool

    @property
    def is_late(self) -> bool:
        """Whether it was due and is not submitted."""
        return self.is_open and self.days_left < 0

    @property
    def is_soon(self) -> bool:
        """Whether it falls due within the next few working days."""
        return self.is_open and 0 <= self.days_left <= SHEET_SOON_DAYS


@needs("see_sheet")
def sheets(request: HttpRequest) -> HttpResponse:
    """The list; `?state=` narrows it, `?due=1` keeps what is late or due soon."""
    found, accepting = visible_sheets(request), reach_for(request, "accept_return")
    lines = list_lines(found)
    reviewed = {s.pk for s in found if s.state == "reviewed" and accepting.covers(s.accepting_place_id)}
    counted = Counter(line.state for line in lines)
    unread = heed(request, {"state": SHEET_STATES})
    chosen, only_due = request.GET.get("state", ""), request.GET.get("due") == "1"
    shown = [
        line
        for line in lines
        if (not chosen or line.state == chosen) and (not only_due or line.is_late or line.is_soon)
    ]
    context: dict[str, Any] = {
        "unread": unread,
        "lines": shown,
        "states": [(code, word, counted[code], code == chosen) for code, word in SHEET_STATES.items()],
        "total": len(lines),
        "batch": "accept_many_sheets",
        "pickable": {line.key for line in shown if line.key in reviewed},
        "late": sum(line.is_late for line in lines),
        "soon": sum(line.is_soon for line in lines),
        "chosen": chosen,
        "only_due": only_due,
    }
    return render(request, "lantu/sheets.html", context)


@needs("see_sheet")
def burden(request: HttpRequest) -> HttpResponse:
    """Cells asked of each department, month by month."""
    reach = reach_for(request, "see_sheet")
    seen = [b for b in burdens() if reach.covers(b.department.place_id, b.department.code)]
    months = sorted({b.month for b in seen})[-12:]
    by_department: dict[str, dict[date, int]] = {}
    names: dict[str, tuple[str, str]] = {}
    for b in seen:
        by_department.setdefault(b.department.code, {})[b.month] = b.cells
        names[b.department.code] = (department_name(b.department), place_name(b.department.place))
    rows = [
        (*names[code], [cells.get(month, 0) for month in months], sum(cells.get(month, 0) for month in months))
        for code, cells in by_department.items()
    ]
    rows.sort(key=lambda row: -row[3])
    return render(request, "lantu/burden.html", {"months": months, "rows": rows})


def visible_sheets(request: HttpRequest) -> list[models.ReturnSheet]:
    """The sheets whoever asks may see, those due first on top."""
    reach = reach_for(request, "see_sheet")
    return [sheet for sheet in list_sheets() if reach.covers(sheet.place_id, sheet.department_id)]


def list_lines(found: Iterable[models.ReturnSheet]) -> list[SheetLine]:
    """Sheets as lines."""
    today = timezone.localdate()
    return [
        SheetLine(
            key=sheet.pk,
            name=sheet.workflow.name,
            place=place_name(sheet.place),
            department=department_name(sheet.department),
            period=write_period(Period(sheet.period_start, sheet.period_end)),
            state=sheet.state,
            state_word=word_for(SHEET_STATES, sheet.state),
            cells=getattr(sheet, "task_count", 0),
            due_on=sheet.due_on,
            is_due_exact=sheet.is_due_exact,
            days_left=count_working_days(today, sheet.due_on),
            is_open=sheet.state in EDITABLE,
        )
        for sheet in found
    ]
