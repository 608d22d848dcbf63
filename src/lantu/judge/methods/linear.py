"""时序进度: the share of the way gone against the share of the time gone.

    done = (yᵢ − y₀) / (y_T − y₀)        elapsed = (tᵢ − t₀) / (T − t₀), at most 1

Met where the promise is kept; otherwise on course where done ≥ elapsed, behind where
not, missed once the due year has passed. It works with zero and negative figures and with rates.
In: a question. Out: an opinion. Left out on purpose: the band of the standing; here
the comparison is strict, so that the panel shows how far the band was needed.

Source: usual practice of mid-term evaluations of Chinese plans (时间过半、任务过半);
no official text fixes a formula. Its figures are those of `judge.progress`.
"""

from fractions import Fraction

from lantu.core.method import Method, Opinion, Refusal
from lantu.core.standing import Class
from lantu.judge.methods.answer import answer, refuse
from lantu.judge.methods.question import Question
from lantu.judge.progress import share_done


def ask_linear(question: Question) -> Opinion:
    """The answer of the straight line."""
    if question.refusal is not Refusal.NONE or question.base is None or question.goal is None:
        return refuse(Method.LINEAR, question.refusal)
    done = share_done(question.base, question.latest, question.goal)
    elapsed = min(Fraction(1), question.years_gone / question.years_given)
    klass = _class_of(question, done, elapsed)
    is_open = klass in (Class.ON_COURSE, Class.BEHIND)
    return answer(
        Method.LINEAR,
        klass.value,
        is_enough=klass in (Class.MET, Class.ON_COURSE),
        figures=(("done", done), ("elapsed", elapsed)),
        margin=abs(done - elapsed) if is_open else None,
    )


def _class_of(question: Question, done: Fraction, elapsed: Fraction) -> Class:
    if question.is_reached:
        return Class.MET
    if question.is_due:
        return Class.MISSED
    return Class.ON_COURSE if done >= elapsed else Class.BEHIND
