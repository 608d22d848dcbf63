"""What the reader finds in the sample's documents, entry by entry, beside what it found before.

Written anew only by `make golden`; look at the difference before you commit it.
"""

import json
from pathlib import Path

import pytest

from lantu.core.entry import Entry
from lantu.read import read_plan
from lantu.read.adapters import ADAPTERS

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "jiaxing"
READINGS = Path(__file__).parent / "readings"
DOCUMENTS = sorted(path.name for path in SAMPLE.iterdir() if path.suffix in (".md", ".txt"))


def say_entry(entry: Entry) -> str:
    """One line: what it says and where, in the order a person reads a difference."""
    span = entry.value_span or entry.span
    said = {
        "kind": str(entry.kind),
        "indicator": entry.indicator,
        "comparator": str(entry.comparator),
        "value": None if entry.value is None else str(entry.value),
        "unit": entry.unit,
        "year": entry.year,
        "measure": entry.measure,
        "origin": entry.origin,
        "at": [span.start, span.end],
    }
    return json.dumps(said, ensure_ascii=False)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_reading_is_the_one_on_file(name: str, is_rewriting: bool) -> None:
    lines = [say_entry(entry) for entry in read_plan((SAMPLE / name).read_bytes(), name).entries]
    path = READINGS / f"{name}.jsonl"
    if is_rewriting:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8").splitlines() == lines


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_claimed_by_one_adapter(name: str) -> None:
    data = (SAMPLE / name).read_bytes()
    claims = [adapter for adapter in ADAPTERS if adapter.identify(data, name)]
    assert len(claims) == 1


def test_every_file_of_readings_has_its_document() -> None:
    assert sorted(path.name.removesuffix(".jsonl") for path in READINGS.iterdir()) == DOCUMENTS
