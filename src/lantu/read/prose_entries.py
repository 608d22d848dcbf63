"""Entries made from what was found in one paragraph.

In: a document, one of its streams and a frame, coverage or tie found there,
with its year and kind. Out: entries with spans in the document.
Left out on purpose: ids, which are given when all passes are done.
"""

import re
from dataclasses import dataclass, replace

from lantu.core.entry import Entry, Stretch, YearSource
from lantu.core.inference import Inference, join_confidence
from lantu.core.span import Span
from lantu.read import inferences as rules
from lantu.read.context import Context
from lantu.read.coverage import Coverage
from lantu.read.indicators import Name
from lantu.read.modes import read_modality
from lantu.read.prose_frames import Frame
from lantu.read.prose_measure import infer_unit, is_cumulative, name_measure, read_per
from lantu.read.prose_relatives import Relative
from lantu.read.prose_scope import Scope
from lantu.read.prose_stream import Stream
from lantu.read.years import Role, YearMention

_BLANKS = re.compile(r"[\s\u200b\ufeff\u3000\xa0]+")
MAX_SPAN = 400
"""Characters an entry's span may have; a longer one shrinks to its figure."""
FIGURE = 0.94
"""How often the indicator beside a figure was named right in documents nobody had tuned to (docs/reader-confidence.md)."""
WORDED = 0.85
"""The same for promises in words alone."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stream in its document, with the years it mentions.

    Attributes:
        context: The document.
        stream: The paragraph.
        mentions: Years named in it.
    """

    context: Context
    stream: Stream
    mentions: tuple[YearMention, ...]

    def span(self, start: int, end: int) -> Span:
        """The span in the document of a range of the stream."""
        return self.context.span(*self.stream.locate(start, end))

    def words(self, name: Name) -> str:
        """The document's own words for a name, blanks taken out."""
        printed = self.stream.print_words(self.context.text, name.start, name.end)
        plain = self.stream.text[name.start : name.end]
        if name.text == plain:
            return printed
        return name.text.replace(plain, printed) if plain in name.text else name.text


def squeeze(text: str) -> str:
    """The text without blanks and line breaks."""
    return _BLANKS.sub("", text)


def make_figure(paragraph: Paragraph, frame: Frame, name: Name, scope: Scope) -> Entry:
    """The entry of a figure in a sentence."""
    context, quantity, text = paragraph.context, frame.quantity, paragraph.stream.text
    words = paragraph.words(name)
    year, source, year_rule = _year_of(frame, scope, paragraph.mentions)
    unit = infer_unit(quantity, words)
    code, code_rule = context.places.resolve(name.region, context.facts.region_code) if name.region else ("", None)
    inferred = _infer(
        paragraph, frame, name, (year_rule, scope.kind_rule, code_rule), is_unit_named=unit != quantity.unit
    )
    if quantity.form == "ratio" and unit:
        unit = squeeze(paragraph.span(quantity.start, quantity.end).quote)[-len(unit) :]
    return Entry(
        id="",
        kind=scope.kind,
        origin="prose",
        span=_figure_span(paragraph, frame, name),
        section=paragraph.stream.section,
        indicator=words,
        indicator_span=paragraph.span(name.start, name.end),
        value=quantity.value,
        value_max=quantity.value_max,
        unit=unit,
        value_span=paragraph.span(quantity.start, quantity.end),
        comparator=quantity.comparator,
        per=read_per(text[name.start : name.end], frame.verbs),
        year=year,
        year_source=source,
        measure=name_measure(frame, words),
        region=name.region,
        region_code=code,
        is_cumulative=is_cumulative(frame, text),
        modality=read_modality(text[frame.clause : quantity.start]),
        base_year=None if frame.is_first_of_pair else _base_year(frame, paragraph.mentions),
        confidence=join_confidence(inferred, FIGURE),
        derived_from=_sources(paragraph, scope),
        inferred=inferred,
    )


def make_coverage(paragraph: Paragraph, coverage: Coverage, name: Name, scope: Scope) -> Entry:
    """The entry of a promise without a figure."""
    inferred = _of_scope(scope)
    return Entry(
        id="",
        kind=scope.kind,
        origin="prose",
        span=paragraph.span(coverage.start, coverage.end),
        section=paragraph.stream.section,
        indicator=paragraph.words(name),
        indicator_span=paragraph.span(name.start, name.end),
        year=scope.year,
        year_source=scope.source,
        measure="coverage",
        modality=read_modality(paragraph.stream.text[coverage.start : coverage.end]),
        confidence=join_confidence(inferred, WORDED),
        derived_from=_sources(paragraph, scope),
        inferred=inferred,
    )


