"""How often inferred fields are right, by the rule that gave them: what their confidence is worth.

In: a reading as `lantu read --json` prints it, label records. Out: counts by field
and rule that add up over documents, and by the confidence of whole entries.
Left out on purpose: cells of tables, whose labels have a form of their own.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lantu.read.agreement import Json, Labels, has_same_unit, is_named_alike, pair_figures

STATED = "stated"
"""In place of a rule: the words beside the figure say it."""
BANDS = (0.9, 0.85, 0.75, 0.0)
"""Confidences of whole entries are counted in bands, each from its number upwards."""

_FIELDS: dict[str, Callable[[Json, Json], bool]] = {
    "year": lambda label, entry: entry.get("year") == label["year"],
    "kind": lambda label, entry: bool(entry["kind"] == label["kind"]),
    "indicator": is_named_alike,
    "unit": has_same_unit,
    "comparator": lambda label, entry: entry.get("comparator") == label["comparator"],
}


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Cases and right ones among them.

    Attributes:
        cases: By field and rule; STATED where none was needed.
        right: Of these, those that say what the label says.
        banded: Entries by band of their confidence.
        whole: Of these, those with every field right.
    """

    cases: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    banded: Counter[float] = field(default_factory=Counter)
    whole: Counter[float] = field(default_factory=Counter)

    def __add__(self, other: "FieldAgreement") -> "FieldAgreement":
        return FieldAgreement(
            self.cases + other.cases, self.right + other.right, self.banded + other.banded, self.whole + other.whole
        )


def measure_fields(reading: Json, labels: Labels) -> FieldAgreement:
    """Counts of one document: figures that were found at a label's place, field by field."""
    found = FieldAgreement()
    for label, entry in pair_figures(reading, labels):
        rules = {inference["field"]: inference["reason"] for inference in entry.get("inferred", ())}
        told = dict(_compare_fields(label, entry))
        for name, is_right in told.items():
            key = (name, rules.get(name, STATED))
            found.cases[key] += 1
            found.right[key] += is_right
        band = next(lower for lower in BANDS if entry.get("confidence", 0.0) >= lower)
        found.banded[band] += 1
        found.whole[band] += all(told.values())
    return found


def _compare_fields(label: Json, entry: Json) -> Iterator[tuple[str, bool]]:
    for name, agrees in _FIELDS.items():
        yield name, agrees(label, entry)
