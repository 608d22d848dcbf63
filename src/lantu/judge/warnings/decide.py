"""Which warnings open, change and close.

In: facts as of a day, the rules, and the warnings that are open. Out: moves, in the order of the facts. Left out on purpose: the
history; a warning that opens again after it was closed is a new one.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lantu.core.warning import Level, OpenWarning, Step, WarningMove, WarningRule
from lantu.judge.warnings.facts import Fact, find_since, list_evidence

Key = tuple[str, str]
"""Cause and subject."""
Held = tuple[Level, WarningRule, date]


def decide_warnings(
    facts: Iterable[Fact], rules: Sequence[WarningRule], opened: Mapping[Key, OpenWarning], as_of: date
) -> tuple[WarningMove, ...]:
    """What happens to warnings.

    Args:
        facts: All that rules can look at, one a subject; an open warning whose subject is not among them is closed.
        rules: In force.
        opened: Open warnings by cause and subject.
        as_of: The day to speak for.
    """
    moves: list[WarningMove] = []
    seen: set[Key] = set()
    for fact in facts:
        for cause in dict.fromkeys(rule.cause for rule in rules):
            key = (cause, fact.subject)
            if key in seen:
                continue
            seen.add(key)
            own = [rule for rule in rules if rule.cause == cause]
            move = _decide(fact, own, key, opened.get(key), as_of)
            if move is not None:
                moves.append(move)
    gone = (warning for key, warning in opened.items() if key not in seen)
    return (*moves, *(_close(warning, ()) for warning in gone))


def _decide(
    fact: Fact, rules: Sequence[WarningRule], key: Key, opened: OpenWarning | None, as_of: date
) -> WarningMove | None:
    held = _find_gravest(fact, rules, opened, as_of)
    evidence = list_evidence(fact)
    if held is None:
        return None if opened is None else _close(opened, evidence)
    level, rule, since = held
    if opened is None:
        return WarningMove(Step.OPENED, *key, level, rule.code, since, evidence)
    if level is opened.level:
        return None
    step = Step.RAISED if level.gravity > opened.level.gravity else Step.LOWERED
    return WarningMove(step, *key, level, rule.code, since, evidence)


def _find_gravest(fact: Fact, rules: Sequence[WarningRule], opened: OpenWarning | None, as_of: date) -> Held | None:
    held: list[Held] = []
    for rule in rules:
        since = find_since(rule, fact, as_of, is_open=opened is not None and opened.rule == rule.code)
        if since is None:
            continue
        # an open warning of the same rule goes on from where it began, through a pause too short to close it
        start = min(since, opened.since) if opened is not None and opened.rule == rule.code else since
        level = find_level(rule, (as_of - start).days)
        if level is not None:
            held.append((level, rule, start))
    return max(held, key=lambda found: found[0].gravity, default=None)


def find_level(rule: WarningRule, days: int) -> Level | None:
    """The level after so many days; None where the rule has not held long enough."""
    reached = [level for after, level in rule.levels if days >= after]
    return max(reached, key=lambda level: level.gravity, default=None)


def _close(warning: OpenWarning, evidence: tuple[tuple[str, str], ...]) -> WarningMove:
    return WarningMove(
        Step.CLOSED, warning.cause, warning.subject, warning.level, warning.rule, warning.since, evidence
    )
