"""All methods on one target, side by side.

In: a target and its standing. Out: the standing with the panel: four opinions, each
with its figures or the reason why it does not apply. Left out on purpose: a vote; the
methods answer different questions, and the standing stays as it is.
"""

from lantu.core.method import Method, Opinion, Refusal
from lantu.core.standing import Standing, with_panel
from lantu.core.target import Target
from lantu.judge.methods.answer import refuse
from lantu.judge.methods.escap import ask_escap
from lantu.judge.methods.linear import ask_linear
from lantu.judge.methods.question import Question, make_question
from lantu.judge.methods.statcan import ask_statcan
from lantu.judge.methods.unsd import ask_unsd


def ask_panel(question: Question) -> tuple[Opinion, ...]:
    """What each method says."""
    return ask_linear(question), ask_statcan(question), ask_unsd(question), ask_escap(question)


def add_panel(target: Target, standing: Standing) -> Standing:
    """The standing with what the methods say of it.

    Args:
        target: As it was handed to `judge_target`.
        standing: What that answered.
    """
    question = make_question(target, standing)
    if isinstance(question, Refusal):
        return with_panel(standing, tuple(refuse(method, question) for method in Method))
    return with_panel(standing, ask_panel(question))
