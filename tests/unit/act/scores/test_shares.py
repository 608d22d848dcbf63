"""Shares: completion, pace, class; what absence costs; what is not settled."""

from decimal import Decimal
from fractions import Fraction

import pytest

from lantu.act.scores.shares import absence_rule, find_share, round_half_up, share_of
from lantu.core.score import Basis, Correction, Why
from lantu.core.standing import Class, Reason
from tests.unit.act.scores.builders import cannot_say, make_assessed, make_rules, make_standing

RULES = make_rules()
HALF = Decimal("0.5")


@pytest.mark.parametrize(
    ("basis", "klass", "done", "expected", "why", "share"),
    [
        (Basis.COMPLETION, Class.BEHIND, "0.45", "0.6", Why.COMPLETION, Fraction(9, 20)),
        (Basis.COMPLETION, Class.AHEAD, "1.2", "0.6", Why.COMPLETION, Fraction(1)),
        (Basis.COMPLETION, Class.MISSED, "-0.1", "1", Why.COMPLETION, Fraction(0)),
        (Basis.COMPLETION, Class.MET, "0.9", "1", Why.COMPLETION, Fraction(1)),
        (Basis.COMPLETION, Class.BEHIND, None, None, Why.CLASS_INSTEAD, Fraction(3, 5)),
        (Basis.PACE, Class.BEHIND, "0.45", "0.6", Why.PACE, Fraction(3, 4)),
        (Basis.PACE, Class.AHEAD, "0.7", "0.6", Why.PACE, Fraction(1)),
        (Basis.PACE, Class.ON_COURSE, "0.1", "0", Why.CLASS_INSTEAD, Fraction(1)),
        (Basis.CLASS, Class.BEHIND, "0.9", "1", Why.CLASS, Fraction(3, 5)),
    ],
)
def test_each_basis(
    basis: Basis, klass: Class, done: str | None, expected: str | None, why: Why, share: Fraction
) -> None:
    told = {"done": done and Decimal(done), "expected": expected and Decimal(expected)}
    assert share_of(make_standing("a", klass, **told), basis, RULES) == (why, share)


def test_what_is_not_settled_gives_the_least_and_the_most() -> None:
    others = (
        make_standing("a", Class.BEHIND, done=Decimal("0.4"), expected=HALF),
        make_standing("a", Class.ON_COURSE, done=Decimal("0.55"), expected=HALF),
        make_standing("a", Class.CANNOT_SAY),
    )
    found = find_share(make_assessed("a", done=HALF, expected=HALF, others=others), Basis.COMPLETION, RULES)
    assert (found.low, found.share, found.high) == (Fraction(2, 5), Fraction(1, 2), Fraction(11, 20))


def test_absence_costs_what_the_rules_say_and_never_less_in_silence() -> None:
    cost = find_share(cannot_say("a"), Basis.PACE, RULES)
    assert (cost.why, cost.is_left_out, cost.share) == (Why.ABSENT, False, Fraction(3, 10))
    out = find_share(cannot_say("a", Reason.ASSIGNED_LATER), Basis.PACE, RULES)
    assert (out.why, out.is_left_out) == (Why.LEFT_OUT, True)
    assert absence_rule(Reason.NO_BASE, RULES).line == 5


def test_an_upheld_objection_decides() -> None:
    correction = Correction("tj", "a", False, Decimal("0.9"), "口径调整", "objection/4")
    found = find_share(cannot_say("a"), Basis.PACE, RULES, correction)
    assert (found.why, found.share, found.note, found.source) == (
        Why.CORRECTED,
        Fraction(9, 10),
        "口径调整",
        "objection/4",
    )


@pytest.mark.parametrize(
    ("number", "digits", "rounded"),
    [("1/3", 4, "0.3333"), ("2/3", 2, "0.67"), ("1/8", 2, "0.13"), ("-1/8", 2, "-0.13"), ("5", 2, "5.00"), ("5/2", 0, "3")],
)  # fmt: skip
def test_halves_go_away_from_zero(number: str, digits: int, rounded: str) -> None:
    assert str(round_half_up(Fraction(number), digits)) == rounded
