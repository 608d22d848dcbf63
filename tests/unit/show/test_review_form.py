"""The form states an entry whose spans quote the text."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from lantu.core.entry import Comparator, Entry, EntryKind, YearSource
from lantu.core.span import span_of
from lantu.show.review_form import EntryForm, build_entry, find_words, state_form

TEXT = "林木覆盖率达到2 0%。到2025年，林木覆盖率达到20%以上，绿道100公里。"
START = TEXT.rindex("林木")
ENTRY = Entry(
    "e1", EntryKind.TARGET, "prose", span_of(TEXT, START, START + 12, "doc"), "s", "林木覆盖率",
    indicator_span=span_of(TEXT, START, START + 5, "doc"), value=Decimal(20), unit="%",
    value_span=span_of(TEXT, START + 7, START + 10, "doc"), comparator=Comparator.AT_LEAST, year=2025,
    year_source=YearSource.EXPLICIT, confidence=0.7,
)  # fmt: skip


def send(**changes: Any) -> EntryForm:
    fields = {k: v for k, v in state_form(ENTRY).items() if v is not None}
    return EntryForm(TEXT, fields | changes)


def test_an_entry_goes_through_the_form_unchanged() -> None:
    form = send()
    assert form.is_valid(), form.errors
    assert build_entry(form.cleaned_data, ENTRY, "doc") == replace(ENTRY, confidence=1.0)


def test_words_and_figure_are_found_with_blanks_inside() -> None:
    assert find_words(TEXT, "20 %", 0, len(TEXT)) == [(7, 11), (START + 7, START + 10)]
    assert find_words(TEXT, " \n", 0, len(TEXT)) == []


def test_the_place_that_was_marked_decides_between_two() -> None:
    twice = send(words="林木覆盖率达到20%", start="")
    assert not twice.is_valid()
    assert "2 处" in str(twice.errors["words"])
    marked = send(words="林木覆盖率达到20%", start=0, value_start="")
    assert marked.is_valid(), marked.errors
    entry = build_entry(marked.cleaned_data, None, "doc")
    assert entry.value_span is not None
    assert (entry.span.quote, entry.value_span.quote) == ("林木覆盖率达到2 0%", "2 0%")
    assert entry.indicator_span == span_of(TEXT, 0, 5, "doc")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"words": "森林覆盖率"}, "words"),
        ({"value_words": "100公里"}, "value_words"),
        ({"value_words": ""}, "value_words"),
        ({"comparator": "in"}, "value_max"),
        ({"value": "二十"}, "value"),
        ({"year": "25"}, "year"),
        ({"kind": "wish"}, "kind"),
        ({"indicator": " "}, "indicator"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(changes: dict[str, str], field: str) -> None:
    form = send(**changes)
    assert not form.is_valid()
    assert field in form.errors


def test_a_longer_stretch_than_any_promise_is_refused() -> None:
    form = EntryForm("字" * 500, state_form(ENTRY) | {"words": "字" * 450, "start": 0, "value_words": "", "value": ""})
    assert not form.is_valid()
    assert "400" in str(form.errors["words"])


def test_a_year_says_where_it_comes_from() -> None:
    form = send(words="到2025年，林木覆盖率达到20%以上", start=TEXT.index("到2025"), year="2024")
    assert form.is_valid(), form.errors
    assert build_entry(form.cleaned_data, ENTRY, "doc").year_source is YearSource.INHERITED
    form = send(year="")
    assert form.is_valid()
    assert build_entry(form.cleaned_data, ENTRY, "doc").year_source is YearSource.NONE
