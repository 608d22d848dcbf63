"""时序进度: the share of the way gone against the share of the time gone.

    done = (yᵢ − y₀) / (y_T − y₀)        elapsed = (tᵢ − t₀) / (T − t₀), at most 1

Met where the promise is kept; otherwise on course where done ≥ elapsed, behind where
not, missed once the due year has passed. It works with zero and negative figures and with rates.
In: a question. Out: an opinion. Left out on purpose: the band of the standing; here
the comparison is strict, so that the panel shows how far the band was needed.

Source: usual practice of mid-term evaluations of Chinese plans (时间过半、任务过半);
no official text fixes a formula. Its figures are those of `judge.progress`.
"""

from lantu.core.method import Method, Opinion, Refusal
from lantu.core.standing import Class
from lantu.judge.exact import quotient
from lantu.judge.methods.answer import answer, refuse
from lantu.judge.methods.question import Question
from lantu.judge.progress import find_way_gone


def ask_linear(question: Question) -> Opinion:
    """The answer of the straight line."""
    if question.refusal is not Refusal.NONE or question.base is None or question.goal is None:
        return refuse(Method.LINEAR, question.refusal)
    done, whole = find_way_gone(question.base, question.latest, question.goal)
    gone, given = question.years_gone.numerator, question.years_gone.denominator * question.years_given
    gone = min(gone, given)
    ahead = done * given - gone * whole
    klass = _class_of(question, ahead)
    is_open = klass in (Class.ON_COURSE, Class.BEHIND)
    return answer(
        Method.LINEAR,
        klass.value,
        is_enough=klass in (Class.MET, Class.ON_COURSE),
        figures=(("done", quotient(done, whole)), ("elapsed", quotient(gone, given))),
        margin=quotient(abs(ahead), whole * given) if is_open else None,
    )


def _class_of(question: Question, ahead: int) -> Class:
    if question.is_reached:
        return Class.MET
    if question.is_due:
        return Class.MISSED
    return Class.ON_COURSE if ahead >= 0 else Class.BEHIND
