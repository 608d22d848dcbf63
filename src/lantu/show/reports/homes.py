"""Which lines of a report a line of the finished file goes back to.

In: the lines of a report and those of a file. Out: for each line of the file its
homes: the lines it was, wherever it stands now. Left out on purpose: figures.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lantu.core.report import ReportLine

NEAR = 0.6
"""Likeness above which a line that lost its anchors is taken for an edited line of the report."""
Cell = tuple[int, int, int]

SHORTEST = 6
"""Characters without digits that a line needs to be found by likeness; a short cell fits too many."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A bookmark in a line of a file."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a finished file, be it in the text, in a cell or in a caption.

    Attributes:
        text: As it reads.
        anchors: Bookmarks that begin in it.
        where: Its place, in words.
        cell: Table, row and column, counted from 0, or None outside tables.
    """

    text: str
    anchors: tuple[Anchor, ...]
    where: str
    cell: Cell | None = None


def find_homes(lines: Sequence[Line], report: Sequence[ReportLine]) -> list[tuple[int, ...]]:
    """For each line of the file the numbers of the report's lines it goes back to, the best first."""
    ledger = _Ledger.of(report)
    voted = [ledger.vote(line) for line in lines]
    rows = _match_rows(lines, voted, report, ledger)
    places = {known.cell: number for number, known in enumerate(report) if known.cell is not None}
    homes = []
    for line, votes in zip(lines, voted, strict=True):
        row = rows.get(line.cell[:2]) if line.cell else None
        place = places.get((*row, line.cell[2])) if row and line.cell else None
        homes.append(votes or ((place,) if place is not None else ledger.find_alike(line.text)))
    return homes


def _match_rows(
    lines: Sequence[Line], voted: Sequence[tuple[int, ...]], report: Sequence[ReportLine], ledger: "_Ledger"
) -> dict[tuple[int, int], tuple[int, int]]:
    """Which row of the report each row of a table is: by the bookmarks in it, else by the words of its cells."""
    votes: dict[tuple[int, int], Counter[tuple[int, int]]] = defaultdict(Counter)
    for line, homes in zip(lines, voted, strict=True):
        if line.cell is None:
            continue
        same = homes or (ledger.by_text[line.text] if len(ledger.by_text[line.text]) == 1 else ())
        for cell in (report[number].cell for number in same):
            if cell is not None:
                votes[line.cell[:2]][cell[:2]] += 1
    return {row: counted.most_common(1)[0][0] for row, counted in votes.items()}


@dataclass(frozen=True, slots=True)
class _Ledger:
    """The report's lines by what they can be found by."""

    texts: tuple[str, ...]
    prose: frozenset[int]
    owner: dict[str, int]
    by_text: defaultdict[str, list[int]]
    by_skeleton: defaultdict[str, list[int]]

    @classmethod
    def of(cls, report: Sequence[ReportLine]) -> "_Ledger":
        texts = tuple(known.text for known in report)
        owner = {piece.anchor: number for number, known in enumerate(report) for piece in known.pieces if piece.anchor}
        prose = frozenset(number for number, known in enumerate(report) if known.cell is None)
        ledger = cls(texts, prose, owner, defaultdict(list), defaultdict(list))
        for number, text in enumerate(texts):
            ledger.by_text[text].append(number)
            ledger.by_skeleton[_skeleton(text)].append(number)
        return ledger

    def vote(self, line: Line) -> tuple[int, ...]:
        """Homes by the bookmarks of a line, most bookmarks first."""
        votes = Counter(self.owner[anchor.name] for anchor in line.anchors if anchor.name in self.owner)
        return tuple(number for number, _ in votes.most_common())

    def find_alike(self, text: str) -> tuple[int, ...]:
        """Homes of a line without bookmarks: the same text, the same but for figures, a part of it, or much alike."""
        if text in self.by_text:
            return tuple(self.by_text[text])
        skeleton = _skeleton(text)
        if len(skeleton) < SHORTEST:
            return ()
        if skeleton in self.by_skeleton:
            return tuple(self.by_skeleton[skeleton])
        # Cells are short, and a paragraph that names an indicator does not come from the cell that does.
        whole = [
            (n, other) for n, other in enumerate(self.texts) if n in self.prose and len(_skeleton(other)) >= SHORTEST
        ]
        inside = tuple(n for n, other in whole if text in other)
        return inside or tuple(n for n, other in whole if other in text) or self._find_nearest(skeleton)

    def _find_nearest(self, skeleton: str) -> tuple[int, ...]:
        best, likeness = -1, NEAR
        for number in sorted(self.prose):
            other = self.texts[number]
            matcher = SequenceMatcher(None, skeleton, _skeleton(other), autojunk=False)
            if matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness:
                best, likeness = (number, matcher.ratio()) if matcher.ratio() > likeness else (best, likeness)
        return (best,) if best >= 0 else ()


def _skeleton(text: str) -> str:
    return re.sub(r"[\d.,，．\s]+", "", text)
