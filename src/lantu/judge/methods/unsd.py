"""The progress assessment of the United Nations Statistics Division.

    v_e = y₀ · (yᵢ/y₀)^((T−t₀)/(tᵢ−t₀))        q = (v_e − y₀) / (y_T − y₀)

The latest figure is carried to the target year at the growth so far, and the way it
makes is held against the way promised. Score 3 (met or on track) from q = 0.95,
2 (accelerate) from 0.10, 1 (stagnation or regression) below. A latest figure that keeps
the promise scores 3 whatever the trend; one of a later year is carried back to that year.
In: a question. Out: an opinion. Left out on purpose: the one per cent granted near
0 % and 100 %; it would make the score hang on the unit.

Source: UN Statistics Division, SDG Progress Chart technical notes (2023, 2024), as
written out by Eustat in its methodology of the 2030 Agenda indicators.
"""

from decimal import Decimal

from lantu.core.method import Method, Opinion, Refusal
from lantu.judge.exact import DIGITS_28, over, quotient, raise_whole
from lantu.judge.methods.answer import answer, distance_to_edge, refuse, refuse_growth_rate
from lantu.judge.methods.question import Question

ON_TRACK, STAGNATION = Decimal("0.95"), Decimal("0.10")


def ask_unsd(question: Question) -> Opinion:
    """The answer of the extrapolated way."""
    ratio = find_ratio(question)
    if question.is_reached:
        known = None if isinstance(ratio, Refusal) else ratio
        return answer(Method.UNSD, "3", is_enough=True, figures=(("ratio", known),))
    if isinstance(ratio, Refusal):
        return refuse(Method.UNSD, ratio)
    score = 3 if ratio >= ON_TRACK else 2 if ratio >= STAGNATION else 1
    return answer(
        Method.UNSD,
        str(score),
        is_enough=ratio >= ON_TRACK,
        figures=(("ratio", ratio),),
        margin=distance_to_edge(ratio, (ON_TRACK, STAGNATION)),
    )


def find_ratio(question: Question) -> Decimal | Refusal:
    """Way made by the target year at the growth so far over the way promised; or why there is none."""
    base, goal = question.base, question.goal
    if question.refusal is not Refusal.NONE or base is None or goal is None:
        return question.refusal
    refusal = refuse_growth_rate(base, question.latest, goal, is_rate=question.is_rate)
    if refusal is not Refusal.NONE:
        return refusal
    gone = question.years_gone
    reached = raise_whole(*over(question.latest, base), question.years_given * gone.denominator, gone.numerator)
    end, start = over(goal, base)
    return DIGITS_28.divide(DIGITS_28.subtract(reached, 1), quotient(end - start, start))
