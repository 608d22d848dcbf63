"""The pass over running text: every figure promised or reported in a sentence.

In: a context with blocks, sections and tables. Out: entries of kind target and
actual with exact spans, and diagnostics for figures nobody could place.
Left out on purpose: tables, which have passes of their own; their zones are skipped.
"""

import hashlib
import re
from collections import Counter
from dataclasses import replace

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import Entry, EntryKind, Stretch, YearSource
from lantu.core.span import Span
from lantu.read.codes import diagnose
from lantu.read.context import Context
from lantu.read.coverage import Coverage, find_coverage
from lantu.read.modes import read_modality
from lantu.read.prose_frames import Frame, find_frames
from lantu.read.prose_measure import infer_unit, is_cumulative, name_measure, read_per
from lantu.read.prose_relatives import Relative, find_relatives
from lantu.read.prose_scope import Scope, Tracker, open_tracker
from lantu.read.prose_stream import Stream, find_streams

_BLANKS = re.compile(r"[\s\u200b\ufeff\u3000\xa0]+")
MAX_SPAN = 400
REPEAT = 18
"""Characters around a figure that must be the same for it to be a repetition."""


def find_prose_entries(
    entries: tuple[Entry, ...], context: Context
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Targets and actuals of running text, added to the entries found before."""
    tracker = open_tracker(context)
    found: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    for stream in find_streams(context):
        tracker.enter(stream)
        if stream.kind != "heading":
            read = _read_stream(context, stream, tracker, diagnostics)
            read.extend(_read_coverage(context, stream, tracker, read))
            read.extend(_read_relatives(context, stream, tracker))
            found.extend(sorted(read, key=_position))
        tracker.leave(stream)
    found = _drop_repeated(found, context, diagnostics)
    return entries + _with_ids(found), tuple(diagnostics)


def _position(entry: Entry) -> tuple[int, int]:
    span = entry.value_span if entry.value_span is not None else entry.span
    return span.start, span.end


def _drop_repeated(found: list[Entry], context: Context, diagnostics: list[Diagnostic]) -> list[Entry]:
    """Leave out what a document says again word for word, and undated counts of the press."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for entry in found:
        span = entry.value_span or entry.span
        if context.facts.kind == "news" and _is_undated_count(entry, bool(context.facts.issued_on)):
            diagnostics.append(diagnose("R031", f"{span.quote} has no date", span=span, severity=Severity.INFO))
            continue
        around = _BLANKS.sub("", context.text[max(0, span.start - REPEAT) : span.end + REPEAT])
        key = (entry.kind, entry.indicator, entry.value, entry.unit, entry.year, around)
        if key in seen and len(around) > REPEAT:
            diagnostics.append(diagnose("R032", f"{span.quote} was read before", span=span, severity=Severity.INFO))
            continue
        seen.add(key)
        kept.append(entry)
    return kept


def _is_undated_count(entry: Entry, is_dated: bool) -> bool:
    """Whether it counts something in a sentence that names no year, in an article that may have no date either."""
    own = (YearSource.EXPLICIT, YearSource.IMPLICIT)
    has_year = entry.year is not None and (is_dated or entry.year_source in own)
    return entry.kind is EntryKind.ACTUAL and entry.measure == "count" and not has_year


def _read_stream(context: Context, stream: Stream, tracker: Tracker, diagnostics: list[Diagnostic]) -> list[Entry]:
    found: list[Entry] = []
    pair_base: Entry | None = None
    for frame in find_frames(stream.text, tracker.mentions):
        scope = tracker.resolve(frame.sentence, frame.quantity.start)
        if frame.is_stretch and found:
            found[-1] = _add_stretch(found[-1], context, stream, frame)
            continue
        if frame.name is None:
            diagnostics.append(_unplaced(context, stream, frame))
            continue
        entry = _make_entry(context, stream, frame, scope, tracker)
        if frame.is_first_of_pair:
            pair_base = entry
            if entry.kind is EntryKind.TARGET:
                continue
        elif frame.is_second_of_pair and pair_base is not None:
            entry = _with_base(entry, pair_base)
        found.append(entry)
    return found


def _read_coverage(context: Context, stream: Stream, tracker: Tracker, figures: list[Entry]) -> list[Entry]:
    found = []
    for coverage in find_coverage(stream.text):
        span = _span(context, stream, coverage.start, coverage.end)
        if span.end - span.start <= MAX_SPAN and coverage.name is not None:
            found.append(_make_coverage(context, stream, tracker, coverage, span))
    return found


def _make_coverage(context: Context, stream: Stream, tracker: Tracker, coverage: Coverage, span: Span) -> Entry:
    name = coverage.name
    assert name is not None
    scope = tracker.resolve(_sentence_start(stream.text, coverage.word), coverage.word)
    return Entry(
        id="",
        kind=scope.kind,
        origin="prose",
        span=span,
        section=stream.section,
        indicator=_original(context, stream, name.start, name.end),
        indicator_span=_span(context, stream, name.start, name.end),
        year=scope.year,
        year_source=scope.source,
        measure="coverage",
        modality=read_modality(stream.text[coverage.start : coverage.end]),
        confidence=0.8,
        derived_from=_sources(context, stream, scope),
    )


def _read_relatives(context: Context, stream: Stream, tracker: Tracker) -> list[Entry]:
    found = []
    for relative in find_relatives(stream.text):
        scope = tracker.resolve(_sentence_start(stream.text, relative.start), relative.start)
        if scope.kind is EntryKind.TARGET and relative.end - relative.name.start < MAX_SPAN:
            found.append(_make_relative(context, stream, relative, scope))
    return found


def _make_relative(context: Context, stream: Stream, relative: Relative, scope: Scope) -> Entry:
    return Entry(
        id="",
        kind=EntryKind.TARGET,
        origin="prose",
        span=_span(context, stream, relative.name.start, relative.end),
        section=stream.section,
        indicator=_original(context, stream, relative.name.start, relative.name.end),
        indicator_span=_span(context, stream, relative.name.start, relative.name.end),
        comparator=relative.comparator,
        year=scope.year,
        year_source=scope.source,
        measure="relative",
        modality=read_modality(stream.text[max(0, relative.name.start - 12) : relative.start]),
        relative_to=relative.partner,
        confidence=0.8,
        derived_from=_sources(context, stream, scope),
    )


def _sentence_start(text: str, position: int) -> int:
    return max(text.rfind(mark, 0, position) for mark in "。;!?") + 1


def _unplaced(context: Context, stream: Stream, frame: Frame) -> Diagnostic:
    span = _span(context, stream, frame.quantity.start, frame.quantity.end)
    return diagnose("R030", f"{span.quote} stands beside no name", span=span, severity=Severity.INFO)


def _span(context: Context, stream: Stream, start: int, end: int) -> Span:
    return context.span(*stream.locate(start, end))


def _original(context: Context, stream: Stream, start: int, end: int) -> str:
    """The document's own words, blanks taken out."""
    a, b = stream.locate(start, end)
    return _BLANKS.sub("", context.text[a:b])


def _make_entry(context: Context, stream: Stream, frame: Frame, scope: Scope, tracker: Tracker) -> Entry:
    quantity, name = frame.quantity, frame.name
    assert name is not None
    own = stream.text[name.start : name.end]
    words = _original(context, stream, name.start, name.end)
    if name.text != own:
        words = name.text.replace(own, words) if own in name.text else name.text
    value_span = _span(context, stream, quantity.start, quantity.end)
    year, source = _year_of(frame, scope, stream, tracker)
    unit = infer_unit(quantity, words)
    span = _entry_span(context, stream, frame)
    return Entry(
        id="",
        kind=scope.kind,
        origin="box" if stream.kind == "box" else "prose",
        span=span,
        section=stream.section,
        indicator=words,
        indicator_span=_span(context, stream, name.start, name.end),
        value=quantity.value,
        value_max=quantity.value_max,
        unit=unit,
        value_span=value_span,
        comparator=quantity.comparator,
        per=read_per(own, frame.verbs),
        year=year,
        year_source=source,
        measure=name_measure(frame, words, unit),
        is_cumulative=is_cumulative(frame, stream.text),
        modality=read_modality(stream.text[frame.clause : quantity.start]),
        base_year=_base_year(frame, tracker),
        confidence=0.6 if frame.is_carried else 0.9,
        derived_from=_sources(context, stream, scope),
    )


def _entry_span(context: Context, stream: Stream, frame: Frame) -> Span:
    quantity, name = frame.quantity, frame.name
    start, end = quantity.head, quantity.tail
    if (name is not None and not frame.is_carried) or (name is not None and frame.is_second_of_pair):
        start, end = min(start, name.start), max(end, name.end)
    if end - start > MAX_SPAN:
        start, end = quantity.head, quantity.tail
    span = _span(context, stream, start, end)
    if span.end - span.start > MAX_SPAN:
        return _span(context, stream, quantity.start, quantity.end)
    return span


def _sources(context: Context, stream: Stream, scope: Scope) -> tuple[Span, ...]:
    mention = scope.mention
    if mention is None or mention.start >= mention.end or mention.end > len(stream.text):
        return ()
    if (
        scope.source is YearSource.INHERITED
        and scope.mention is not None
        and stream.text[mention.start : mention.end] == ""
    ):
        return ()
    return (_span(context, stream, mention.start, mention.end),) if _is_here(stream, mention.start, mention.end) else ()


def _is_here(stream: Stream, start: int, end: int) -> bool:
    return re.search(r"年|期|五|今|去|目前", stream.text[start:end]) is not None


def _year_of(frame: Frame, scope: Scope, stream: Stream, tracker: Tracker) -> tuple[int | None, YearSource]:
    """The year of a figure; the first of two dated figures has a year of its own."""
    if frame.year is not None:
        return frame.year.year, frame.year.source
    if not frame.is_first_of_pair:
        return scope.year, scope.source
    begin = max(frame.clause, frame.quantity.start - 30)
    for mention in reversed(tracker.mentions):
        if (
            begin <= mention.start < frame.quantity.start
            and mention.year is not None
            and mention.source is YearSource.EXPLICIT
        ):
            return mention.year, YearSource.EXPLICIT
    first = scope.first
    if first is not None:
        return first - 1, YearSource.IMPLICIT
    return (None, YearSource.NONE) if scope.year is None else (scope.year - 5, YearSource.IMPLICIT)


def _base_year(frame: Frame, tracker: Tracker) -> int | None:
    for mention in reversed(tracker.mentions):
        if frame.clause <= mention.start < frame.quantity.start and mention.role == "base":
            return mention.year
    return None


def _add_stretch(entry: Entry, context: Context, stream: Stream, frame: Frame) -> Entry:
    quantity = frame.quantity
    if (
        quantity.value is None
        or (entry.kind is not EntryKind.TARGET
        and not entry.stretch
        and entry.kind is EntryKind.PROJECT)
    ):
        return entry
    unit = quantity.unit or entry.unit
    if quantity.unit and not quantity.base_unit and entry.unit:
        unit = infer_unit(quantity, entry.indicator)
    span = _span(context, stream, quantity.start, quantity.end)
    return replace(entry, stretch=(*entry.stretch, Stretch(quantity.value, unit, quantity.comparator, span)))


def _with_base(entry: Entry, base: Entry) -> Entry:
    start = min(entry.span.start, base.span.start)
    if entry.span.end - start > MAX_SPAN or base.value is None:
        return entry
    unit = entry.unit or base.unit
    return replace(entry, unit=unit, base_value=base.value, base_span=base.value_span, base_year=base.year)


def _with_ids(found: list[Entry]) -> tuple[Entry, ...]:
    """Ids that stay as long as kind, name, words and section stay."""
    seen: Counter[str] = Counter()
    done = []
    for entry in found:
        key = "|".join((entry.kind, entry.indicator, _BLANKS.sub("", entry.span.quote), entry.section))
        seen[key] += 1
        digest = hashlib.sha256(f"{key}|{seen[key]}".encode()).hexdigest()[:12]
        done.append(replace(entry, id=f"{entry.kind[0]}{digest}"))
    return tuple(done)
