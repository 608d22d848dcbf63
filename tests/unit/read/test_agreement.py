"""The scorer counts what agrees, forgives what is neither right nor wrong, and cannot be flattered."""

from typing import Any

import pytest

from lantu.read.agreement import Agreement, Labels, find_document, measure_agreement

TEXT = "绿道总长达到1.5万公里以上，森林覆盖率达到20%。"
LABEL: dict[str, Any] = {
    "kind": "target", "tier": "core", "numeric": True, "n_start": 6, "n_end": 12, "v_start": 6, "v_end": 14,
    "indicator": "绿道总长", "ind_text": "绿道总长", "year": 2025, "comparator": ">=", "value": 1.5, "unit": "万公里",
}  # fmt: skip
ENTRY: dict[str, Any] = {
    "kind": "target", "start": 0, "end": 14, "quote": TEXT[:14], "value_start": 6, "value_end": 12, "indicator": "绿道总长",
    "year": 2025, "comparator": ">=", "value": 15000, "unit": "公里", "measure": "level",
}  # fmt: skip


def score(*entries: dict[str, Any], labels: Labels | None = None, text: str | None = TEXT) -> Agreement:
    return measure_agreement({"entries": list(entries)}, labels or Labels((LABEL,)), text)


def test_the_same_amount_in_another_magnitude_is_the_same() -> None:
    found = score(ENTRY)
    assert (found.labelled, found.predicted, found.promise, found.kind, found.spans_exact) == (1, 1, 1, 1, 1)
    assert found.f1(found.promise) == 1
    assert (found.kind_accuracy, found.exactness) == (1, 1)


@pytest.mark.parametrize(
    ("change", "levels"),
    [
        ({"value": 15001}, (0, 0, 0, 0)),
        ({"year": 2024}, (1, 0, 0, 0)),
        ({"comparator": "="}, (1, 1, 0, 0)),
        ({"indicator": "林地"}, (1, 1, 0, 0)),
        ({"kind": "actual"}, (1, 1, 1, 0)),
        ({"value": 1.5, "unit": "万千米"}, (1, 1, 1, 0)),
    ],
)
def test_each_part_that_differs_costs_its_level(change: dict[str, Any], levels: tuple[int, ...]) -> None:
    found = score(ENTRY | change)
    assert (found.value, found.value_year, found.tuple_, found.promise) == levels


def test_an_upper_end_belongs_to_the_promise() -> None:
    ranged = Labels((LABEL | {"comparator": "in", "value_max": 2},))
    entry = ENTRY | {"comparator": "in", "value": 1.5, "unit": "万公里"}
    assert score(entry | {"value_max": 2}, labels=ranged).promise == 1
    found = score(entry | {"value_max": 3}, labels=ranged)
    assert (found.tuple_, found.promise) == (1, 0)


def test_doubled_and_endless_entries_cost_precision() -> None:
    endless = ENTRY | {"value_start": 0, "value_end": 20}
    found = score(ENTRY, ENTRY, endless)
    assert (found.predicted, found.promise) == (3, 1)
    assert found.f1(found.promise) == 0.5
    assert score(endless).aligned == 0


def test_what_is_neither_right_nor_wrong_is_not_counted() -> None:
    other = LABEL | {"tier": "peripheral"}
    assert score(ENTRY, labels=Labels((other,))).predicted == 0
    stretched = LABEL | {"stretch": [{"start": 20, "end": 24}]}
    beside = ENTRY | {"value_start": 20, "value_end": 24}
    assert score(ENTRY, beside, labels=Labels((stretched,))).predicted == 1


def test_outside_the_range_and_inside_a_table_nothing_counts() -> None:
    row = {"table": "T1", "name_start": 0, "name_end": 4, "cells": {"target_2025": {"start": 6, "end": 12}}}
    for labels in (Labels((LABEL,), ranges=((20, 30),)), Labels((LABEL,), tables=(row,))):
        found = score(ENTRY, labels=labels)
        assert (found.labelled, found.predicted, found.f1(0)) == (0, 0, None)


def test_quotes_that_are_not_the_text_are_counted() -> None:
    assert score(ENTRY | {"quote": "x" * 14}).spans_exact == 0
    assert score(ENTRY | {"value_start": 0, "value_end": 4}).spans_exact == 0
    assert score(ENTRY, text=None).exactness is None


def test_an_entry_without_a_place_is_unusable() -> None:
    found = score({"kind": "target", "quote": "绿道"}, ENTRY | {"end": 0}, ENTRY | {"kind": ""})
    assert (found.unusable, found.predicted, found.kind_accuracy) == (3, 0, None)


def test_coverage_without_a_figure_is_no_figure_and_scores_add_up() -> None:
    covered = ENTRY | {"measure": "coverage", "value": None}
    assert score(covered).predicted == 0
    both = score(ENTRY) + score(covered)
    assert (both.labelled, both.predicted, both.promise) == (2, 1, 1)


def test_a_document_is_known_by_its_name_stem_or_number() -> None:
    assert find_document("texts/003_ab.txt", ["003", "jiaxing2021"]) == "003"
    assert find_document("jiaxing2021.txt", ["003", "jiaxing2021"]) == "jiaxing2021"
    assert find_document("other.txt", ["003"]) is None
