"""The arrows of assessment 考核: score departments or districts by a rule set, keep the scores, give them again.

In: a rule set, a place, a day. Out: scores kept whole with the instant whose knowledge they rest on. A rule set is kept
as the file that laid it down; a code and version never mean two texts. Left out on purpose: objections (`objecting`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from lantu.act.scores.rank import rank_scores
from lantu.act.scores.total import score_subject
from lantu.core.diagnostic import Diagnostic
from lantu.core.identity import digest_bytes
from lantu.core.observation import Status
from lantu.core.quantity import Quantity
from lantu.core.score import Assessed, Assessment, Correction, Lapse, RuleSet, Subject, SubjectKind
from lantu.core.standing import Standing
from lantu.core.target import Target
from lantu.core.value import Value
from lantu.judge.settings import DEFAULT, Settings
from lantu.judge.standing import judge_target
from lantu.packs.score_rules import read_score_rules
from lantu.run.clock import end_of_day, read_clock
from lantu.store.audit import append_audit
from lantu.store.fetch.scores import (
    departments_known,
    districts_of,
    find_rules,
    find_run,
    lapses_known,
    owners_known,
    run_noun,
)
from lantu.store.keep.scores import keep_rules, keep_run
from lantu.store.known import known_values
from lantu.store.models import ScoreRules, ScoreRun
from lantu.store.targets import targets_in_force
from lantu.store.transactions import one_transaction

Series = Mapping[tuple[str, str], Sequence[Value]]


class AssessmentRefusedError(ValueError):
    """Nothing was scored; `code` says why.

    Attributes:
        code: rules, version, not_in_force, text, target, share, answered, same, too_late or unknown.
        problems: What is wrong with the file, where it is the file.
    """

    def __init__(self, code: str, message: str, problems: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.problems = problems


def require_rules(text: str, name: str) -> RuleSet:
    """The rule set that a file states.

    Raises:
        AssessmentRefusedError: If anything is wrong with it.
    """
    rules, problems = read_score_rules(text, name)
    if rules is None:
        said = "; ".join(f"{problem.place}: {problem.message}" for problem in problems)
        raise AssessmentRefusedError("rules", said, problems)
    return rules


def record_rules(text: str, name: str, *, by: str) -> ScoreRules:
    """Keep a version of a rule set; the same text again changes nothing.

    Raises:
        AssessmentRefusedError: If the file is wrong, or its code and version are known with another text.
    """
    rules = require_rules(text, name)
    known = find_rules(rules.code, rules.version)
    if known is not None:
        if known.digest != digest_bytes(text.encode()):
            raise AssessmentRefusedError(
                "version", f"{rules.address} is known with another text; give it a new version"
            )
        return known
    at = read_clock()
    with one_transaction():
        row = keep_rules(rules, text, name, at, by=by)
        append_audit(by, "rules.recorded", rules.address, at, digest=row.digest)
    return row


def compose_assessment(
    rules: RuleSet, place_code: str, *, as_of: date, known_at: datetime, corrections: tuple[Correction, ...] = ()
) -> Assessment:
    """All scores of a place by a rule set; not kept.

    Args:
        rules: The rules.
        place_code: Whose departments, or whose districts.
        as_of: The day the standings speak for.
        known_at: Nothing recorded later is used.
        corrections: Of upheld objections.

    Raises:
        AssessmentRefusedError: If the rules do not hold on that day.
    """
    if as_of < rules.begins_on or (rules.ends_on is not None and as_of > rules.ends_on):
        raise AssessmentRefusedError("not_in_force", f"{rules.address} does not hold on {as_of}")
    subjects = _list_subjects(rules, place_code, as_of, known_at)
    found: defaultdict[str, list[Assessed]] = defaultdict(list)
    for code, assessed in _assess_targets(rules, place_code, as_of, known_at):
        found[code].append(assessed)
    lapses = _list_lapses(rules, place_code, as_of, known_at)
    scores = [
        score_subject(subject, found.get(subject.code, ()), rules, corrections, lapses.get(subject.code, ()))
        for subject in subjects
        # departments that answer for no target of the plans are not assessed by them
        if subject.code in found or rules.subject is SubjectKind.DISTRICT
    ]
    return Assessment(rules, place_code, as_of, rank_scores(scores), corrections)


def make_assessment(rules_row: ScoreRules, place_code: str, *, as_of: date, by: str) -> int:
    """Score, and keep the scores. Returns the run's key.

    Raises:
        AssessmentRefusedError: If the rules do not hold on that day.
    """
    at = read_clock()
    known_at = min(at, end_of_day(as_of))
    rules = require_rules(rules_row.text, rules_row.file_name)
    assessment = compose_assessment(rules, place_code, as_of=as_of, known_at=known_at)
    with one_transaction():
        row = keep_run(assessment, rules_row.pk, known_at, at, by=by)
        append_audit(
            by, "scores.given", run_name(row.pk), at, rules=rules.address, as_of=as_of.isoformat(), digest=row.digest
        )
    return int(row.pk)


def replay_assessment(key: int) -> Assessment:
    """The scores of a kept run, given anew from the registry with what was known then.

    Raises:
        LookupError: If there is no such run.
    """
    row = require_run(key)
    rules = require_rules(row.rules.text, row.rules.file_name)
    return compose_assessment(
        rules,
        row.place_id,
        as_of=row.as_of,
        known_at=row.known_at,
        corrections=run_noun(row).corrections,
    )


def require_run(key: int) -> ScoreRun:
    """The run with this key.

    Raises:
        LookupError: If there is none.
    """
    row = find_run(key)
    if row is None:
        raise LookupError(f"there is no assessment {key}")
    return row


def run_name(key: int) -> str:
    """Address of a run."""
    return f"assessment/{key}"


def _list_subjects(rules: RuleSet, place_code: str, as_of: date, known_at: datetime) -> list[Subject]:
    if rules.subject is SubjectKind.DISTRICT:
        return [Subject(p.code, p.name, p.name_en, p.code) for p in districts_of(place_code)]
    return [Subject(d.code, d.name, d.name_en, place_code) for d in departments_known(place_code, as_of, known_at)]


def _list_lapses(rules: RuleSet, place_code: str, as_of: date, known_at: datetime) -> Mapping[str, Sequence[Lapse]]:
    """What was not done in time, by the code of who is scored; nothing is asked where no rule counts it."""
    found: defaultdict[str, list[Lapse]] = defaultdict(list)
    if any(trigger.lapse is not None for trigger in rules.deductions):
        for department, place, lapse in lapses_known(rules.begins_on, as_of, known_at):
            if rules.subject is SubjectKind.DISTRICT:
                found[place].append(lapse)
            elif place == place_code:
                found[department].append(lapse)
    return found


def _assess_targets(rules: RuleSet, place_code: str, as_of: date, known_at: datetime) -> Iterator[tuple[str, Assessed]]:
    """Each target that counts, with the code of who answers for it and how else it could stand."""
    series: defaultdict[tuple[str, str], list[Value]] = defaultdict(list)
    for value in known_values(known_at):
        series[value.indicator_code, value.place_code].append(value)
    owners = owners_known(as_of, known_at)
    for _, target in targets_in_force(known_at, day=as_of):
        if rules.subject is SubjectKind.DISTRICT:
            owner = (target.place_code, False)
        elif target.place_code == place_code:
            owner = (
                owners.get(("target", target.id, place_code))
                or owners.get(("indicator", target.indicator_code, place_code))
                or ("", False)
            )
        else:
            continue
        if owner[0]:
            standing = _judge(target, series, as_of, DEFAULT)
            others = _judge_otherwise(target, standing, series, as_of, rules)
            yield owner[0], Assessed(target, standing, others, owner[1])


def _judge_otherwise(
    target: Target, standing: Standing, series: Series, as_of: date, rules: RuleSet
) -> tuple[Standing, ...]:
    """How a target would stand with preliminary figures a little lower or higher, and with other bands."""
    found = []
    if standing.is_preliminary and rules.preliminary > 0:
        for factor in (1 - rules.preliminary, 1 + rules.preliminary):
            moved = {key: tuple(_move(v, factor) for v in series.get(key, ())) for key in _keys_of(target)}
            found.append(_judge(target, moved, as_of, DEFAULT))
    found += [_judge(target, series, as_of, replace(DEFAULT, band=band)) for band in rules.bands]
    as_is = (standing.klass, standing.done, standing.expected)
    return tuple(other for other in found if (other.klass, other.done, other.expected) != as_is)


def _judge(target: Target, series: Series, as_of: date, settings: Settings) -> Standing:
    own, partner = _keys_of(target)
    return judge_target(target, series.get(own, ()), series.get(partner, ()), as_of=as_of, settings=settings)


def _keys_of(target: Target) -> tuple[tuple[str, str], tuple[str, str]]:
    return (target.indicator_code, target.place_code), (target.relative_to, target.place_code)


def _move(value: Value, factor: Decimal) -> Value:
    if value.status is not Status.PRELIMINARY or not isinstance(value.quantity, Quantity):
        return value
    return replace(value, quantity=Quantity(value.quantity.amount * factor, value.quantity.unit))
