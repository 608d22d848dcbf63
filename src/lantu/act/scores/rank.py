"""Ranks with ties and with what the intervals leave open.

In: scores. Out: the same, best first, each with its rank, and the best and worst rank that its interval allows. Left
out on purpose: classes such as 优秀; where to draw lines is for people.
"""

from collections.abc import Iterable
from decimal import Decimal

from lantu.core.score import Ranked, Score


def rank_scores(scores: Iterable[Score]) -> tuple[Ranked, ...]:
    """Equal scores share a rank and the next rank is skipped; refused scores have none and come last, by code."""
    told = list(scores)
    given = sorted((s for s in told if s.points is not None), key=lambda s: (-_points(s), s.subject.code))
    refused = sorted((s for s in told if s.points is None), key=lambda s: s.subject.code)
    return (*(_rank(score, given) for score in given), *(Ranked(score) for score in refused))


def _rank(score: Score, given: list[Score]) -> Ranked:
    others = [other for other in given if other is not score]
    return Ranked(
        score,
        1 + sum(_points(other) > _points(score) for other in others),
        1 + sum(_low(other) > _high(score) for other in others),
        1 + sum(_high(other) > _low(score) for other in others),
        any(_points(other) == _points(score) for other in others),
    )


def _points(score: Score) -> Decimal:
    assert score.points is not None  # only scores that were given are compared
    return score.points


def _low(score: Score) -> Decimal:
    return _points(score) if score.low is None else score.low


def _high(score: Score) -> Decimal:
    return _points(score) if score.high is None else score.high
