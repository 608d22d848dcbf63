"""ESCAP's current status and anticipated progress, with a straight line as the forecast.

    current = 10 · (yᵢ − y₀) / (y_T − y₀)        10 is there, negative is regression
    Î_T = y₀ + (yᵢ − y₀) · (T−t₀)/(tᵢ−t₀)        gap = 100 · |y_T − Î_T| / |y_T − y₀|

The gap is 0 where the forecast meets the target. Maintain up to a gap of 10, accelerate
up to 100, reverse above. It works with a base of zero and with figures below zero.
In: a question. Out: an opinion. Left out on purpose: ESCAP's own forecast, a regression
in which recent years weigh more, since its weights are not in the notes we could read.

Source: UN ESCAP, SDG progress assessment methodology (current status index, anticipated
progress index); technical notes of the UN regional commissions.
"""

from lantu.core.method import Method, Opinion, Refusal
from lantu.judge.exact import quotient
from lantu.judge.methods.answer import answer, distance_to_edge, refuse
from lantu.judge.methods.question import Question
from lantu.judge.progress import find_way_gone

MAINTAIN, ACCELERATE = 10, 100
WORDS = ((MAINTAIN, "maintain"), (ACCELERATE, "accelerate"))
"""Largest gap of each word, best first; above the last it is reverse."""
EDGES = tuple(most for most, _ in WORDS)


def ask_escap(question: Question) -> Opinion:
    """The answer of the anticipated gap."""
    base, goal = question.base, question.goal
    if question.refusal is not Refusal.NONE or base is None or goal is None:
        return refuse(Method.ESCAP, question.refusal)
    done, whole = find_way_gone(base, question.latest, goal)
    missing, given = (0, 1) if question.is_reached else _find_missing(question, done, whole)
    gap = quotient(100 * missing, given)
    return answer(
        Method.ESCAP,
        next((word for most, word in WORDS if 100 * missing <= most * given), "reverse"),
        is_enough=100 * missing <= MAINTAIN * given,
        figures=(("current", quotient(10 * done, whole)), ("gap", gap)),
        margin=None if question.is_reached else distance_to_edge(gap, EDGES),
    )


def _find_missing(question: Question, done: int, whole: int) -> tuple[int, int]:
    """What will be missing of the way in the target year, and the way, in whole numbers.

    |y_T − Î_T| / |y_T − y₀| is 1 less the share of the way that the straight line makes by then; the way leads in the good
    direction, so at a share of 1 and above the target is met.
    """
    gone = question.years_gone
    way = whole * gone.numerator
    return max(0, way - done * question.years_given * gone.denominator), way
