"""One score: every point down to its rule, its standing and its sentence; objections to it and their answers.

In: a run and who is scored; words of an objection; a decision. Out: the page; a new run where an objection is upheld.
Left out on purpose: changing points by hand.
"""

from decimal import Decimal, InvalidOperation

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantu.core.score import Assessment, Ranked, SubjectKind
from lantu.run.assessing import AssessmentRefusedError
from lantu.run.clock import today_in_china
from lantu.run.objecting import Outcome, answer_objection, find_ranked, last_day_to_object, object_to
from lantu.show.access import check_may, may_do, needs
from lantu.show.pages.scores import SUPERVISE, require_readable, rules_name
from lantu.show.refusals import explain_refusal
from lantu.show.score_lines import OUTCOMES, rank_line, show_lines, show_objections, subject_name
from lantu.show.titles import place_name
from lantu.store import models
from lantu.store.fetch.scores import find_objection, last_of_chain, objections_of

OBJECT = "object_score"


@needs("read")
def score(request: HttpRequest, key: int, code: str) -> HttpResponse:
    """The page."""
    row, noun = require_readable(request, key)
    one = _require_ranked(noun, code)
    points = [point for line in one.score.lines for point in line.next]
    names = {point.target_id: point.name for point in points}
    names |= {lapse.address: lapse.name for line in one.score.lines for lapse in line.lapses}
    last, until = last_of_chain(row), last_day_to_object(row)
    is_open = until is None or today_in_china() <= until
    context = {
        "row": row,
        "rules": rules_name(row.rules),
        "noun": noun,
        "place": place_name(row.place),
        "one": one,
        "name": subject_name(one.score),
        "line": rank_line(key, one),
        "lines": show_lines(one.score.lines, row.known_at, row.as_of),
        "targets": names.items(),
        "rule_text": list(enumerate(row.rules.text.splitlines(), start=1)),
        "objections": show_objections((o for o in objections_of(row) if o.subject_code == code), names),
        "outcomes": OUTCOMES.items(),
        "may_object": is_open and last.pk == row.pk and may_do(request, OBJECT, *_scope_of(row, noun, code)),
        "until": until,
        "is_open": is_open,
        "may_answer": may_do(request, SUPERVISE, row.place_id),
        "last": last if last.pk != row.pk else None,
    }
    return render(request, "lantu/score.html", context)


@require_POST
@needs(OBJECT)
def object_score(request: HttpRequest, key: int, code: str) -> HttpResponse:
    """Raise an objection."""
    row, noun = require_readable(request, key)
    _require_ranked(noun, code)
    check_may(request, OBJECT, *_scope_of(row, noun, code))
    try:
        object_to(
            key, code, request.POST.get("target", ""), request.POST.get("text", ""), by=request.user.get_username()
        )
    except AssessmentRefusedError as error:
        messages.error(request, explain_refusal(error.code))
    else:
        messages.success(request, _("申诉已提交。"))
    return redirect("score", key=key, code=code)


@require_POST
@needs(SUPERVISE)
def answer_score(request: HttpRequest, key: int) -> HttpResponse:
    """Decide on an objection."""
    objection = find_objection(key)
    if objection is None:
        raise Http404
    check_may(request, SUPERVISE, objection.run.place_id)
    outcome = request.POST.get("outcome", "")
    here = objection.run_id
    try:
        share = _read_share(request.POST.get("share", "")) if outcome == "shared" else None
        decided = Outcome(outcome, request.POST.get("note", ""), share)
        led_to = answer_objection(key, decided, by=request.user.get_username())
    except AssessmentRefusedError as error:
        messages.error(request, explain_refusal(error.code))
    else:
        messages.success(request, _("已答复。") if led_to is None else _("已答复，并重新评分；原来的得分保留。"))
        here = led_to or here
    return redirect("score", key=here, code=objection.subject_code)


def _read_share(text: str) -> Decimal | None:
    """A share from the per cent that somebody typed, or None."""
    try:
        typed = Decimal(text.strip().rstrip("%％"))
    except InvalidOperation:
        return None
    return typed / 100 if typed.is_finite() else None


def _require_ranked(noun: Assessment, code: str) -> Ranked:
    one = find_ranked(noun, code)
    if one is None:
        raise Http404
    return one


def _scope_of(row: models.ScoreRun, noun: Assessment, code: str) -> tuple[str, str | None]:
    """Place and department of who is scored; a district is a place."""
    is_district = noun.rules.subject is SubjectKind.DISTRICT
    return (code, None) if is_district else (row.place_id, code)
