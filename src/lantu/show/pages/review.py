"""审校: a plan's text with the entries marked, and beside it what people decided about each.

In: a plan, perhaps an entry and what to do with it; verdicts. Out: one page, parts of
it for htmx, redirects. Left out on purpose: rules of deciding, which are in `run.reviewing`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lantu.core.entry import Entry
from lantu.run.jobs import submit_review
from lantu.run.review_state import Review, ReviewItem, State
from lantu.run.reviewing import (
    DecisionRefusedError,
    count_differences,
    decide,
    decide_many,
    review_of,
    suggest_entry,
    withdraw_batch,
)
from lantu.show.access import check_may, may_do, needs
from lantu.show.pages.plan import read_span
from lantu.show.plan_tables import find_grids
from lantu.show.plan_text import Heading, Mark, build_runs
from lantu.show.review_form import EntryForm, build_entry, state_form
from lantu.show.review_lines import (
    STATES,
    VERDICTS,
    build_line,
    count_kinds,
    count_states,
    filter_items,
    mark_correction,
)
from lantu.show.titles import place_name, plan_title
from lantu.show.unread import heed
from lantu.show.words import ENTRY_KINDS, PLAN_KINDS, word_for
from lantu.store import models
from lantu.store.codec import decode_marks
from lantu.store.fetch.plans import sections_of, tables_of
from lantu.store.fetch.reviews import decisions_on, newest_reading, quote_of, version_in_force

NEEDED = "upload_plan"


@dataclass(frozen=True, slots=True)
class Panel:
    """The form that is open.

    Attributes:
        do: correct, reject or add.
        item: The entry it is about; None for one that is added.
        form: For correct and add.
        is_refused: Whether a reason was asked for and not given.
    """

    do: str
    item: ReviewItem | None
    form: EntryForm | None
    is_refused: bool = False


@needs("read")
def review(request: HttpRequest, key: int) -> HttpResponse:
    """The page, or only the form that was asked for."""
    reading = find_open_reading(request, key, "read")
    under = review_of(reading.pk)
    panel = open_panel(request, reading, under) if may_do(request, NEEDED, reading.plan.place_id) else None
    if getattr(request, "htmx", False):
        return render(request, "lantu/parts/review_panel.html", describe_panel(request, reading, panel))
    return render_review(request, reading, under, panel)


@require_POST
@needs(NEEDED)
def decide_entry(request: HttpRequest, key: int) -> HttpResponse:
    """Take one decision. A button's name is the verdict and its value the entry."""
    reading = find_open_reading(request, key, NEEDED)
    by = request.user.get_username()
    verdict = "accepted" if "accepted" in request.POST else "withdrawn"
    if entry_id := request.POST.get(verdict, ""):
        return answer(request, reading, entry_id, lambda: decide(reading.pk, entry_id, verdict, by=by))
    entry_id = request.POST.get("entry", "")
    if request.POST.get("verdict") != "rejected":
        return decide_form(request, reading, entry_id)
    reason = request.POST.get("reason", "").strip()
    if not reason:
        under = review_of(reading.pk)
        return render_review(request, reading, under, Panel("reject", find_item(under, entry_id), None, True), 422)
    return answer(request, reading, entry_id, lambda: decide(reading.pk, entry_id, "rejected", reason=reason, by=by))


def decide_form(request: HttpRequest, reading: models.PlanVersion, entry_id: str) -> HttpResponse:
    """Take a corrected or an added entry."""
    under = review_of(reading.pk)
    item = find_item(under, entry_id) if entry_id else None
    form = EntryForm(reading.document.text, request.POST)
    if not form.is_valid():
        return render_review(request, reading, under, Panel("correct" if item else "add", item, form), 422)
    data = form.cleaned_data
    body = build_entry(data, item.entry if item else None, reading.document_id)
    verdict = "added" if item is None or item.state is State.ADDED else "corrected"
    by = request.user.get_username()
    try:
        entry_id = decide(reading.pk, entry_id, verdict, body=body, reason=data["reason"], by=by)
    except DecisionRefusedError as error:
        form.add_error(None, str(error))
        return render_review(request, reading, under, Panel("correct" if item else "add", item, form), 422)
    return redirect(f"{link_review(request, reading.plan_id, entry=entry_id)}#here")


