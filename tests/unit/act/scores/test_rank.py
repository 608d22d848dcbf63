"""Ranks: ties share one, the next is skipped, intervals say which ranks are possible, refused scores have none."""

from dataclasses import replace
from decimal import Decimal

from lantu.act.scores.rank import rank_scores
from lantu.core.score import Refusal, Score
from tests.unit.act.scores.builders import WHO


def make_score(code: str, points: str, low: str = "", high: str = "") -> Score:
    given = [Decimal(text or points) if points else None for text in (points, low, high)]
    refusal = Refusal.NONE if points else Refusal.NOTHING_JUDGED
    return Score(replace(WHO, code=code), given[0], given[1], given[2], refusal, Decimal(1), 1, ())


def test_ties_and_refusals() -> None:
    ranked = rank_scores([make_score("d", ""), make_score("a", "80"), make_score("c", "90"), make_score("b", "80")])
    assert [(one.score.subject.code, one.rank, one.is_tied) for one in ranked] == [
        ("c", 1, False), ("a", 2, True), ("b", 2, True), ("d", None, False),
    ]  # fmt: skip


def test_the_ranks_an_interval_allows() -> None:
    ranked = rank_scores([make_score("a", "90", "85", "91"), make_score("b", "86", "84", "88"), make_score("c", "70")])
    assert [(one.rank, one.best, one.worst) for one in ranked] == [(1, 1, 2), (2, 1, 2), (3, 3, 3)]


def test_the_order_given_does_not_matter() -> None:
    scores = [make_score("a", "80"), make_score("b", ""), make_score("c", "80"), make_score("d", "79")]
    assert rank_scores(scores) == rank_scores(scores[::-1])
