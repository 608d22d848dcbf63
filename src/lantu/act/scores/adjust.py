"""Deductions, bonuses and vetoes.

In: targets with their standings, the rules. Out: lines. A target that an upheld objection decided brings none of them
about: its points were settled by people. Left out on purpose: what no standing shows; there is no rule without a figure.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal

from lantu.core.score import Assessed, LineKind, PointLine, RuleSet, ScoreLine, ScoreTrigger
from lantu.core.standing import Class, Standing

NIL = Decimal(0)


def pulls(trigger: ScoreTrigger, assessed: Assessed, standing: Standing) -> bool:
    """Whether a target that stands so brings a rule about."""
    if trigger.binding is not None and trigger.binding is not assessed.target.is_binding:
        return False
    if standing.klass not in trigger.classes:
        return False
    return standing.klass is not Class.CANNOT_SAY or not trigger.reasons or standing.reason in trigger.reasons


def adjust_points(
    triggers: Sequence[ScoreTrigger],
    assessed: Sequence[Assessed],
    rules: RuleSet,
    kind: LineKind,
    settled: Collection[str] = (),
) -> tuple[ScoreLine, ...]:
    """A line for each deduction or bonus that some target brings about, or could bring about."""
    lines = []
    for trigger in triggers:
        if trigger.lapse is not None:
            continue
        now, sure, possible = _count(trigger, assessed, settled)
        if not possible:
            continue
        sign = -1 if kind is LineKind.DEDUCTION else 1
        points = tuple(sign * min(trigger.each * len(found), trigger.most) for found in (now, sure, possible))
        lines.append(
            ScoreLine(
                kind,
                _address(rules, kind, trigger),
                trigger.line,
                trigger.name,
                points[0],
                min(points),
                max(points),
                name_en=trigger.name_en,
                next=tuple(_name_cause(one, trigger, rules, kind) for one in now),
            )
        )
    return tuple(lines)


def find_vetoes(
    assessed: Sequence[Assessed], rules: RuleSet, settled: Collection[str] = ()
) -> tuple[tuple[ScoreTrigger, tuple[Assessed, ...], bool], ...]:
    """Each veto that could hold, with the targets that bring it about and whether it holds whatever comes."""
    found = []
    for trigger in rules.vetoes:
        now, sure, possible = _count(trigger, assessed, settled)
        if possible:
            found.append((trigger, now, bool(sure)))
    return tuple(found)


def _count(
    trigger: ScoreTrigger, assessed: Sequence[Assessed], settled: Collection[str]
) -> tuple[tuple[Assessed, ...], tuple[Assessed, ...], tuple[Assessed, ...]]:
    """Targets that bring it about as they stand, whatever comes, and if it comes so."""
    open_ = [one for one in assessed if one.target.id not in settled]
    now = tuple(one for one in open_ if pulls(trigger, one, one.standing))
    sure = tuple(one for one in now if all(pulls(trigger, one, s) for s in one.others))
    possible = tuple(one for one in open_ if any(pulls(trigger, one, s) for s in (one.standing, *one.others)))
    return now, sure, possible


def _name_cause(assessed: Assessed, trigger: ScoreTrigger, rules: RuleSet, kind: LineKind) -> PointLine:
    """The target behind a rule; its points stand in the line above, which has an upper limit."""
    return PointLine(
        _address(rules, kind, trigger),
        trigger.line,
        assessed.target.name,
        NIL,
        NIL,
        NIL,
        assessed.target.id,
        assessed.standing,
        is_owner_guessed=assessed.is_owner_guessed,
    )


def name_causes(assessed: Sequence[Assessed], trigger: ScoreTrigger, rules: RuleSet) -> tuple[PointLine, ...]:
    """The targets behind a veto."""
    return tuple(_name_cause(one, trigger, rules, LineKind.VETO) for one in assessed)


def _address(rules: RuleSet, kind: LineKind, trigger: ScoreTrigger) -> str:
    part = {LineKind.DEDUCTION: "deductions", LineKind.BONUS: "bonuses", LineKind.VETO: "vetoes"}[kind]
    return f"{rules.address}#{part}.{trigger.code}"
