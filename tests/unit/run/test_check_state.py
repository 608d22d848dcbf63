"""Keys that stay, and the state that a row of decisions gives."""

import pytest

from lantu.core.diagnostic import Severity
from lantu.core.finding import Evidence, Finding, FindingKind
from lantu.core.span import Span
from lantu.run.check_state import State, decision_in_force, key_findings, state_of
from lantu.store.models import FindingDecision, Plan, PlanVersion


def make_version(key: int, address: str) -> PlanVersion:
    return PlanVersion(pk=key, number=key, plan=Plan(pk=key * 10, address=address))


def make_finding(quote: str, source: str, start: int = 0, code: str = "C101", title: str = "甲") -> Finding:
    span = Span(start, start + len(quote), quote)
    return Finding(code, FindingKind.ARITHMETIC, Severity.WARNING, title, "", (Evidence(source, span),))


def test_the_key_is_of_rule_plan_and_words_not_of_place_or_title() -> None:
    old, new, other = make_version(1, "plan/a"), make_version(2, "plan/a"), make_version(3, "plan/b")
    (first,) = key_findings([make_finding("7.1 %", "1", 5)], [old])
    (moved,) = key_findings([make_finding("7.1%", "2", 90, title="乙")], [new])
    assert first.key == moved.key
    assert first.plans == (10,)
    changed = [
        key_findings([make_finding("7.2%", "1")], [old]),
        key_findings([make_finding("7.1%", "1", code="C102")], [old]),
        key_findings([make_finding("7.1%", "3")], [other]),
    ]
    assert len({found.key for (found,) in changed} | {first.key}) == 4


def test_the_same_words_twice_are_two_findings() -> None:
    keyed = key_findings([make_finding("7.1%", "1", 5), make_finding("7.1%", "1", 50)], [make_version(1, "plan/a")])
    assert keyed[1].key == f"{keyed[0].key}-2"


@pytest.mark.parametrize(
    ("verdicts", "state"),
    [
        ("", State.OPEN),
        ("accepted", State.ACCEPTED),
        ("accepted withdrawn", State.OPEN),
        ("withdrawn", State.OPEN),
        ("fixed reopened", State.REOPENED),
        ("fixed reopened withdrawn", State.FIXED),
        ("accepted reopened withdrawn withdrawn", State.OPEN),
        ("lapsed", State.LAPSED),
    ],
)
def test_each_withdrawal_takes_back_one_step(verdicts: str, state: State) -> None:
    decisions = [FindingDecision(verdict=verdict) for verdict in verdicts.split()]
    assert state_of(decision_in_force(decisions)) is state
