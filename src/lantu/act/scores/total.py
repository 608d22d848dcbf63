"""The score of a department or a district.

In: who, the targets it answers for with their standings, rules, corrections. Out: a score whose lines add up to it, or
a refusal with its reason. Left out on purpose: ranks, which need the others.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lantu.act.scores.adjust import adjust_points, find_vetoes, name_causes
from lantu.act.scores.items import judged_weight, score_item, sort_into_items
from lantu.act.scores.lapses import deduct_lapses
from lantu.act.scores.shares import round_half_up
from lantu.core.score import (
    Assessed,
    Correction,
    Lapse,
    LineKind,
    PointLine,
    Refusal,
    RuleSet,
    Score,
    ScoreLine,
    ScoreTrigger,
    Subject,
)

NIL = Decimal(0)
Move = Callable[[Decimal], Decimal]


@dataclass(frozen=True, slots=True)
class Sum:
    """Points so far: as they are, the least and the most they could be."""

    points: Decimal
    low: Decimal
    high: Decimal

    def add(self, lines: Iterable[ScoreLine]) -> "Sum":
        """With further lines."""
        points, low, high = self.points, self.low, self.high
        for line in lines:
            points, low, high = points + line.points, low + line.low, high + line.high
        return Sum(points, low, high)

    def move(self, to: Move) -> "Sum":
        """After a rule that sets the total."""
        return Sum(to(self.points), to(self.low), to(self.high))


def score_subject(
    subject: Subject,
    assessed: Sequence[Assessed],
    rules: RuleSet,
    corrections: Sequence[Correction] = (),
    lapses: Sequence[Lapse] = (),
) -> Score:
    """Score somebody.

    Args:
        subject: Who.
        assessed: Every target it answers for.
        rules: The rule set.
        corrections: Of upheld objections; those of others are passed over, of two for one target the last counts.
        lapses: What it did not do in time.
    """
    own = {c.target_id: c for c in corrections if c.subject_code == subject.code}
    by_item = sort_into_items(assessed, rules)
    items = tuple(score_item(item, by_item[item.code], rules, own) for item in rules.items)
    judged = share_judged(assessed, rules)
    lines, total = _add_up(items, assessed, rules, frozenset(own), lapses)
    refusal = _refuse(assessed, items, judged, rules)
    if refusal is not Refusal.NONE:
        return Score(subject, None, None, None, refusal, judged, len(assessed), items)
    return Score(subject, total.points, total.low, total.high, refusal, judged, len(assessed), lines)


def share_judged(assessed: Sequence[Assessed], rules: RuleSet) -> Decimal:
    """Share of the weight on somebody's targets that could be judged."""
    by_item = sort_into_items(assessed, rules)
    pairs = [judged_weight(item, by_item[item.code]) for item in rules.items]
    total = sum((of for _, of in pairs), Fraction(0))
    return round_half_up(sum((done for done, _ in pairs), Fraction(0)) / total, rules.line_digits) if total else NIL


def _refuse(assessed: Sequence[Assessed], items: Sequence[ScoreLine], judged: Decimal, rules: RuleSet) -> Refusal:
    if not assessed or all(not item.next for item in items):
        return Refusal.NO_TARGETS
    if judged == NIL or all(item.is_empty for item in items):
        return Refusal.NOTHING_JUDGED
    return Refusal.TOO_LITTLE_JUDGED if judged < rules.least_judged else Refusal.NONE


def _add_up(
    items: tuple[ScoreLine, ...],
    assessed: Sequence[Assessed],
    rules: RuleSet,
    settled: frozenset[str],
    lapses: Sequence[Lapse],
) -> tuple[tuple[ScoreLine, ...], Sum]:
    """All lines in the order they apply, and the score they lead to."""
    lines = list(items)
    total = Sum(NIL, NIL, NIL).add(items)
    counted = sum((item.weight or NIL for item in items if not item.is_empty), NIL)
    if counted and counted != rules.full:
        factor = Fraction(rules.full) / Fraction(counted)
        total = _follow(lines, total, _named(LineKind.SCALE, rules, "scale"), lambda p: _round(p, factor, rules))
    adjusted = (
        *adjust_points(rules.deductions, assessed, rules, LineKind.DEDUCTION, settled),
        *deduct_lapses(rules, lapses, settled),
        *adjust_points(rules.bonuses, assessed, rules, LineKind.BONUS, settled),
    )
    lines += adjusted
    total = total.add(adjusted)
    most = rules.full + sum((bonus.most for bonus in rules.bonuses), NIL)
    total = _follow(lines, total, _named(LineKind.LIMIT, rules, "limit"), lambda p: max(NIL, min(most, p)))
    for trigger, now, is_sure in find_vetoes(assessed, rules, settled):
        total = _apply_veto(lines, total, trigger, now, is_sure, rules)
    rounding = _named(LineKind.ROUNDING, rules, "digits")
    total = _follow(lines, total, rounding, lambda p: round_half_up(Fraction(p), rules.digits))
    return tuple(lines), total


def _apply_veto(
    lines: list[ScoreLine],
    total: Sum,
    trigger: ScoreTrigger,
    now: tuple[Assessed, ...],
    is_sure: bool,
    rules: RuleSet,
) -> Sum:
    after = Sum(
        min(total.points, trigger.most) if now else total.points,
        min(total.low, trigger.most),
        min(total.high, trigger.most) if is_sure else total.high,
    )
    blank = _named(LineKind.VETO, rules, f"vetoes.{trigger.code}", trigger)
    lines.append(_differ(blank, total, after, name_causes(now, trigger, rules)))
    return after


def _follow(lines: list[ScoreLine], total: Sum, blank: ScoreLine, to: Move) -> Sum:
    """Move the total and say by how much, where anything moved."""
    after = total.move(to)
    if after != total:
        lines.append(_differ(blank, total, after))
    return after


def _named(kind: LineKind, rules: RuleSet, part: str, trigger: ScoreTrigger | None = None) -> ScoreLine:
    name, name_en, line = ("", "", 0) if trigger is None else (trigger.name, trigger.name_en, trigger.line)
    return ScoreLine(kind, f"{rules.address}#{part}", line, name, NIL, NIL, NIL, name_en=name_en)


def _differ(blank: ScoreLine, before: Sum, after: Sum, below: tuple[PointLine, ...] = ()) -> ScoreLine:
    return ScoreLine(
        blank.kind,
        blank.rule,
        blank.rule_line,
        blank.name,
        after.points - before.points,
        after.low - before.low,
        after.high - before.high,
        name_en=blank.name_en,
        next=below,
    )


def _round(points: Decimal, factor: Fraction, rules: RuleSet) -> Decimal:
    return round_half_up(Fraction(points) * factor, rules.line_digits)
