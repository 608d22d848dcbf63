"""How often what the reader inferred is right, rule by rule, and what an entry's confidence is worth.

Source: the labelled documents, each field of each figure that stands where a label does. "Built on" are documents whose
labels were at hand while the reader was written, "looked at" the one whose labels somebody else made before its misses were
looked at, "held apart" those whose labels and misses nobody who writes the reader sees: only these sums leave them.
docs/reader-confidence.md says how the confidences follow from these counts.
"""

import json
from pathlib import Path

from bench.documents import REPO, SHARED
from bench.skipped import Skipped
from lantu.cli.scoring import read_labels
from lantu.read.agreement import Labels, find_document
from lantu.read.agreement_fields import BANDS, FieldAgreement, measure_fields
from lantu.read.json_form import reading_to_json
from lantu.run.office import read_file

LOOKED_AT = {"huzhou-gov-work-report-2021"}
"""Labelled by another hand; the other sets beside it are held apart."""


def measure() -> dict[str, float]:
    """Cases and shares by field and rule, then by band of confidence."""
    if not SHARED.is_dir():
        raise Skipped("no labelled documents")
    own, given = read_labels(REPO / "tests/golden/labels"), read_labels(SHARED / "gold")
    sums = {"built on": FieldAgreement(), "looked at": FieldAgreement(), "held apart": FieldAgreement()}
    for path in sorted([*(SHARED / "seeds").glob("*.txt"), *(SHARED / "corpus").glob("*.txt")]):
        for labels in (own, given):
            key = find_document(path.name, labels)
            if key is not None:
                kept = "built on" if labels is given else "looked at" if key in LOOKED_AT else "held apart"
                sums[kept] += _measure_one(path, labels[key])
    return {name: value for kept, found in sums.items() for name, value in _tell(kept, found).items()}


def _measure_one(path: Path, labels: Labels) -> FieldAgreement:
    reading = reading_to_json(read_file(path.read_bytes(), path.name))
    return measure_fields(json.loads(json.dumps(reading)), labels)


def _tell(kept: str, found: FieldAgreement) -> dict[str, float]:
    figures: dict[str, float] = {}
    for field, rule in sorted(found.cases):
        figures[f"{kept}: {field}, {rule}: cases"] = found.cases[field, rule]
        figures[f"{kept}: {field}, {rule}: share right"] = found.right[field, rule] / found.cases[field, rule]
    for band in BANDS:
        if found.banded[band]:
            figures[f"{kept}: entries from {band}: cases"] = found.banded[band]
            figures[f"{kept}: entries from {band}: all fields right"] = found.whole[band] / found.banded[band]
    return figures
