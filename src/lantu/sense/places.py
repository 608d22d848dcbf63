"""Rows of a return about places that its sender does not report for.

In: observations, the places the sender may report for. Out: those that may be kept, and one diagnostic a row refused.
Left out on purpose: who may report for which place, which is told.
"""

from collections.abc import Iterable

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.observation import Observation


def keep_places(
    observations: Iterable[Observation], places: frozenset[str], file: str
) -> tuple[tuple[Observation, ...], tuple[Diagnostic, ...]]:
    """The observations of these places; the others are named by their row and go no further."""
    kept, refused = [], []
    for observation in observations:
        if observation.place_code in places:
            kept.append(observation)
            continue
        message = f"the row is about {observation.place_code}, for which its sender does not report"
        hint = "hand it in by whoever reports for that place"
        cell = Cell(file, observation.source.row)
        refused.append(Diagnostic("S045", Severity.ERROR, message, hint, cell=cell, about=observation.place_code))
    return tuple(kept), tuple(refused)
