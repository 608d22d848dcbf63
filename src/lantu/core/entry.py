"""What the reader finds in a plan: sections, tables and entries, each with its span.

In: nothing (nouns only). Out: the shapes that `read` fills, `check` compares,
`judge` executes and `show` highlights.
Left out on purpose: how any of it is recognised.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from lantu.core.diagnostic import Diagnostic
from lantu.core.inference import Inference
from lantu.core.mark import Mark
from lantu.core.span import Span


class EntryKind(StrEnum):
    """What an entry says."""

    TARGET = "target"
    ACTUAL = "actual"
    TASK = "task"
    PROJECT = "project"


class Comparator(StrEnum):
    """How a figure is to be met."""

    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    MORE_THAN = ">"
    LESS_THAN = "<"
    ABOUT = "~"
    WITHIN = "in"


class PriceBasis(StrEnum):
    """At whose prices a figure in money, or the growth of one, is counted."""

    CURRENT = "current"
    """现价, 当年价: at the prices of the year it is about."""
    COMPARABLE = "comparable"
    """可比价, 不变价, 2020年价: at the prices of one year for all years."""
    NOT_STATED = "not_stated"


class YearSource(StrEnum):
    """Where the year of a figure comes from."""

    EXPLICIT = "explicit"
    INHERITED = "inherited"
    IMPLICIT = "implicit"
    HORIZON = "horizon"
    ANNUAL = "annual"
    NONE = "none"


class Modality(StrEnum):
    """How firmly it is promised."""

    FIRM = "firm"
    STRIVE = "strive"
    EXPECTED = "expected"
    PLAN = "plan"


class CellRole(StrEnum):
    """What a table cell tells."""

    BASE = "base"
    TARGET = "target"
    ACTUAL = "actual"
    GROWTH = "growth"
    CUMULATIVE = "cumulative"
    STATUS = "status"


class CellForm(StrEnum):
    """How a table cell is written."""

    NUMBER = "number"
    PERCENT = "percent"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"
    CUMULATIVE = "cumulative"
    ASSIGNED = "assigned"
    DUAL = "dual"
    RELATIVE = "relative"
    SPLIT = "split"
    STATUS = "status"
    DASH = "dash"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, box, run-in head, note, caption or line of contents.

    Attributes:
        id: Stable within the document, from number and title.
        kind: heading, box, runin, note, caption or toc.
        level: 1 to 4 for headings, else 0.
        number: As printed, such as "（一）"; "" where none.
        title: Without number and closing punctuation.
        span: The heading's own text.
        body_end: Offset where what it heads ends.
        parent: id of the section around it, or "".
    """

    id: str
    kind: str
    level: int
    number: str
    title: str
    span: Span
    body_end: int
    parent: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of an indicator table.

    Attributes:
        column: The column's heading, cleaned.
        role: What it tells.
        year: The year it is about, or None where the column has none.
        raw: The text as printed.
        span: Where it stands.
        form: How it is written.
        value: The number as printed, or None where the form carries none.
        value_max: Upper end of a range, or the assigned value of a dual cell.
        unit: Unit printed inside the cell, or "".
        comparator: How the value is to be met.
        is_cumulative: Whether it is a total or change over the whole period.
        relative_to: The partner indicator of a relative form, or "".
        confidence: 0 to 1; below 1 where the cell's column was inferred.
        of: For growth and change, whether of the target or of the actual.
        parts: Group, number and unit of a cell split by groups ("城镇4.2、农村6.8").
        heading_span: Where the column's heading stands, if it was found.
        inferred: What other text than the cell's own gave: its year, role, unit, column or price basis.
        price_basis: At whose prices it is counted, where the row or a note says so.
        price_year: The year of those prices, where it is named.
    """

    column: str
    role: CellRole
    year: int | None
    raw: str
    span: Span
    form: CellForm
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str = ""
    comparator: Comparator = Comparator.EQUAL
    is_cumulative: bool = False
    relative_to: str = ""
    confidence: float = 1.0
    of: CellRole | None = None
    parts: tuple[tuple[str, Decimal, str], ...] = ()
    heading_span: Span | None = None
    inferred: tuple[Inference, ...] = ()
    price_basis: PriceBasis = PriceBasis.NOT_STATED
    price_year: int | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One indicator of a table.

    Attributes:
        no: Number as printed, or None for a sub-row ("of which").
        name: The indicator's name, unit and line breaks taken off.
        name_span: Where the name is printed.
        unit: Of the levels in the row, from the name or the unit column; "" where lost.
        category: The group it is printed under, or "".
        group: A name spanning several rows ("空气质量"), or "".
        attribute: 约束性, 预期性 or "".
        cells: In the order of the columns.
        is_sub: Whether it is an "of which" row.
        unit_span: Where the unit stands, if it has a cell or a line of its own.
        inferred: What other text than the row's own gave, such as its unit.
    """

    no: int | None
    name: str
    name_span: Span
    unit: str
    category: str
    group: str
    attribute: str
    cells: tuple[TableCell, ...]
    is_sub: bool = False
    unit_span: Span | None = None
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """An indicator table.

    Attributes:
        caption: As printed, blanks folded.
        span: From the caption or first cell to the last cell or note.
        columns: Headings, cleaned, in order.
        rows: Indicators.
        notes: Spans of the notes that govern it.
    """

    caption: str
    span: Span
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    notes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A further goal beside a firm one ("力争1万亿元").

    Attributes:
        value: Number as written.
        unit: Unit as written, magnitude included.
        comparator: How it is to be met.
        span: Number, magnitude and unit.
    """

    value: Decimal
    unit: str
    comparator: Comparator
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One promise, report, task or project, with the sentence it came from.

    Attributes:
        id: Stable for the same words in the same section.
        kind: What it says.
        origin: prose, table or box.
        span: The smallest text that holds indicator and value.
        section: id of the section it stands in, or "".
        indicator: Clean name of the indicator; for projects and tasks their name.
        indicator_span: Where the name stands, if it does.
        indicator_code: Code of a definition, once matched, else "".
        value: Number as written, or None where the form carries none.
        value_max: Upper end of a range.
        unit: Unit as written, magnitude included; "" where none.
        value_span: Number, magnitude and unit.
        comparator: How the value is to be met.
        per: "每千人" and the like, or "".
        year: Year it is due or was reported for.
        year_source: Where that year comes from.
        measure: level, count, growth_rate, increment, decrement, share, ratio, rank,
            multiple, coverage, relative, assigned, cumulative_cut, sum or text.
        is_cumulative: Whether it counts over the whole period.
        modality: How firmly it is promised.
        stretch: Further goals beside the firm one.
        base_year: Year it is compared with, where named.
        base_value: Figure of the base year, where the same row or sentence gives it.
        base_span: Where that figure stands.
        relative_to: Partner indicator, where the promise is relative.
        attribute: 约束性, 预期性 or "".
        region: Name of the place it is about, or "" for the plan's own.
        category: The table's or section's group it stands under, or "".
        row_no: Number in its table, or None.
        is_sub: Whether it is an "of which" row of the one above.
        confidence: 0 to 1: that all of it is right, as far as `inferred` tells.
        derived_from: Spans of other text it rests on (year, unit, note, base).
        extent: Length or size of a project, where named.
        bodies: Who is responsible for a task, as the plan names them.
        region_code: GB/T 2260 code of `region`, or "" where it is not known.
        inferred: Fields that rest on other text than the entry's own words, each with how and how sure.
        price_basis: At whose prices it is counted, where the sentence, the row or a note says so.
        price_year: The year of those prices, where it is named.
    """

    id: str
    kind: EntryKind
    origin: str
    span: Span
    section: str
    indicator: str
    indicator_span: Span | None = None
    indicator_code: str = ""
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str = ""
    value_span: Span | None = None
    comparator: Comparator = Comparator.EQUAL
    per: str = ""
    year: int | None = None
    year_source: YearSource = YearSource.NONE
    measure: str = "level"
    is_cumulative: bool = False
    modality: Modality = Modality.FIRM
    stretch: tuple[Stretch, ...] = ()
    base_year: int | None = None
    base_value: Decimal | None = None
    base_span: Span | None = None
    relative_to: str = ""
    attribute: str = ""
    region: str = ""
    category: str = ""
    row_no: int | None = None
    is_sub: bool = False
    confidence: float = 1.0
    derived_from: tuple[Span, ...] = ()
    extent: Stretch | None = None
    bodies: tuple[str, ...] = ()
    region_code: str = ""
    inferred: tuple[Inference, ...] = ()
    price_basis: PriceBasis = PriceBasis.NOT_STATED
    price_year: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document says of itself.

    Attributes:
        source: File name.
        sha256: Of the bytes.
        characters: Length of the canonical text.
        title: As printed, blanks folded.
        kind: outline, special_plan, action_plan, annual_plan, work_report, bulletin or news.
        region_name: Such as 嘉兴市; "" where not found.
        region_code: GB/T 2260 code; "" where not known.
        period: First and last year of the plan, or None.
        issued_on: ISO date, or "".
        encoding: Of the bytes.
    """

    source: str
    sha256: str
    characters: int
    title: str
    kind: str
    region_name: str = ""
    region_code: str = ""
    period: tuple[int, int] | None = None
    issued_on: str = ""
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one document.

    Attributes:
        facts: About the document.
        text: The canonical text that all spans point into.
        sections: In order of the text.
        tables: In order of the text.
        entries: In order of the text; table targets and actuals among them.
        diagnostics: What could not be read, or was read with doubt.
        marks: Places in the original file, in order; none where the text is the file itself.
    """

    facts: DocumentFacts
    text: str = field(repr=False)
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    entries: tuple[Entry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    marks: tuple[Mark, ...] = field(default=(), repr=False)
