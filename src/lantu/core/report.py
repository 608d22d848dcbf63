"""Reports: text whose every figure names the fact it states.

In: nothing (nouns only). Out: reports that can be printed as .docx or .pdf, shown on a
page, and checked again after people edited the file. Left out on purpose: layout, and
the words; `show` puts them together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class ReportKind(StrEnum):
    """What the law asks for."""

    ANNUAL = "annual"
    """年度监测分析."""
    MIDTERM = "midterm"
    """中期评估."""
    FINAL = "final"
    """总结评估."""


class Part(StrEnum):
    """Which part of a fact a piece of text states."""

    NONE = ""
    FIGURE = "figure"
    """The number, with its unit where the text writes it."""
    UNIT = "unit"
    """The unit alone, as a cell of a table."""
    WORD = "word"
    """A class of standing: no number, but it follows from numbers."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the registry says, at the moment a report speaks for.

    Attributes:
        address: Of the value, the target or the count.
        amount: The figure, or None where the fact is a word.
        unit: Its symbol, or "".
        shown: As a report writes it, unit included.
        what: What it is, in words.
        roots: Addresses of the values and plan figures it rests on; its own where it is one itself.
        href: Page of the site that leads to its source.
        source: Where the figure was published, or "".
    """

    address: str
    amount: Decimal | None
    unit: str
    shown: str
    what: str
    roots: tuple[str, ...]
    href: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, bound to a fact or plain.

    Attributes:
        text: As printed. Numbers in a plain piece state no fact: years, names, numbering.
        anchor: Name of the bookmark around it, unique in its report, or "".
        address: Of the fact, or "".
        part: Which part of the fact.
    """

    text: str
    anchor: str = ""
    address: str = ""
    part: Part = Part.NONE


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; its number is part of the text."""

    level: int
    heading: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of assembled text."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; `widths` are shares of the text's width."""

    caption: tuple[Piece, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure of a chart: the end of its period as a year with a fraction, and whether it is settled."""

    at: Decimal
    amount: Decimal
    is_preliminary: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A line of values with the path the plan asks for, and a caption whose figures are bound."""

    chart_caption: tuple[Piece, ...]
    name: str
    unit: str
    dots: tuple[Dot, ...]
    path: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote for a passage.

    Attributes:
        text: Plain text, a paragraph a line.
        cited: Pairs of a fact's address and what the text says of it, as they stood when it was written.
        author: Who.
        written_at: When (UTC).
    """

    text: str
    cited: tuple[tuple[str, str], ...]
    author: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Passage:
    """A part that people write; kept when the report is made again.

    Attributes:
        passage_name: Short form, unique in a report.
        prompt: What is to be written here.
        lines: What somebody wrote, one a paragraph; () where nobody did.
        author: Who, or "".
        written_at: When, or None.
        changed: Addresses of facts that it cites and that changed since it was written.
    """

    passage_name: str
    prompt: str
    lines: tuple[tuple[Piece, ...], ...] = ()
    author: str = ""
    written_at: datetime | None = None
    changed: tuple[str, ...] = ()


Block = Heading | Paragraph | Table | Chart | Passage


@dataclass(frozen=True, slots=True)
class Report:
    """A report.

    Attributes:
        kind: Which.
        title: As printed above it.
        subtitle: The line under the title: whose report, data up to which day.
        plan_address: Of the plan it is about.
        place_name: Whose plan it is.
        year: Last year whose figures it uses.
        as_of: The day it speaks for.
        known_at: Nothing recorded after this instant was used (UTC).
        blocks: Its content in order.
        facts: Every fact it states, and the roots they rest on.
    """

    kind: ReportKind
    title: str
    subtitle: str
    plan_address: str
    place_name: str
    year: int
    as_of: date
    known_at: datetime
    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of a report: a heading, a paragraph, a caption or a cell.

    Attributes:
        pieces: Its text.
        cell: Number of its table, row (the head is 0) and column, or None.
        is_written: Whether a person wrote it; its numbers are not taken on trust.
    """

    pieces: tuple[Piece, ...]
    cell: tuple[int, int, int] | None = None
    is_written: bool = False

    @property
    def text(self) -> str:
        """The line as it reads."""
        return "".join(piece.text for piece in self.pieces)


def list_lines(report: Report) -> Iterator[ReportLine]:
    """Every line of a report in the order of the document; a cell is a line of its own."""
    yield from (ReportLine((Piece(text),)) for text in (report.title, report.subtitle))
    tables = 0
    for block in report.blocks:
        if isinstance(block, Heading):
            yield ReportLine((Piece(block.heading),))
        elif isinstance(block, Paragraph):
            yield ReportLine(block.pieces)
        elif isinstance(block, Chart):
            yield ReportLine(block.chart_caption)
        elif isinstance(block, Passage):
            yield from (ReportLine(line, is_written=True) for line in block.lines)
        else:
            yield ReportLine(block.caption)
            rows = (tuple((Piece(name),) for name in block.head), *block.rows)
            for row, cells in enumerate(rows):
                yield from (ReportLine(cell, (tables, row, column)) for column, cell in enumerate(cells))
            tables += 1


class FaultKind(StrEnum):
    """What can be wrong with a figure of a finished file."""

    DIFFERS = "differs"
    """It says something else than the fact it is bound to."""
    UNIT_DIFFERS = "unit_differs"
    """The number is right, its unit is not."""
    UNBOUND = "unbound"
    """A figure that no fact of the report states."""
    REVISED = "revised"
    """The file says what was known then; the registry knows otherwise now."""
    PICTURE = "picture"
    """A chart's picture is not the one that was printed: other figures may be drawn in it."""
    GONE = "gone"
    """The report states it, the file no longer does: worth knowing, not wrong."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that `lantu report verify` names.

    Attributes:
        kind: What is wrong.
        where: Place in the file, in words.
        found: What stands there, or "".
        expected: What the registry says, or "".
        what: What the figure is, in words, or "".
        address: Of the fact, or "".
        context: The line around it.
        places: Other places that state it or rest on it, for a revised value.
    """

    kind: FaultKind
    where: str
    found: str
    expected: str = ""
    what: str = ""
    address: str = ""
    context: str = ""
    places: tuple[str, ...] = ()
