"""Counting how often inferred fields are right."""

from typing import Any

import pytest

from lantu.read.agreement import Labels
from lantu.read.agreement_fields import STATED, FieldAgreement, measure_fields


def label(**changes: Any) -> dict[str, Any]:
    """A label of 学校总数达到12所 at 0 to 9."""
    base = {"kind": "target", "tier": "core", "n_start": 6, "n_end": 9, "v_start": 6, "v_end": 9, "numeric": True}
    named = {
        "indicator": "学校总数",
        "ind_text": "学校总数",
        "year": 2025,
        "comparator": "=",
        "value": 12,
        "unit": "所",
    }
    return base | named | changes


def entry(**changes: Any) -> dict[str, Any]:
    """The entry that says the same, its year taken from a heading."""
    base = {"kind": "target", "start": 0, "end": 9, "quote": "学校总数达到12所", "value_start": 6, "value_end": 9}
    named = {"indicator": "学校总数", "year": 2025, "comparator": "=", "value": 12, "unit": "所", "measure": "count"}
    inferred = [{"field": "year", "reason": "heading", "confidence": 0.98}]
    return base | named | {"confidence": 0.88, "inferred": inferred} | changes


def measure(**changes: Any) -> FieldAgreement:
    """The counts of one such pair."""
    return measure_fields({"entries": [entry(**changes)]}, Labels((label(),)))


def test_a_field_is_counted_by_the_rule_that_gave_it() -> None:
    found = measure()
    assert found.cases["year", "heading"] == found.right["year", "heading"] == 1
    assert found.cases["unit", STATED] == found.right["unit", STATED] == 1
    assert (found.banded[0.85], found.whole[0.85]) == (1, 1)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("year", {"year": 2020}),
        ("kind", {"kind": "actual"}),
        ("indicator", {"indicator": "床位"}),
        ("unit", {"unit": "万所"}),
        ("comparator", {"comparator": ">="}),
    ],
)
def test_a_wrong_field_is_counted_as_wrong(field: str, changes: dict[str, Any]) -> None:
    found = measure(**changes)
    wrong = {name for name, _ in found.cases if not any(n == name for n, _ in found.right.elements())}
    assert wrong == {field}
    assert found.whole[0.85] == 0


def test_counts_add_up_over_documents() -> None:
    both = measure() + measure(year=2020, confidence=0.5)
    assert (both.cases["year", "heading"], both.right["year", "heading"]) == (2, 1)
    assert (both.banded[0.0], both.whole[0.0], both.whole[0.85]) == (1, 0, 1)
