"""The checker's findings from run to run: which is which, and how each stands.

In: findings, decisions of people and of earlier runs. Out: keys that stay, states, and
what a new run has to say about earlier findings. Left out on purpose: the registry;
nothing is fetched or kept here.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lantu.core.catalogue import fold_name
from lantu.core.finding import Finding
from lantu.core.identity import short_digest
from lantu.store.keep.checks import KeyedFinding
from lantu.store.models import FindingDecision, FindingRow, PlanVersion


class State(StrEnum):
    """How far a finding is dealt with."""

    OPEN = "open"
    REOPENED = "reopened"
    ACCEPTED = "accepted"
    FIXED = "fixed"
    LAPSED = "lapsed"


OPEN_STATES = frozenset({State.OPEN, State.REOPENED})
"""States in which somebody has still to look."""
GONE_STATES = frozenset({State.FIXED, State.LAPSED})
"""States in which a run should not find it any more."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a run says of an earlier finding.

    Attributes:
        key: Of the finding.
        verdict: fixed, lapsed or reopened.
        version: In which it is gone, for fixed ones.
        reason: In words.
    """

    key: str
    verdict: str
    version: PlanVersion | None
    reason: str


def key_findings(findings: Iterable[Finding], versions: Sequence[PlanVersion]) -> tuple[KeyedFinding, ...]:
    """Findings with keys made of the rule, the plans and the words quoted, so that figures elsewhere change nothing.

    Two findings with the same words are numbered in the order in which they stand.
    """
    plans = {str(version.pk): version.plan for version in versions}
    seen: Counter[str] = Counter()
    keyed = []
    for finding in findings:
        cited = [(plans[e.source].address, fold_name(e.span.quote)) for e in finding.evidence]
        key = short_digest(finding.code, *(part for pair in cited for part in pair), length=20)
        seen[key] += 1
        key = key if seen[key] == 1 else f"{key}-{seen[key]}"
        keyed.append(KeyedFinding(key, finding, tuple(sorted({plans[e.source].pk for e in finding.evidence}))))
    return tuple(keyed)


def decision_in_force(decisions: Iterable[FindingDecision]) -> FindingDecision | None:
    """The decision that counts: the latest that was not withdrawn, each withdrawal taking back one."""
    standing: list[FindingDecision] = []
    for decision in decisions:
        if decision.verdict != "withdrawn":
            standing.append(decision)
        elif standing:
            standing.pop()
    return standing[-1] if standing else None


def state_of(decision: FindingDecision | None) -> State:
    """The state that a decision gives."""
    return State(decision.verdict) if decision is not None else State.OPEN


def judge_earlier(
    found: Iterable[str],
    sightings: Sequence[FindingRow],
    seen_in: Mapping[int, Mapping[int, PlanVersion]],
    versions: Mapping[int, PlanVersion],
    decisions: Mapping[str, Sequence[FindingDecision]],
) -> Iterator[Verdict]:
    """What a new run says of findings of earlier ones.

    Args:
        found: Keys the new run found.
        sightings: Findings of earlier runs over these plans or fewer, oldest first.
        seen_in: For each earlier run its plan versions by plan.
        versions: The new run's plan versions by plan.
        decisions: About each key, oldest first.

    A finding that is gone is fixed in the first of its plans whose text is new; where no text is new it has
    lapsed, because rules, names or reviewed entries changed. A version older than the one last looked at says nothing.
    """
    now = set(found)
    states = {key: state_of(decision_in_force(told)) for key, told in decisions.items()}
    for key in sorted(now):
        if states.get(key) in GONE_STATES:
            yield Verdict(key, "reopened", None, "再次检出")
    for row in {row.key: row for row in sightings if row.key not in now}.values():
        before = seen_in[row.run_id]
        if states.get(row.key) in GONE_STATES or any(versions[plan].number < v.number for plan, v in before.items()):
            continue
        order = sorted(before, key=lambda plan: (plan not in row.plans, plan))
        changed = [versions[plan] for plan in order if versions[plan].document_id != before[plan].document_id]
        if changed:
            yield Verdict(row.key, "fixed", changed[0], f"第{changed[0].number}版不再有")
        else:
            yield Verdict(row.key, "lapsed", None, "文本未变，规则、名称对应或审校后的条目有变，不再检出")
