"""Findings as pages, tables and reports show them: words, evidence side by side, what may be done.

In: findings with their states, the plan versions they cite. Out: `FindingLine`, filters
and counts. Left out on purpose: deciding; the lines say only what the buttons may do.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from lantu.check.excerpts import Excerpt, cut_excerpts
from lantu.check.printed import show
from lantu.core.finding import Finding
from lantu.core.mark import Mark as FileMark
from lantu.run.check_state import GONE_STATES, OPEN_STATES
from lantu.run.checking import CheckedFinding
from lantu.show.file_places import write_place
from lantu.show.finding_words import COMPUTED, KINDS, STATES, VERDICTS, RuleWords, rule_words
from lantu.show.titles import plan_title
from lantu.show.words import SEVERITIES, word_for
from lantu.store import models
from lantu.store.codec import decode_marks
from lantu.store.fetch.checks import finding_noun
from lantu.store.fetch.plans import tables_of

Cells = Mapping[int, str]
STRETCH = re.compile(r"(\d{1,9}):(\d{1,9})-(\d{1,9})")
"""A stretch of a plan version in an address: the version's key and two offsets."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One place of the evidence.

    Attributes:
        quote: The words, on one line.
        cell: Row and column, where it stands in a table.
        place: Page and paragraph in the file that was handed in, where it has them.
        href: The plan's text at this place.
    """

    quote: str
    cell: str
    place: str
    href: str


@dataclass(frozen=True, slots=True)
class Column:
    """The evidence in one document.

    Attributes:
        title: Of the plan.
        number: Of the version.
        excerpts: Lines around the places, with the way to each and its place in the file.
        witnesses: The places one by one.
    """

    title: str
    number: int
    excerpts: tuple[tuple[Excerpt, str, str], ...]
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class FindingLine:
    """What a page shows of one finding."""

    key: str
    run: int
    code: str
    kind: str
    kind_word: str
    severity: str
    severity_word: str
    title: str
    explanation: str
    rule: RuleWords
    computed: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    state: str
    state_word: str
    decision: models.FindingDecision | None
    history: tuple[tuple[str, models.FindingDecision], ...]
    plans: tuple[int, ...]
    may_close: bool
    may_reopen: bool
    may_withdraw: bool
    row_key: int = 0


@dataclass(frozen=True, slots=True)
class Filters:
    """What the page is asked to show; "" stands for all.

    Attributes:
        severity: error, warning or info.
        kind: One of the kinds of findings.
        state: One of the states, or "todo" for those somebody has still to look at.
        plan: Key of a plan its evidence must stand in.
        words: Words that must occur in title, explanation or quotes.
        at: A stretch of a plan version in which its evidence must begin, such as 12:340-420.
    """

    severity: str = ""
    kind: str = ""
    state: str = ""
    plan: str = ""
    words: str = ""
    at: str = ""

    def query(self, **changes: str) -> dict[str, str]:
        """The filters in force as parts of an address."""
        told = {"severity": self.severity, "kind": self.kind, "state": self.state, "plan": self.plan, "q": self.words}
        told["at"] = self.at
        return {name: value for name, value in (told | changes).items() if value}

    def lets(self, item: CheckedFinding) -> bool:
        """Whether a finding is to be shown."""
        row = item.row
        has_state = item.state in OPEN_STATES if self.state == "todo" else self.state in ("", item.state)
        has_plan = not self.plan or self.plan in map(str, row.plans)
        return (
            has_state
            and has_plan
            and self.severity in ("", row.severity)
            and self.kind in ("", row.kind)
            and (not self.words or self.words in _words_of(row))
            and (not self.at or self._stands_there(row))
        )

    def _stands_there(self, row: models.FindingRow) -> bool:
        match = STRETCH.fullmatch(self.at)
        return match is None or any(
            evidence["source"] == match[1] and int(match[2]) <= evidence["span"]["start"] < int(match[3])
            for evidence in row.body["evidence"]
        )


def _words_of(row: models.FindingRow) -> str:
    quotes = (evidence["span"]["quote"] for evidence in row.body["evidence"])
    return "\n".join((row.code, row.title, row.body["explanation"], *quotes))


@dataclass(slots=True)
class Texts:
    """The texts that findings cite, each with its cells, fetched once."""

    versions: dict[str, models.PlanVersion]
    cells: dict[str, Cells] = field(default_factory=dict)
    marks: dict[str, tuple[FileMark, ...]] = field(default_factory=dict)

    def version(self, source: str) -> models.PlanVersion:
        """The version of that key, which may be an older one than those checked last."""
        if source not in self.versions:
            rows = models.PlanVersion.objects.select_related("plan", "plan__place", "document")
            self.versions[source] = rows.defer("document__data").get(pk=int(source))
        return self.versions[source]

    def cell(self, source: str, start: int) -> str:
        """Row and column of the table cell that begins there, or ""."""
        if source not in self.cells:
            self.cells[source] = {
                cell.span.start: f"{''.join(row.name.split())} · {cell.column}"
                for table in tables_of(self.version(source))
                for row in table.rows
                for cell in row.cells
            }
        return self.cells[source].get(start, "")

    def place(self, source: str, start: int) -> str:
        """Page and paragraph, or table and row, in the file that was handed in, or ""."""
        if source not in self.marks:
            self.marks[source] = decode_marks(self.version(source).document.marks)
        return write_place(self.marks[source], start)


def make_texts(versions: Iterable[models.PlanVersion]) -> Texts:
    """The texts of these versions."""
    return Texts({str(version.pk): version for version in versions})


def build_finding(item: CheckedFinding, texts: Texts) -> FindingLine:
    """One finding."""
    row, finding = item.row, finding_noun(item.row)
    is_open = item.state in OPEN_STATES
    return FindingLine(
        key=row.key,
        run=row.run_id,
        code=row.code,
        kind=row.kind,
        kind_word=word_for(KINDS, row.kind),
        severity=row.severity,
        severity_word=word_for(SEVERITIES, row.severity),
        title=finding.title,
        explanation=finding.explanation,
        rule=rule_words(row.code),
        computed=tuple((word_for(COMPUTED, name), write_computed(figure)) for name, figure in finding.computed),
        columns=build_columns(finding, texts),
        state=str(item.state),
        state_word=word_for(STATES, item.state),
        decision=item.decision,
        history=tuple((word_for(VERDICTS, told.verdict), told) for told in item.history),
        plans=tuple(row.plans),
        may_close=is_open,
        may_reopen=not is_open,
        may_withdraw=item.decision is not None,
        row_key=row.pk,
    )


def write_computed(figure: Decimal) -> str:
    """A figure that was worked out: four decimals at most."""
    return show(figure, 4)


def build_columns(finding: Finding, texts: Texts) -> tuple[Column, ...]:
    """The evidence, one column for each document in the order in which the finding names them."""
    columns = []
    for source in dict.fromkeys(evidence.source for evidence in finding.evidence):
        version = texts.version(source)
        spans = [evidence.span for evidence in finding.evidence if evidence.source == source]
        excerpts = cut_excerpts(version.document.text, ((span.start, span.end) for span in spans))
        columns.append(
            Column(
                title=plan_title(version.plan),
                number=version.number,
                excerpts=tuple((e, link_text(version, e.start, e.end), texts.place(source, e.start)) for e in excerpts),
                witnesses=tuple(
                    Witness(
                        "".join(s.quote.split()),
                        texts.cell(source, s.start),
                        texts.place(source, s.start),
                        link_text(version, s.start, s.end),
                    )
                    for s in spans
                ),
            )
        )
    return tuple(columns)


def link_text(version: models.PlanVersion, start: int, end: int) -> str:
    """The plan's text, in the version that was checked, with exactly these characters marked."""
    query = urlencode({"version": version.number, "at": f"{start}-{end}"})
    return f"{reverse('plan', args=[version.plan_id])}?{query}#here"


def count_words(items: Sequence[CheckedFinding], part: str, table: Mapping[str, Any]) -> list[tuple[str, str, int]]:
    """Code, word and number of each severity, kind or state there is."""
    told = Counter(str(item.state) if part == "state" else str(getattr(item.row, part)) for item in items)
    return [(str(code), str(word), told[str(code)]) for code, word in table.items() if told[str(code)]]


def count_open(items: Iterable[CheckedFinding]) -> dict[str, int]:
    """How many of each severity somebody has still to look at."""
    counts = Counter(item.row.severity for item in items if item.state in OPEN_STATES)
    return {severity: counts[severity] for severity in SEVERITIES}


def count_gone(items: Iterable[CheckedFinding]) -> int:
    """How many are fixed or no longer found."""
    return sum(item.state in GONE_STATES for item in items)
