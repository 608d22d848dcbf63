"""The weighted parts of a score, a line a target.

In: the targets somebody answers for, rules, corrections. Out: a line for each item, with a line for each of its
targets below it. Left out on purpose: deductions, bonuses and vetoes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lantu.act.scores.shares import Share, absence_rule, find_share, round_half_up
from lantu.core.score import Assessed, Correction, LineKind, PointLine, RuleSet, ScoreItem, ScoreLine, Why
from lantu.core.standing import Class

NIL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """A target in its item with its share and its weight there."""

    assessed: Assessed
    share: Share
    weight: Fraction


def sort_into_items(assessed: Sequence[Assessed], rules: RuleSet) -> dict[str, tuple[Assessed, ...]]:
    """Targets by the code of the first item that takes them; a target that none takes gives no points."""
    sorted_in: dict[str, list[Assessed]] = {item.code: [] for item in rules.items}
    for one in assessed:
        item = next((item for item in rules.items if takes(item, one)), None)
        if item is not None:
            sorted_in[item.code].append(one)
    return {code: tuple(found) for code, found in sorted_in.items()}


def takes(item: ScoreItem, assessed: Assessed) -> bool:
    """Whether an item counts a target."""
    if item.binding is not None and item.binding is not assessed.target.is_binding:
        return False
    return not item.indicators or assessed.target.indicator_code in item.indicators


def score_item(
    item: ScoreItem, assessed: Sequence[Assessed], rules: RuleSet, corrections: Mapping[str, Correction]
) -> ScoreLine:
    """The line of an item; its points are the sum of those of its targets."""
    weights = dict(item.weights)
    parts = [
        Part(
            one,
            find_share(one, item.basis, rules, corrections.get(one.target.id)),
            Fraction(weights.get(one.target.indicator_code, 1)),
        )
        for one in assessed
    ]
    counted = sum((part.weight for part in parts if not part.share.is_left_out), Fraction(0))
    lines = tuple(_score_part(part, item, rules, counted) for part in parts)
    return ScoreLine(
        LineKind.ITEM,
        f"{rules.address}#items.{item.code}",
        item.line,
        item.name,
        sum((line.points for line in lines), NIL),
        sum((line.low for line in lines), NIL),
        sum((line.high for line in lines), NIL),
        weight=item.weight,
        is_empty=not counted,
        name_en=item.name_en,
        next=lines,
    )


def judged_weight(item: ScoreItem, assessed: Sequence[Assessed]) -> tuple[Fraction, Fraction]:
    """How much of an item's weight could be judged, and how much of it is on targets at all.

    What the rules leave out counts as not judged: a score must not rest on the one figure that came in.
    """
    weights = dict(item.weights)
    total = sum((Fraction(weights.get(one.target.indicator_code, 1)) for one in assessed), Fraction(0))
    if not total:
        return Fraction(0), Fraction(0)
    judged = sum(
        (
            Fraction(weights.get(one.target.indicator_code, 1))
            for one in assessed
            if one.standing.klass is not Class.CANNOT_SAY
        ),
        Fraction(0),
    )
    return judged / total * Fraction(item.weight), Fraction(item.weight)


def _score_part(part: Part, item: ScoreItem, rules: RuleSet, counted: Fraction) -> PointLine:
    share, assessed, digits = part.share, part.assessed, rules.line_digits
    weight = Fraction(0) if share.is_left_out else Fraction(item.weight) * part.weight / counted
    rule, line = f"{rules.address}#items.{item.code}", item.line
    if share.why in (Why.ABSENT, Why.LEFT_OUT):
        absence = absence_rule(assessed.standing.reason, rules)
        rule, line = f"{rules.address}#absences.{absence.reason or 'other'}", absence.line
    return PointLine(
        rule,
        line,
        assessed.target.name,
        round_half_up(weight * share.share, digits),
        round_half_up(weight * share.low, digits),
        round_half_up(weight * share.high, digits),
        assessed.target.id,
        assessed.standing,
        why=share.why,
        weight=round_half_up(weight, digits),
        share=None if share.is_left_out else round_half_up(share.share, digits),
        note=share.note,
        source=share.source,
        is_owner_guessed=assessed.is_owner_guessed,
    )
