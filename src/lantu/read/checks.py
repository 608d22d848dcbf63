"""The last look at a reading: what must hold of every entry.

In: entries and the context they came from. Out: diagnostics, nothing else; a
check may report and may not change.
Left out on purpose: whether the plan contradicts itself, which `check` asks.
"""

from collections import Counter
from collections.abc import Iterator

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import Entry
from lantu.core.span import Span
from lantu.read.codes import diagnose
from lantu.read.context import Context


def check_quotes(entries: tuple[Entry, ...], context: Context) -> Iterator[Diagnostic]:
    """Every span of every entry quotes the text it points to."""
    for entry in entries:
        for span in _spans_of(entry):
            if span.end > len(context.text):
                yield diagnose("R091", f"{entry.id} ends at {span.end} of {len(context.text)}", severity=Severity.ERROR)
            elif context.text[span.start : span.end] != span.quote:
                yield diagnose("R090", f"{entry.id} quotes {span.quote!r}", span=span, severity=Severity.ERROR)


def check_ids(entries: tuple[Entry, ...], context: Context) -> Iterator[Diagnostic]:
    """No id stands for two entries."""
    del context
    for name, count in Counter(entry.id for entry in entries).items():
        if count > 1:
            yield diagnose("R092", f"{name} stands for {count} entries", severity=Severity.ERROR, about=name)


def _spans_of(entry: Entry) -> Iterator[Span]:
    yield entry.span
    for span in (entry.indicator_span, entry.value_span, entry.base_span):
        if span is not None:
            yield span
    yield from (stretch.span for stretch in entry.stretch)
    yield from entry.derived_from
