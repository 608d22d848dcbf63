"""The pass over running text: every figure promised or reported in a sentence.

In: a context with blocks, sections and tables. Out: entries of kind target and
actual with exact spans, and diagnostics for figures nobody could place.
Left out on purpose: tables, which have passes of their own; their zones are skipped.
"""

import re
from collections.abc import Iterator

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import Entry, EntryKind, YearSource
from lantu.core.span import Span
from lantu.read.codes import diagnose
from lantu.read.context import Context
from lantu.read.coverage import find_coverage
from lantu.read.lexicon_units import SHARE_UNITS
from lantu.read.prose_entries import (
    MAX_SPAN,
    Paragraph,
    add_base,
    add_stretch,
    make_coverage,
    make_figure,
    make_relative,
    squeeze,
)
from lantu.read.prose_prices import add_prices, find_frames_at_prices, match_prices
from lantu.read.prose_relatives import find_relatives
from lantu.read.prose_scope import Tracker, open_tracker
from lantu.read.prose_stream import find_streams

_SENTENCE_MARK = re.compile(r"[。；;！？]|\n\s*\n")
REPEAT = 18
"""Characters on either side of a figure that must be the same for it to be a repetition."""


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
            paragraph = Paragraph(context, stream, tracker.mentions)
            read = _read_figures(paragraph, tracker, diagnostics)
            read.extend(_read_coverage(paragraph, tracker))
            read.extend(_read_relatives(paragraph, tracker))
            found.extend(sorted(read, key=_position))
        tracker.leave(stream)
    return entries + tuple(_keep_once(found, context, diagnostics)), tuple(diagnostics)


def _position(entry: Entry) -> tuple[int, int]:
    span = entry.value_span or entry.span
    return span.start, span.end


def _read_figures(paragraph: Paragraph, tracker: Tracker, diagnostics: list[Diagnostic]) -> list[Entry]:
    found: list[Entry] = []
    firsts: list[Entry] = []
    text, mentions = paragraph.stream.text, paragraph.mentions
    frames = find_frames_at_prices(text, mentions)
    prices = match_prices(text, frames)
    for frame in frames:
        if frame.is_stretch and found:
            found[-1] = add_stretch(found[-1], paragraph, frame)
            continue
        if frame.name is None:
            span = paragraph.span(frame.quantity.start, frame.quantity.end)
            diagnostics.append(_note("R030", f"{span.quote} stands beside no name", span))
            continue
        is_rate = frame.quantity.base_unit in SHARE_UNITS
        scope = tracker.resolve(frame.sentence, frame.quantity.start, frame.clause if is_rate else 0)
        entry = make_figure(paragraph, frame, frame.name, scope)
        if (word := prices.get(frame.quantity.start)) is not None:
            entry = add_prices(entry, paragraph, word)
        if frame.is_first_of_pair:
            firsts.append(entry)
            if entry.kind is EntryKind.TARGET:
                continue
        elif frame.is_second_of_pair and firsts:
            entry = add_base(entry, next((f for f in firsts if f.indicator == entry.indicator), firsts[-1]))
        else:
            firsts.clear()
        found.append(entry)
    return found


def _read_coverage(paragraph: Paragraph, tracker: Tracker) -> Iterator[Entry]:
    for coverage in find_coverage(paragraph.stream.text):
        start, end = paragraph.stream.locate(coverage.start, coverage.end)
        if coverage.name is not None and end - start <= MAX_SPAN:
            scope = tracker.resolve(_sentence_start(paragraph.stream.text, coverage.word), coverage.word)
            yield make_coverage(paragraph, coverage, coverage.name, scope)


def _read_relatives(paragraph: Paragraph, tracker: Tracker) -> Iterator[Entry]:
    for relative in find_relatives(paragraph.stream.text):
        start, end = paragraph.stream.locate(relative.name.start, relative.end)
        scope = tracker.resolve(_sentence_start(paragraph.stream.text, relative.start), relative.start)
        if scope.kind is EntryKind.TARGET and end - start <= MAX_SPAN:
            yield make_relative(paragraph, relative, scope)


def _sentence_start(text: str, position: int) -> int:
    return max(text.rfind(mark, 0, position) for mark in "。;!?") + 1


def _keep_once(found: list[Entry], context: Context, diagnostics: list[Diagnostic]) -> Iterator[Entry]:
    """Leave out what a document says again word for word, and undated counts of the press."""
    seen: set[tuple[object, ...]] = set()
    is_news, is_dated = context.facts.kind == "news", bool(context.facts.issued_on)
    for entry in found:
        span = entry.value_span or entry.span
        if is_news and _is_undated_count(entry, is_dated):
            diagnostics.append(_note("R031", f"{span.quote} has no date", span))
            continue
        around = _words_around(context.text, span)
        key = (entry.kind, entry.indicator, entry.value, entry.unit, entry.year, around)
        if key in seen and len(around) > REPEAT - 4:
            diagnostics.append(_note("R032", f"{span.quote} was read before", span))
            continue
        seen.add(key)
        yield entry


def _words_around(text: str, span: Span) -> str:
    """What stands around a figure in its sentence, blanks taken out."""
    before = _SENTENCE_MARK.split(text[max(0, span.start - REPEAT) : span.start])[-1]
    after = _SENTENCE_MARK.split(text[span.end : span.end + REPEAT])[0]
    return squeeze(f"{before}{span.quote}{after}")


def _is_undated_count(entry: Entry, is_dated: bool) -> bool:
    """Whether it counts something in a sentence that names no year, in an article that may have no date either."""
    own = (YearSource.EXPLICIT, YearSource.IMPLICIT)
    has_year = entry.year is not None and (is_dated or entry.year_source in own)
    return entry.kind is EntryKind.ACTUAL and entry.measure == "count" and not has_year


def _note(code: str, message: str, span: Span) -> Diagnostic:
    return diagnose(code, message, span=span, severity=Severity.INFO)
