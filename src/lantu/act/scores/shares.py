"""Which share of its points a target gives.

In: a standing, the basis of its item, the rule set. Out: a share between 0 and 1 and how it was found, or that the
target is left out. Left out on purpose: weights.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lantu.core.score import AbsenceRule, Assessed, Basis, Correction, RuleSet, Why
from lantu.core.standing import Class, Reason, Standing

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a target's points.

    Attributes:
        why: How it was found.
        is_left_out: Whether the target does not count; its share then says nothing.
        share: The share.
        low: The least it could be.
        high: The most.
        note: What a reader must see.
        source: Address of the objection that decided, or "".
    """

    why: Why
    is_left_out: bool
    share: Fraction
    low: Fraction
    high: Fraction
    note: str = ""
    source: str = ""


def find_share(assessed: Assessed, basis: Basis, rules: RuleSet, correction: Correction | None = None) -> Share:
    """The share of a target, and what it could be if what is not settled came out otherwise."""
    if correction is not None:
        given = Fraction(correction.share)
        why = Why.CORRECTED_OUT if correction.is_left_out else Why.CORRECTED
        return Share(why, correction.is_left_out, given, given, given, correction.note, correction.source)
    if assessed.standing.klass is Class.CANNOT_SAY:
        return _find_absent(assessed.standing, rules)
    why, share = share_of(assessed.standing, basis, rules)
    could = [share, *(share_of(s, basis, rules)[1] for s in assessed.others if s.klass is not Class.CANNOT_SAY)]
    return Share(why, False, share, min(could), max(could), assessed.standing.note)


def share_of(standing: Standing, basis: Basis, rules: RuleSet) -> tuple[Why, Fraction]:
    """The share that a standing that could be judged gives, and how it was found."""
    given = Fraction(dict(rules.classes)[standing.klass])
    if basis is Basis.CLASS:
        return Why.CLASS, given
    why = Why.COMPLETION if basis is Basis.COMPLETION else Why.PACE
    if standing.klass is Class.MET:
        return why, ONE
    done, expected = standing.done, standing.expected
    if basis is Basis.COMPLETION and done is not None:
        return why, _clip(Fraction(done))
    if basis is Basis.PACE and done is not None and expected is not None and expected > 0:
        return why, _clip(Fraction(done) / Fraction(expected))
    return Why.CLASS_INSTEAD, given


def absence_rule(reason: Reason, rules: RuleSet) -> AbsenceRule:
    """What the rules say of a reason: its own rule, or the one for all others."""
    told = {rule.reason: rule for rule in rules.absences}
    return told.get(reason, told[Reason.NONE])


def round_half_up(number: Fraction, digits: int) -> Decimal:
    """The decimal nearest to an exact number; halves go away from zero."""
    scaled = abs(number) * 10**digits
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-whole if number < 0 else whole).scaleb(-digits)


def _find_absent(standing: Standing, rules: RuleSet) -> Share:
    rule = absence_rule(standing.reason, rules)
    given = Fraction(rule.share)
    return Share(Why.LEFT_OUT if rule.is_left_out else Why.ABSENT, rule.is_left_out, given, given, given, standing.note)


def _clip(share: Fraction) -> Fraction:
    return max(ZERO, min(ONE, share))
