"""Arrows of the checker: plan versions checked, findings decided about, plans compared.

In: versions of plans; words of people. Out: a run kept with its findings, decisions
kept, comparisons. Left out on purpose: who may decide, which the policy says.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lantu import __version__
from lantu.check.compare import Comparison, compare_readings
from lantu.check.documents import check_readings
from lantu.core.entry import Reading
from lantu.run.check_state import OPEN_STATES, State, Verdict, decision_in_force, judge_earlier, key_findings, state_of
from lantu.run.clock import read_clock
from lantu.run.wordbooks import load_wordbook
from lantu.store.audit import append_audit
from lantu.store.fetch.checks import (
    decisions_about,
    find_run,
    findings_in_brief,
    findings_of,
    latest_run,
    sightings_among,
    versions_of,
)
from lantu.store.fetch.readings import fetch_reading
from lantu.store.keep.checks import keep_check, keep_finding_decision
from lantu.store.models import CheckRun, FindingDecision, FindingRow, PlanVersion
from lantu.store.transactions import one_transaction

PROGRAM = f"lantu {__version__}"
VERDICTS = ("accepted", "fixed", "reopened", "withdrawn")
"""What a person may say; `lapsed` only a run does."""

Report = Callable[[float, str], None]


class CheckRefusedError(ValueError):
    """The check, or the word on a finding, does not fit; the message says why."""


@dataclass(frozen=True, slots=True)
class CheckedFinding:
    """One finding as it stands now.

    Attributes:
        row: As a run found it.
        state: How far it is dealt with.
        decision: The one that counts, or None.
        history: All that was decided, oldest first.
        is_found: Whether the newest run found it.
    """

    row: FindingRow
    state: State
    decision: FindingDecision | None
    history: tuple[FindingDecision, ...]
    is_found: bool


@dataclass(frozen=True, slots=True)
class OpenCount:
    """How many findings about one plan somebody has still to look at.

    Attributes:
        errors: Of them errors.
        warnings: Of them warnings.
        infos: The others.
        scope: The set of plans in whose newest run most of them stand.
    """

    errors: int
    warnings: int
    infos: int
    scope: str


def check_versions(version_keys: Iterable[int], *, by: str, report: Report | None = None) -> int:
    """Check plan versions against themselves and one another, and keep what is found.

    Args:
        version_keys: Versions that were read, one of each plan.
        by: Who asked.
        report: Called with the share done, 0 to 1, and the code of the step.

    Returns:
        Key of the run.

    Raises:
        CheckRefusedError: If a version was not read, or two are of one plan.
    """
    note = report or (lambda share, step: None)
    versions = find_versions(version_keys)
    note(0.05, "fetch")
    readings = [fetch_reading(version) for version in versions]
    wordbook = load_wordbook({version.plan.place_id for version in versions})
    note(0.3, "check")
    alignments, findings, _ = check_readings(readings, wordbook=wordbook)
    note(0.8, "keep")
    keyed = key_findings(findings, versions)
    at = read_clock()
    with one_transaction():
        verdicts = list(_judge_earlier([item.key for item in keyed], versions))
        run = keep_check(versions, alignments, keyed, at, program=PROGRAM, by=by)
        for told in verdicts:
            keep_finding_decision(
                run,
                told.key,
                told.verdict,
                at,
                by=by,
                reason=told.reason,
                version=told.version,
                is_automatic=True,
            )
        append_audit(
            by,
            "plans.checked",
            run.scope,
            at,
            versions=[version.pk for version in versions],
            findings=len(keyed),
            gone=sum(told.verdict != "reopened" for told in verdicts),
        )
    return int(run.pk)


def find_versions(version_keys: Iterable[int]) -> list[PlanVersion]:
    """Versions that can be checked together, in the order of their plans.

    Raises:
        CheckRefusedError: If they cannot.
    """
    keys = set(version_keys)
    rows = PlanVersion.objects.filter(pk__in=keys, read_at__isnull=False)
    rows = rows.select_related("plan", "plan__place", "document").defer("document__data")
    versions = sorted(rows, key=lambda version: version.plan_id)
    if not keys or len(versions) != len(keys):
        raise CheckRefusedError("only plan versions that were read can be checked")
    if len({version.plan_id for version in versions}) != len(versions):
        raise CheckRefusedError("two versions of one plan are compared, not checked together")
    return versions


def _judge_earlier(found: list[str], versions: Sequence[PlanVersion]) -> Iterable[Verdict]:
    by_plan = {version.plan_id: version for version in versions}
    sightings = sightings_among(by_plan)
    runs = {row.run_id: row.run for row in sightings}
    seen_in = {key: {version.plan_id: version for version in versions_of(run)} for key, run in runs.items()}
    decisions = decisions_about({*found, *(row.key for row in sightings)})
    return judge_earlier(found, sightings, seen_in, by_plan, decisions)


def findings_now(plan_keys: Iterable[int]) -> tuple[CheckedFinding, ...]:
    """All findings ever made about exactly these plans together: those of the newest run first, then those that are gone."""
    plans = sorted(set(plan_keys))
    run = latest_run(plans)
    if run is None:
        return ()
    rows = findings_of(run)
    found = {row.key for row in rows}
    earlier = {row.key: row for row in sightings_among(plans) if row.run.scope == run.scope and row.key not in found}
    decisions = decisions_about({*found, *earlier})
    return tuple(_state(row, decisions, row.key in found) for row in (*rows, *earlier.values()))


def _state(row: FindingRow, decisions: dict[str, list[FindingDecision]], is_found: bool) -> CheckedFinding:
    history = tuple(decisions.get(row.key, ()))
    decision = decision_in_force(history)
    return CheckedFinding(row, state_of(decision), decision, history, is_found)


def decide_finding(
    run_key: int, key: str, verdict: str, *, reason: str = "", version_number: int | None = None, by: str
) -> None:
    """Keep what somebody decided about one finding.

    Args:
        run_key: The run that was looked at.
        key: Of the finding.
        verdict: One of VERDICTS.
        reason: Why; needed to accept.
        version_number: For fixed: the number of the version in which it will be gone, or None where that is not known.
        by: Who decided.

    Raises:
        CheckRefusedError: If it does not fit; nothing was kept.
    """
    run, row = find_run(run_key), FindingRow.objects.filter(key=key).order_by("-run_id").first()
    if run is None or row is None:
        raise CheckRefusedError(f"there is no finding {key}")
    state = state_of(decision_in_force(decisions_about([key]).get(key, ())))
    _check_step(verdict, state, reason)
    version = _find_fixed(row, version_number) if verdict == "fixed" and version_number is not None else None
    at = read_clock()
    with one_transaction():
        keep_finding_decision(run, key, verdict, at, by=by, reason=reason.strip(), version=version)
        append_audit(by, "finding.decided", run.scope, at, finding=key, code=row.code, verdict=verdict)


def _check_step(verdict: str, state: State, reason: str) -> None:
    """From open to accepted or fixed, from these to open again; whatever was decided can be withdrawn."""
    if verdict not in VERDICTS:
        raise CheckRefusedError(f"{verdict!r} is no verdict")
    if verdict == "accepted" and not reason.strip():
        raise CheckRefusedError("accepting a finding needs a reason")
    is_open = state in OPEN_STATES
    if verdict in ("accepted", "fixed") and not is_open:
        raise CheckRefusedError(f"the finding is {state} already")
    if (verdict == "reopened" and is_open) or (verdict == "withdrawn" and state is State.OPEN):
        raise CheckRefusedError(f"the finding is {state}")


def _find_fixed(row: FindingRow, number: int) -> PlanVersion:
    version = PlanVersion.objects.filter(plan__in=row.plans, number=number).order_by("plan_id").first()
    if version is None:
        raise CheckRefusedError(f"no plan of this finding has a version {number}")
    return version


def compare_versions(first_key: int, second_key: int) -> tuple[PlanVersion, PlanVersion, tuple[Comparison, ...]]:
    """Two plan versions target by target, of one plan or of two.

    Raises:
        CheckRefusedError: If one of them was not read, or both are the same.
    """
    rows = PlanVersion.objects.filter(pk__in={first_key, second_key}, read_at__isnull=False)
    found = {v.pk: v for v in rows.select_related("plan", "plan__place", "document").defer("document__data")}
    if len(found) != 2:
        raise CheckRefusedError("two different plan versions that were read are needed")
    first, second = found[first_key], found[second_key]
    wordbook = load_wordbook({first.plan.place_id, second.plan.place_id})
    readings: tuple[Reading, Reading] = (fetch_reading(first), fetch_reading(second))
    return first, second, compare_readings(*readings, wordbook)


def open_findings(runs: Iterable[CheckRun]) -> list[tuple[FindingRow, str]]:
    """What stands open in these runs, each with the set of plans of the first run that found it."""
    found: dict[str, tuple[FindingRow, str]] = {}
    for run in runs:
        for row in findings_of(run):
            found.setdefault(row.key, (row, run.scope))
    decisions = decisions_about(found)
    return [told for key, told in found.items() if state_of(decision_in_force(decisions.get(key, ()))) in OPEN_STATES]


def open_counts(runs: Iterable[CheckRun]) -> dict[int, OpenCount]:
    """For each plan what stands open in these runs, each finding counted once however many of them found it."""
    scopes = {run.pk: run.scope for run in runs}
    rows = findings_in_brief(scopes)
    decisions = decisions_about({row.key for row in rows})
    is_open = {key: state_of(decision_in_force(decisions.get(key, ()))) in OPEN_STATES for key in {r.key for r in rows}}
    keys: dict[int, dict[str, str]] = {}
    told: dict[int, Counter[str]] = {}
    for row in (row for row in rows if is_open[row.key]):
        for plan in row.plans:
            keys.setdefault(plan, {})[row.key] = row.severity
            told.setdefault(plan, Counter())[scopes[row.run_id]] += 1
    return {
        plan: OpenCount(
            **{f"{severity}s": list(found.values()).count(severity) for severity in ("error", "warning", "info")},
            scope=told[plan].most_common(1)[0][0],
        )
        for plan, found in keys.items()
    }
