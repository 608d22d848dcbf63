"""Rows that say the same, and rows that contradict each other.

In: observations of one return in the order of its rows. Out: those to keep, and
diagnostics. Left out on purpose: choosing between contradicting figures; both are
kept and a person decides.
"""

from collections.abc import Sequence

from lantu.core.absence import Absence
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.observation import Observation

Series = tuple[object, ...]


def drop_doubles(observations: Sequence[Observation], file: str) -> tuple[tuple[Observation, ...], list[Diagnostic]]:
    """Keep each figure once.

    A row is a double where series, period, status, day of publication and figure are
    those of an earlier one. Another figure with the same of all else and the same source
    is a contradiction. Figures published on different days are vintages, and other
    sources may differ: neither is remarked on.
    """
    kept: dict[Series, Observation] = {}
    sources: dict[Series, Observation] = {}
    diagnostics = []
    for observation in observations:
        said = (*_series(observation), _figure(observation))
        first = kept.setdefault(said, observation)
        if first is not observation:
            diagnostics.append(_double(observation, first, file))
            continue
        origin = (*_series(observation), observation.source.name, observation.source.url)
        other = sources.setdefault(origin, observation)
        if other is not observation:
            diagnostics.append(_contradiction(observation, other, file))
    return tuple(kept.values()), diagnostics


def _series(o: Observation) -> Series:
    return (o.indicator_code, o.place_code, o.period, o.status, o.published_on)


def _figure(o: Observation) -> Series:
    if isinstance(o.quantity, Absence):
        return (o.quantity.kind,)
    return (o.quantity.amount.normalize(), o.bound)


def _double(o: Observation, first: Observation, file: str) -> Diagnostic:
    message = f"says what row {first.source.row} says: {_words(o)}"
    hint = "delete one of the two; it was kept once"
    return Diagnostic("S010", Severity.WARNING, message, hint, cell=Cell(file, o.source.row))


def _contradiction(o: Observation, other: Observation, file: str) -> Diagnostic:
    message = f"{_words(o)} here, {other.quantity} in row {other.source.row}, from the same source"
    hint = "find out which holds; give a revised figure its status or its day; both were kept"
    return Diagnostic("S011", Severity.WARNING, message, hint, cell=Cell(file, o.source.row, "value"))


def _words(o: Observation) -> str:
    return f"{o.indicator_code} of {o.place_code} in {o.period} is {o.quantity}"