def make_relative(paragraph: Paragraph, relative: Relative, scope: Scope) -> Entry:
    """The entry of an indicator tied to another one."""
    name, inferred = relative.name, _of_scope(scope)
    return Entry(
        id="",
        kind=scope.kind,
        origin="prose",
        span=paragraph.span(name.start, relative.end),
        section=paragraph.stream.section,
        indicator=paragraph.words(name),
        indicator_span=paragraph.span(name.start, name.end),
        comparator=relative.comparator,
        year=scope.year,
        year_source=scope.source,
        measure="relative",
        modality=read_modality(paragraph.stream.text[max(0, name.start - 12) : relative.start]),
        relative_to=relative.partner,
        confidence=join_confidence(inferred, WORDED),
        derived_from=_sources(paragraph, scope),
        inferred=inferred,
    )


def add_stretch(entry: Entry, paragraph: Paragraph, frame: Frame) -> Entry:
    """The entry with a further goal beside its own."""
    quantity = frame.quantity
    if quantity.value is None:
        return entry
    unit = quantity.unit or entry.unit
    if quantity.unit and not quantity.base_unit:
        unit = infer_unit(quantity, entry.indicator)
    span = paragraph.span(quantity.start, quantity.end)
    return replace(entry, stretch=(*entry.stretch, Stretch(quantity.value, unit, quantity.comparator, span)))


def add_base(entry: Entry, base: Entry) -> Entry:
    """The B of "由A增长到B" with A as the figure it started from."""
    if base.value is None:
        return entry
    inferred = entry.inferred
    if base.unit and not entry.unit:
        inferred += (rules.UNIT_PAIR,)
    if rules.YEAR_PAIR in base.inferred:
        inferred += (rules.BASE_YEAR_BEFORE,)
    return replace(
        entry,
        unit=entry.unit or base.unit,
        inferred=inferred,
        confidence=join_confidence(inferred, FIGURE),
        base_value=base.value,
        base_span=base.value_span,
        base_year=base.year,
    )


def _figure_span(paragraph: Paragraph, frame: Frame, name: Name) -> Span:
    quantity = frame.quantity
    start, end = quantity.head, quantity.tail
    if not frame.is_carried or frame.is_second_of_pair:
        start, end = min(start, name.start), max(end, name.end)
    for a, b in ((start, end), (quantity.head, quantity.tail)):
        span = paragraph.span(a, b)
        if span.end - span.start <= MAX_SPAN:
            return span
    return paragraph.span(quantity.start, quantity.end)


def _of_scope(scope: Scope) -> tuple[Inference, ...]:
    return (scope.kind_rule,) if scope.year_rule is None else (scope.year_rule, scope.kind_rule)


def _sources(paragraph: Paragraph, scope: Scope) -> tuple[Span, ...]:
    return () if scope.year_at is None else (paragraph.context.span(*scope.year_at),)


def _year_of(
    frame: Frame, scope: Scope, mentions: tuple[YearMention, ...]
) -> tuple[int | None, YearSource, Inference | None]:
    """The year of a figure; the first of two dated figures has a year of its own."""
    if frame.year is not None:
        return frame.year.year, frame.year.source, None
    own = next((m for m in mentions if m.end + 1 == frame.quantity.head and m.source is YearSource.EXPLICIT), None)
    if own is not None and own.is_plain and frame.quantity.base_unit != "倍":
        return own.year, own.source, None
    if not frame.is_first_of_pair:
        return scope.year, scope.source, scope.year_rule
    begin = max(frame.clause, frame.quantity.start - 30)
    for mention in reversed(mentions):
        is_near = begin <= mention.start < frame.quantity.start
        if is_near and mention.year is not None and mention.source is YearSource.EXPLICIT:
            return mention.year, YearSource.EXPLICIT, None
    if scope.first is not None:
        return scope.first - 1, YearSource.IMPLICIT, rules.YEAR_PAIR
    if scope.year is None:
        return None, YearSource.NONE, None
    return scope.year - 5, YearSource.IMPLICIT, rules.YEAR_PAIR


def _infer(
    paragraph: Paragraph, frame: Frame, name: Name, found: tuple[Inference | None, ...], *, is_unit_named: bool
) -> tuple[Inference, ...]:
    """What other words than those beside the figure gave."""
    inferred = [rule for rule in found if rule is not None]
    if frame.is_carried:
        inferred.append(rules.INDICATOR_CARRIED)
    elif name.text != paragraph.stream.text[name.start : name.end]:
        inferred.append(rules.INDICATOR_JOINED)
    if is_unit_named:
        inferred.append(rules.UNIT_NAME)
    if frame.is_bound_shared:
        inferred.append(rules.COMPARATOR_SHARED)
    return tuple(inferred)


def _base_year(frame: Frame, mentions: tuple[YearMention, ...]) -> int | None:
    for mention in reversed(mentions):
        if frame.clause <= mention.start < frame.quantity.start and mention.role is Role.BASE:
            return mention.year
    return None
