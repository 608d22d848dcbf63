"""Checks report and change nothing."""

from dataclasses import replace

from lantu.core.entry import Entry
from lantu.core.span import Span
from lantu.read import build_context
from lantu.read.checks import check_ids, check_quotes
from lantu.read.context import Context
from lantu.read.identity import name_entries
from lantu.read.table_entries import find_table_entries
from tests.unit.read.layouts import print_plan


def read_named() -> tuple[tuple[Entry, ...], Context]:
    context, _ = build_context(print_plan("pipes"), "plan.txt")
    entries, _ = find_table_entries((), context)
    return name_entries(entries, context)[0], context


def test_a_sound_reading_passes() -> None:
    entries, context = read_named()
    assert list(check_quotes(entries, context)) == []
    assert list(check_ids(entries, context)) == []


def test_a_quote_that_differs() -> None:
    entries, context = read_named()
    wrong = replace(entries[0], span=Span(0, 2, "错了"))
    assert [d.code for d in check_quotes((wrong,), context)] == ["R090"]


def test_a_span_past_the_end() -> None:
    entries, context = read_named()
    end = len(context.text)
    assert [d.code for d in check_quotes((replace(entries[0], span=Span(end, end + 1, "远")),), context)] == ["R091"]


def test_one_id_for_two() -> None:
    entries, context = read_named()
    doubled = (entries[0], replace(entries[1], id=entries[0].id))
    assert [d.code for d in check_ids(doubled, context)] == ["R092"]
