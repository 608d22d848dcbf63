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
    plan_address: str
    place_name: str
    year: int
    as_of: date
    known_at: datetime
    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...]


def list_lines(report: Report) -> Iterator[tuple[Piece, ...]]:
    """Every line of a report as its pieces, in the order of the document: cells are lines of their own."""
    for block in report.blocks:
        if isinstance(block, Heading):
            yield (Piece(block.heading),)
        elif isinstance(block, Paragraph):
            yield block.pieces
        elif isinstance(block, Chart):
            yield block.chart_caption
        elif isinstance(block, Passage):
            yield from block.lines
        else:
            yield block.caption
            yield from ((Piece(name),) for name in block.head)
            yield from (cell for row in block.rows for cell in row)
