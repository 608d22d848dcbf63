"""A report as its page shows it: the same blocks as the files, each figure with the way to its source.

In: a report as kept. Out: blocks for the template. Left out on purpose: layout of the printed page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lantu.core.report import Block, Chart, Fact, Fault, FaultKind, Heading, Paragraph, Part, Passage, Piece, Report
from lantu.show.reports.bind import states_fact


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text; `href` where it states a figure."""

    text: str
    href: str = ""
    source: str = ""
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One block of the page."""

    kind: str
    line: tuple[Stretch, ...] = ()
    level: int = 0
    lines: tuple[tuple[Stretch, ...], ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[Stretch, ...], ...], ...] = ()
    chart: int = 0
    name: str = ""
    prompt: str = ""
    text: str = ""
    author: str = ""
    written_at: datetime | None = None
    changed: tuple[str, ...] = ()


def show_report(report: Report) -> list[Shown]:
    """The report's blocks in order."""
    facts = {fact.address: fact for fact in report.facts}
    return list(_show_blocks(report.blocks, facts))


def _show_blocks(blocks: Sequence[Block], facts: Mapping[str, Fact]) -> Iterator[Shown]:
    charts = 0
    for block in blocks:
        if isinstance(block, Heading):
            yield Shown("heading", (Stretch(block.heading),), block.level + 1)
        elif isinstance(block, Paragraph):
            yield Shown("paragraph", _show_line(block.pieces, facts))
        elif isinstance(block, Chart):
            charts += 1
            yield Shown("chart", _show_line(block.chart_caption, facts), chart=charts)
        elif isinstance(block, Passage):
            yield _show_passage(block, facts)
        else:
            rows = tuple(tuple(_show_line(cell, facts) for cell in row) for row in block.rows)
            yield Shown("table", _show_line(block.caption, facts), head=block.head, rows=rows)


def _show_passage(passage: Passage, facts: Mapping[str, Fact]) -> Shown:
    return Shown(
        "passage",
        lines=tuple(_show_line(line, facts) for line in passage.lines),
        name=passage.passage_name,
        prompt=passage.prompt,
        text="\n".join("".join(piece.text for piece in line) for line in passage.lines),
        author=passage.author,
        written_at=passage.written_at,
        changed=tuple(f"{facts[a].what}：{facts[a].shown}" if a in facts else a for a in passage.changed),
    )


def _show_line(pieces: Sequence[Piece], facts: Mapping[str, Fact]) -> tuple[Stretch, ...]:
    return tuple(_show_piece(piece, facts) for piece in pieces)


def _show_piece(piece: Piece, facts: Mapping[str, Fact]) -> Stretch:
    fact = facts.get(piece.address)
    if fact is None or piece.part is not Part.FIGURE:
        return Stretch(piece.text)
    is_changed = not states_fact(piece.text, fact)
    return Stretch(piece.text, fact.href, fact.source or fact.what, is_changed)


def list_counts(faults: Sequence[Fault]) -> dict[FaultKind, int]:
    """How many faults of each kind, all kinds in order."""
    return {kind: sum(fault.kind is kind for fault in faults) for kind in FaultKind}
