"""The arrows of objections 申诉: raise one, answer it, correct and score again.

In: a run, who, which target, words; an objection and its outcome. Out: rows that are only added, one audit row each. An
objection that is upheld leads to a new run after the last one of its chain; earlier runs stay as they were given.
Left out on purpose: who may; pages ask the policy.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lantu.act.deadlines import add_working_days
from lantu.core.score import Assessment, Correction, Ranked
from lantu.core.time import CHINA_TIME
from lantu.run.assessing import AssessmentRefusedError, compose_assessment, require_rules, require_run, run_name
from lantu.run.clock import read_clock, today_in_china
from lantu.run.work_messages import tell_answer, tell_objection
from lantu.store.audit import append_audit
from lantu.store.fetch.scores import find_objection, last_of_chain, objections_of, run_noun
from lantu.store.keep.scores import keep_answer, keep_objection, keep_run
from lantu.store.models import Objection, ScoreRun
from lantu.store.transactions import one_transaction

OUTCOMES = ("rejected", "shared", "left_out", "refigured")
MOST_CHARACTERS = 4000
LAPSES = ("sheet/", "case/")
"""What addresses of late returns and cases begin with."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is decided on an objection.

    Attributes:
        kind: One of OUTCOMES.
        note: Why.
        share: Of the target's points that it is given, for "shared".
    """

    kind: str
    note: str
    share: Decimal | None = None


def objection_name(key: int) -> str:
    """Address of an objection."""
    return f"objection/{key}"


def last_day_to_object(row: ScoreRun) -> date | None:
    """The last day for objections to a run; None where its rules set none. A new run of a chain has days of its own."""
    days = run_noun(row).rules.objection_days
    return None if days is None else add_working_days(row.recorded_at.astimezone(CHINA_TIME).date(), days).on


def _check_day(row: ScoreRun) -> None:
    last = last_day_to_object(row)
    if last is not None and today_in_china() > last:
        raise AssessmentRefusedError("too_late", f"objections to {run_name(row.pk)} were possible until {last}")


def find_ranked(assessment: Assessment, subject_code: str) -> Ranked | None:
    """Somebody's score in an assessment."""
    return next((one for one in assessment.ranked if one.score.subject.code == subject_code), None)


def object_to(run_key: int, subject_code: str, target_id: str, text: str, *, by: str) -> int:
    """Raise an objection to a target or lapse of somebody's score, or ("") to the whole. Returns its key.

    Raises:
        LookupError: If there is no such run.
        AssessmentRefusedError: If it says nothing, is about nobody scored there, comes too late, or one on the same is still open.
    """
    row = require_run(run_key)
    text = _require_text(text)
    ranked = find_ranked(run_noun(row), subject_code)
    if ranked is None:
        raise AssessmentRefusedError("unknown", f"{subject_code} is not scored in {run_name(run_key)}")
    _check_day(row)
    lines = ranked.score.lines
    targets = {line.target_id for item in lines for line in item.next} | {
        o.address for item in lines for o in item.lapses
    }
    if target_id and target_id not in targets:
        raise AssessmentRefusedError("target", f"{subject_code} is not scored by {target_id}")
    open_ones = {(o.subject_code, o.target) for o in objections_of(row) if not hasattr(o, "answer")}
    if (subject_code, target_id) in open_ones:
        raise AssessmentRefusedError("same", "an objection to the same is still open")
    at = read_clock()
    with one_transaction():
        kept = keep_objection(run_key, subject_code, target_id, text, at, by=by)
        append_audit(
            by, "objection.raised", objection_name(kept.pk), at,
            run=run_name(run_key), who=subject_code, target=target_id,
        )  # fmt: skip
        tell_objection(kept, at)
    return int(kept.pk)


def answer_objection(key: int, outcome: Outcome, *, by: str) -> int | None:
    """Decide on an objection; score again where it is upheld. Returns the key of the new run, or None.

    Raises:
        LookupError: If there is no such objection.
        AssessmentRefusedError: If it was answered before, or the decision lacks what it needs.
    """
    objection = find_objection(key)
    if objection is None:
        raise LookupError(f"there is no objection {key}")
    note = _require_text(outcome.note)
    _check_outcome(objection, outcome)
    at = read_clock()
    with one_transaction():
        led_to = None if outcome.kind == "rejected" else _score_again(objection, outcome, note, by=by)
        answer = keep_answer(objection, outcome.kind, outcome.share, note, led_to, at, by=by)
        tell_answer(objection, answer, at)
        append_audit(
            by, "objection.answered", objection_name(key), at,
            outcome=outcome.kind, led_to=run_name(led_to.pk) if led_to else "",
        )  # fmt: skip
    return None if led_to is None else int(led_to.pk)


def _score_again(objection: Objection, outcome: Outcome, note: str, *, by: str) -> ScoreRun:
    """A run after the last of the chain: with one more correction, or with the figures known now."""
    last, at = last_of_chain(objection.run), read_clock()
    corrections = run_noun(last).corrections
    known_at = at if outcome.kind == "refigured" else last.known_at
    if outcome.kind != "refigured":
        one = Correction(
            objection.subject_code,
            objection.target,
            outcome.kind == "left_out",
            outcome.share if outcome.share is not None else Decimal(0),
            note,
            objection_name(objection.pk),
        )
        corrections = (*corrections, one)
    rules = require_rules(last.rules.text, last.rules.file_name)
    again = compose_assessment(rules, last.place_id, as_of=last.as_of, known_at=known_at, corrections=corrections)
    row = keep_run(again, last.rules_id, known_at, at, by=by, after=last)
    append_audit(by, "scores.corrected", run_name(row.pk), at, after=run_name(last.pk), digest=row.digest)
    return row


def _check_outcome(objection: Objection, outcome: Outcome) -> None:
    if hasattr(objection, "answer"):
        raise AssessmentRefusedError("answered", "the objection was answered before")
    if outcome.kind not in OUTCOMES:
        raise AssessmentRefusedError("unknown", f"there is no outcome {outcome.kind}")
    if outcome.kind in ("shared", "left_out") and not objection.target:
        raise AssessmentRefusedError("target", "the objection is to the whole score; a share is given to one target")
    if outcome.kind == "shared" and objection.target.startswith(LAPSES):
        raise AssessmentRefusedError("share", "a late return or case counts or is left out; it has no share")
    has_share = outcome.share is not None and 0 <= outcome.share <= 1
    if has_share is not (outcome.kind == "shared"):
        raise AssessmentRefusedError("share", "a share from 0 to 1 goes with the outcome shared, and with no other")


def _require_text(text: str) -> str:
    text = text.strip()
    if not text or len(text) > MOST_CHARACTERS:
        raise AssessmentRefusedError("text", f"say why, in at most {MOST_CHARACTERS} characters")
    return text