@require_POST
@needs(NEEDED)
def accept_shown(request: HttpRequest, key: int) -> HttpResponse:
    """Accept every entry that is shown and not yet decided."""
    reading = find_open_reading(request, key, NEEDED)
    shown = filter_items(review_of(reading.pk).items, request.POST.get("kind", ""), request.POST.get("state", ""))
    ids = [item.id for item in shown if item.state is State.OPEN]
    if not ids:
        return redirect(link_review(request, key))
    batch = decide_many(reading.pk, ids, "accepted", by=request.user.get_username())
    return redirect(link_review(request, key, batch=batch))


@require_POST
@needs(NEEDED)
def undo_batch(request: HttpRequest, key: int) -> HttpResponse:
    """Withdraw what was accepted in one go."""
    reading = find_open_reading(request, key, NEEDED)
    withdraw_batch(reading.pk, request.POST.get("batch", ""), by=request.user.get_username())
    return redirect(link_review(request, key))


@require_POST
@needs(NEEDED)
def put_review_in_force(request: HttpRequest, key: int) -> HttpResponse:
    """Queue making the review count and judging the plan by it; the job's page shows how far that is."""
    reading = find_open_reading(request, key, NEEDED)
    job = submit_review(reading.pk, by=request.user.get_username())
    return redirect(link_review(request, key)) if job is None else redirect("job", job)


def find_open_reading(request: HttpRequest, key: int, action: str) -> models.PlanVersion:
    """The reading under review, if whoever asks may do that for its place."""
    reading = newest_reading(key)
    if reading is None:
        raise Http404
    check_may(request, action, reading.plan.place_id)
    return reading


def find_item(under: Review, entry_id: str) -> ReviewItem:
    """The entry of that id."""
    for item in under.items:
        if item.id == entry_id:
            return item
    raise Http404


def open_panel(request: HttpRequest, reading: models.PlanVersion, under: Review) -> Panel | None:
    """The form that the address asks for."""
    do, text = request.GET.get("do", ""), reading.document.text
    if do == "add":
        return Panel("add", None, EntryForm(text, initial=state_form_of_words(request, reading)))
    if do not in ("correct", "reject"):
        return None
    item = find_item(under, request.GET.get("entry", ""))
    return Panel(do, item, EntryForm(text, initial=state_form(item.entry)) if do == "correct" else None)


def state_form_of_words(request: HttpRequest, reading: models.PlanVersion) -> dict[str, Any]:
    """The form of an added entry: what the reader makes of the words that were marked, or nothing."""
    at = read_span(request.GET.get("at", ""))
    if at is None:
        return {}
    try:
        return state_form(suggest_entry(reading.pk, *at))
    except DecisionRefusedError:
        return {}


def answer(request: HttpRequest, reading: models.PlanVersion, entry_id: str, act: Callable[[], object]) -> HttpResponse:
    """Decide, then the line as it now is for htmx, or the whole page."""
    try:
        act()
    except DecisionRefusedError as error:
        raise Http404 from error
    if not getattr(request, "htmx", False):
        return redirect(f"{link_review(request, reading.plan_id, entry=entry_id)}#here")
    under = review_of(reading.pk)
    places = decode_marks(reading.document.marks)
    line = next((build_line(i, reading, entry_id, places) for i in under.items if i.id == entry_id), None)
    is_panel_closed = request.POST.get("verdict") == "rejected"
    context = describe_summary(request, reading, under)
    context |= {"line": line, "is_part": True, "is_panel_closed": is_panel_closed}
    return render(request, "lantu/parts/review_answer.html", context)


