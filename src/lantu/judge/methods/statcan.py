"""Statistics Canada's measure of progress, which Open SDG took over.

    c_a = (yᵢ/y₀)^(1/(tᵢ−t₀)) − 1        c_r = (y_T/y₀)^(1/(T−t₀)) − 1        R = ±c_a / |c_r|

plus where more is good. Achieved where the latest figure keeps the promise, whatever
the trend; else on track from R = 0.95, moderate from 0.60, limited from 0, deterioration below.
In: a question. Out: an opinion. Left out on purpose: 0.001 in the place of zero, as
Open SDG has it: the class then hangs on that figure and not on the city. Refused instead.

Source: Statistics Canada, Sustainable Development Goals Data Hub, progress measurement
methodology; Open SDG, indicator progress calculation, progress with target.
"""

from decimal import Decimal

from lantu.core.definition import Direction
from lantu.core.method import Method, Opinion, Refusal
from lantu.judge.exact import DIGITS_28, over, raise_whole
from lantu.judge.methods.answer import answer, distance_to_edge, refuse, refuse_growth_rate
from lantu.judge.methods.question import Question

ON_TRACK, MODERATE, LIMITED = Decimal("0.95"), Decimal("0.60"), Decimal(0)
WORDS = ((ON_TRACK, "on track"), (MODERATE, "moderate"), (LIMITED, "limited"))
"""Least ratio of each word, best first; below the last it is deterioration."""
EDGES = tuple(least for least, _ in WORDS)


def ask_statcan(question: Question) -> Opinion:
    """The answer of the ratio of growth rates."""
    ratio = find_ratio(question)
    if question.is_reached:
        known = None if isinstance(ratio, Refusal) else ratio
        return answer(Method.STATCAN, "achieved", is_enough=True, figures=(("ratio", known),))
    if isinstance(ratio, Refusal):
        return refuse(Method.STATCAN, ratio)
    return answer(
        Method.STATCAN,
        next((word for least, word in WORDS if ratio >= least), "deterioration"),
        is_enough=ratio >= ON_TRACK,
        figures=(("ratio", ratio),),
        margin=distance_to_edge(ratio, EDGES),
    )


def find_ratio(question: Question) -> Decimal | Refusal:
    """Actual over required rate of growth, positive in the good direction; or why there is none."""
    base, goal = question.base, question.goal
    if question.refusal is not Refusal.NONE or base is None or goal is None:
        return question.refusal
    refusal = refuse_growth_rate(base, question.latest, goal, is_rate=question.is_rate)
    if refusal is Refusal.NONE and goal == 0:
        # no rate of growth leads to zero
        refusal = Refusal.ZERO_TARGET
    if refusal is not Refusal.NONE:
        return refusal
    gone = question.years_gone
    actual = raise_whole(*over(question.latest, base), gone.denominator, gone.numerator)
    required = raise_whole(*over(goal, base), 1, question.years_given)
    ratio = DIGITS_28.divide(DIGITS_28.subtract(actual, 1), DIGITS_28.abs(DIGITS_28.subtract(required, 1)))
    return ratio if question.way is Direction.UP else DIGITS_28.minus(ratio)
