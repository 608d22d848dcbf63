"""Ids that outlive a better reader."""

from dataclasses import replace

from lantu.core.entry import Entry
from lantu.read import build_context
from lantu.read.identity import drop_nameless, has_words, name_entries
from lantu.read.table_entries import find_table_entries
from tests.unit.read.layouts import CAPTION, print_plan


def read_named(text: str) -> tuple[Entry, ...]:
    context, _ = build_context(text, "plan.txt")
    entries, _ = find_table_entries((), context)
    return name_entries(entries, context)[0]


def test_every_entry_has_an_id_of_its_own() -> None:
    entries = read_named(print_plan("pipes"))
    assert len(entries) == 8
    assert len({entry.id for entry in entries}) == 8
    assert all(entry.id for entry in entries)


def test_words_added_elsewhere_change_no_id() -> None:
    text = print_plan("tabs")
    before, after = (
        read_named(text),
        read_named(text.replace(CAPTION, "另有专项指标，见有关规划，此处不再重复列出。\n\n" + CAPTION)),
    )
    assert [entry.id for entry in before] == [entry.id for entry in after]
    assert before[0].span.start != after[0].span.start


def test_another_figure_is_another_entry() -> None:
    text = print_plan("tabs")
    before, after = read_named(text), read_named(text.replace("1750", "1800"))
    assert before[0].id != after[0].id
    assert [e.id for e in before[1:]] == [e.id for e in after[1:]]


def test_the_same_words_twice_are_counted_and_sorted() -> None:
    context, _ = build_context(print_plan("pipes"), "plan.txt")
    entries, _ = find_table_entries((), context)
    twice = (entries[1], replace(entries[0]), entries[0])
    named, _ = name_entries(twice, context)
    assert [entry.row_no for entry in named] == [1, 1, 2]
    assert named[1].id == f"{named[0].id}-2"


def test_an_entry_without_a_name_is_reported_instead() -> None:
    context, _ = build_context(print_plan("pipes"), "plan.txt")
    entries, _ = find_table_entries((), context)
    kept, diagnostics = drop_nameless((replace(entries[0], indicator="…"), entries[1]), context)
    assert kept == (entries[1],)
    assert [(d.code, d.span.quote) for d in diagnostics if d.span is not None] == [("R030", "1750")]


def test_words_are_letters_or_characters() -> None:
    assert has_words("GDP")
    assert has_words("收入")
    assert not has_words("〇 12.5%")