def render_review(
    request: HttpRequest, reading: models.PlanVersion, under: Review, panel: Panel | None, status: int = 200
) -> HttpResponse:
    """The whole page."""
    unread = heed(request, {"kind": ENTRY_KINDS, "state": STATES, "at": read_span})
    kind, state = request.GET.get("kind", ""), request.GET.get("state", "")
    chosen = request.GET.get("entry", "") or (panel.item.id if panel and panel.item else "")
    text, plan = reading.document.text, reading.plan
    places, sections = decode_marks(reading.document.marks), sections_of(reading)
    headings = [Heading(s.start, s.end, f"s-{s.section_id}", s.kind, s.level) for s in sections]
    at = read_span(request.GET.get("at", "")) or find_focus(under, chosen)
    context: dict[str, Any] = {
        "unread": unread,
        "plan": plan,
        "title": plan_title(plan),
        "place": place_name(plan.place),
        "plan_kind": word_for(PLAN_KINDS, plan.kind),
        "runs": build_runs(text, headings, build_marks(under), at, find_grids(text, tables_of(reading))),
        "lines": [build_line(item, reading, chosen, places) for item in filter_items(under.items, kind, state)],
        "lost": [(word_for(VERDICTS, d.verdict), d, quote_of(d)) for d in (*under.lost, *under.overtaken)],
        "filter_kind": kind,
        "filter_state": state,
        "kinds": [(k, w, n, link_review(request, plan.pk, kind=k)) for k, w, n in count_kinds(under)],
        "states": [(s, w, n, link_review(request, plan.pk, state=s)) for s, w, n in count_states(under)],
        "all_kinds": link_review(request, plan.pk, kind=""),
        "all_states": link_review(request, plan.pk, state=""),
        "batch": request.GET.get("batch", ""),
    }
    context |= describe_summary(request, reading, under) | describe_panel(request, reading, panel)
    return render(request, "lantu/review.html", context, status=status)


def describe_summary(request: HttpRequest, reading: models.PlanVersion, under: Review) -> dict[str, Any]:
    """How far the review is, and whether it counts."""
    in_force = version_in_force(reading.plan_id)
    return {
        "plan": reading.plan,
        "reading": reading,
        "in_force": in_force,
        "may_review": may_do(request, NEEDED, reading.plan.place_id),
        "entry_count": len(under.items),
        "decided_count": sum(item.state is not State.OPEN for item in under.items),
        "pending_count": 0 if in_force is None else count_differences(under, in_force),
        "query": query_of(request),
    }


def describe_panel(request: HttpRequest, reading: models.PlanVersion, panel: Panel | None) -> dict[str, Any]:
    """What the open form needs."""
    item = panel.item if panel else None
    history = decisions_on(reading.plan_id, item.id) if item else []
    return {
        "plan": reading.plan,
        "panel": panel,
        "panel_line": build_line(item, reading) if item else None,
        "history": [(word_for(VERDICTS, decision.verdict), decision) for decision in history],
        "close": link_review(request, reading.plan_id),
        "query": query_of(request),
    }


def query_of(request: HttpRequest) -> str:
    """The filters in force, to come back to the same list."""
    kept = {name: request.GET[name] for name in ("kind", "state") if request.GET.get(name)}
    return urlencode(kept)


def link_review(request: HttpRequest, key: int, **changes: str) -> str:
    """The page with the same filters, but for what is changed."""
    kept = {name: request.GET[name] for name in ("kind", "state") if request.GET.get(name)} | changes
    query = urlencode({name: value for name, value in kept.items() if value})
    return reverse("review", args=[key]) + (f"?{query}" if query else "")


def build_marks(under: Review) -> list[Mark]:
    """Entries in the text; rejected ones look so, and cells of tables say what they were corrected to."""
    marks = [
        Mark(i.row.start, i.row.end, i.id, "rejected" if i.state is State.REJECTED else i.row.kind) for i in under.items
    ]
    return marks + [
        mark_correction(i.entry) for i in under.items if i.state is State.CORRECTED and i.row.origin == "table"
    ]


def find_focus(under: Review, chosen: str) -> tuple[int, int] | None:
    """What to mark for an entry: in a table the cell with the figure, elsewhere the whole phrase."""
    item = next((item for item in under.items if item.id == chosen), None)
    if item is None:
        return None
    entry: Entry = item.entry
    span = entry.value_span if entry.origin == "table" and entry.value_span else entry.span
    return span.start, span.end
