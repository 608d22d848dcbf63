"""Findings of the checker beside the paragraphs they quote.

In: a plan version, the newest runs over its plan, the blocks of its text. Out: the same blocks with
marks: severity, number, and the way to exactly these findings on the page 核查. Left out on purpose: findings
that are dealt with, and words in the text; a mark adds no character to it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from lantu.core.diagnostic import Severity
from lantu.run.checking import open_findings
from lantu.show.check_addresses import link_scope
from lantu.show.finding_lines import Filters
from lantu.show.plan_text import MarginMark, Row, Run
from lantu.show.words import SEVERITIES, word_for
from lantu.store import models

_ORDER = tuple(map(str, (Severity.ERROR, Severity.WARNING, Severity.INFO)))
_MOST_TOLD = 3
"""Titles that a mark reads out; the page it leads to has all of them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An open finding at one place of the text."""

    start: int
    key: str
    code: str
    title: str
    severity: str
    scope: str


def list_spots(version: models.PlanVersion, runs: Iterable[models.CheckRun]) -> list[Spot]:
    """Where open findings quote this version, in order; one finding of several runs is taken from the newest."""
    source = str(version.pk)
    return sorted(
        (
            Spot(evidence["span"]["start"], row.key, row.code, row.title, row.severity, scope)
            for row, scope in open_findings(runs)
            for evidence in row.body["evidence"]
            if evidence["source"] == source
        ),
        key=lambda spot: spot.start,
    )


def mark_margin(runs: Sequence[Run], spots: Sequence[Spot], version: models.PlanVersion, length: int) -> list[Run]:
    """The runs with their marks: beside a line of text, or beside a row of a table.

    Args:
        runs: The whole text.
        spots: In order of the text.
        version: The text is of.
        length: Of the text.
    """
    if not spots:
        return list(runs)
    starts = [start for run in runs for start in _starts_of(run)]
    ends = dict(zip(starts, [*starts[1:], length], strict=True))
    by_start: dict[int, list[Spot]] = {}
    for spot in spots:
        by_start.setdefault(starts[max(0, bisect_right(starts, spot.start) - 1)], []).append(spot)
    marks = {start: tuple(_build_marks(found, version, start, ends[start])) for start, found in by_start.items()}
    return [_mark_run(run, marks) for run in runs]


def _starts_of(run: Run) -> Iterator[int]:
    """Where each line, or each row, begins."""
    yield from (row.blocks[0].start for row in run.rows)
    yield from (block.start for block in run.blocks)


def _mark_run(run: Run, marks: dict[int, tuple[MarginMark, ...]]) -> Run:
    rows: tuple[Row, ...] = tuple(replace(row, marks=marks.get(row.blocks[0].start, ())) for row in run.rows)
    blocks = tuple(replace(block, marks=marks.get(block.start, ())) for block in run.blocks)
    return replace(run, rows=rows, blocks=blocks)


def _build_marks(spots: Sequence[Spot], version: models.PlanVersion, start: int, end: int) -> Iterator[MarginMark]:
    """One mark for each severity and set of plans."""
    for severity in _ORDER:
        for scope in dict.fromkeys(spot.scope for spot in spots):
            found = {spot.key: spot for spot in spots if spot.severity == severity and spot.scope == scope}
            if found:
                filters = Filters(severity=severity, state="todo", at=f"{version.pk}:{start}-{end}")
                yield MarginMark(
                    severity,
                    str(word_for(SEVERITIES, severity)),
                    len(found),
                    _say(severity, tuple(found.values())),
                    link_scope(version.plan_id, scope, filters),
                )


def _say(severity: str, spots: Sequence[Spot]) -> str:
    """What a mark reads out."""
    told = _("；").join(f"{spot.code} {spot.title}" for spot in spots[:_MOST_TOLD])
    more = _("；另有 %(n)d 条") % {"n": len(spots) - _MOST_TOLD} if len(spots) > _MOST_TOLD else ""
    head = _("核查：%(word)s %(n)d 条：") % {"word": word_for(SEVERITIES, severity), "n": len(spots)}
    return f"{head}{told}{more}"
