"""The hand-made labels of unseen documents point at what they say they point at.

In: tests/golden/labels and the texts they are about. Out: faults of single records, by their number.
Left out on purpose: how well the reader does on them, which the scorer of the shared material says.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

LABELS = Path(__file__).resolve().parent / "labels"
KINDS = ("actuals", "commitments", "negatives", "coverage", "sections", "tables")
SETS = ("huzhou2021", "jiaxing2023", "national15", "relics14", "zhoukou2023")
SPANS = (
    ("start", "end"),
    ("n_start", "n_end"),
    ("v_start", "v_end"),
    ("ind_start", "ind_end"),
    ("name_start", "name_end"),
)
FIELDS = frozenset(
    "id doc kind tier start end indicator ind_text ind_start ind_end region year year_source comparator value value_max"
    " unit v_start v_end n_start n_end measure modality cumulative numeric form object cls level"
    " table row name name_start name_end attribute cells".split()
)
"""What a label may say; a field that would hold running text of a document is not among them."""

LONGEST_NAME = 30
NUMERAL = re.compile("[0-9〇零一二三四五六七八九十百千万亿两半首]")
NUMBER = re.compile(r"(?:(?<!\d)-)?\d+(?:\.\d+)?")
"""A minus stands before a number; between two of them the same sign is a range's dash."""

Record = dict[str, Any]


def read_labels(name: str) -> list[Record]:
    """Every record of one document, of all kinds."""
    # Not every set has headings or tables.
    files = [path for kind in KINDS if (path := LABELS / f"{name}.{kind}.jsonl").exists()]
    return [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]


def read_document(shared: Path, records: Iterable[Record]) -> str:
    """The one text that the records are about, without newline translation."""
    (key,) = {record["doc"] for record in records}
    return (shared / "corpus" / f"{key}.txt").read_bytes().decode("utf-8")


def find_text_fields(record: Record) -> list[str]:
    """Fields that a label may not have, and names too long to be one."""
    names = [record.get(name) or "" for name in ("indicator", "ind_text", "object", "name")]
    return sorted(set(record) - FIELDS) + [name for name in names if len(name) > LONGEST_NAME]


def find_faults(record: Record, text: str) -> list[str]:
    """What a record says that its text does not bear out."""
    faults = []
    for start, end in SPANS:
        first, last = record.get(start), record.get(end)
        if (first is None) != (last is None) or (first is not None and not 0 <= first < last <= len(text)):
            faults.append(start)
    # A word may be broken over two lines of a PDF's text, or spaced out in a table.
    if (
        not faults
        and "ind_text" in record
        and join_words(text[record["ind_start"] : record["ind_end"]]) != record["ind_text"]
    ):
        faults.append("ind_text")
    if not faults and "cells" in record:
        faults += find_row_faults(record, text)
    if not faults and record.get("n_start") is not None:
        faults += find_value_faults(record, text[record["n_start"] : record["n_end"]])
    return faults


def join_words(words: str) -> str:
    """Words without their white space."""
    return "".join(words.split())


def find_row_faults(record: Record, text: str) -> list[str]:
    """What the row of a table says that its name and its cells do not."""
    faults = [] if join_words(text[record["name_start"] : record["name_end"]]) == record["name"] else ["name"]
    for column, cell in record["cells"].items():
        digits = [float(number) for number in NUMBER.findall(text[cell["start"] : cell["end"]])]
        faults += [] if digits == [float(cell["value"])] else [column]
    return faults


def find_value_faults(record: Record, written: str) -> list[str]:
    """Whether the number is a numeral, holds the stated value and upper end, and lies inside value and record."""
    digits = [float(number) for number in NUMBER.findall(written)]
    stated = [value for value in (record["value"], record["value_max"]) if value is not None]
    faults = [] if NUMERAL.search(written) else ["numeral"]
    # Ratios write a second number that belongs to the unit; numbers in words have no digits.
    if digits and digits[: len(stated)] != [float(value) for value in stated]:
        faults.append("value")
    outer = (("v_start", "v_end"), ("start", "end"))
    if any(not record[a] <= record["n_start"] < record["n_end"] <= record[b] for a, b in outer):
        faults.append("nesting")
    return faults


def find_overlaps(records: Iterable[Record]) -> list[Record]:
    """Numerals labelled as no value that meet a labelled value."""
    known = list(records)
    values = [(r["v_start"], r["v_end"]) for r in known if r.get("v_start") is not None]
    return [r for r in known if "cls" in r and any(r["start"] < end and start < r["end"] for start, end in values)]


@pytest.fixture(params=SETS)
def records(request: pytest.FixtureRequest) -> list[Record]:
    return read_labels(request.param)


def test_every_span_holds_what_the_label_says(records: list[Record], shared: Path) -> None:
    text = read_document(shared, records)
    assert [(record, faults) for record in records if (faults := find_faults(record, text))] == []


def test_every_label_is_in_its_range(records: list[Record], shared: Path) -> None:
    ranges = json.loads((LABELS / "ranges.json").read_text("utf-8"))[records[0]["doc"]]
    assert all(0 <= start < end <= len(read_document(shared, records)) for start, end in ranges)
    firsts = [r.get("start", r.get("name_start")) for r in records]
    assert [first for first in firsts if not any(start <= first < end for start, end in ranges)] == []


def test_labels_hold_no_running_text(records: list[Record]) -> None:
    assert [(record, fields) for record in records if (fields := find_text_fields(record))] == []


def test_numbers_of_labels_are_unique(records: list[Record]) -> None:
    ids = [record["id"] for record in records if "id" in record]
    assert ids
    assert len(ids) == len(set(ids))


def test_no_numeral_is_both_value_and_none(records: list[Record]) -> None:
    assert find_overlaps(records) == []


INVENTED = "林木覆盖率达到40%以上"
SOUND: Record = {
    "start": 0,
    "end": 12,
    "ind_text": "林木覆盖率",
    "ind_start": 0,
    "ind_end": 5,
    "value": 40,
    "value_max": None,
    "n_start": 7,
    "n_end": 10,
    "v_start": 7,
    "v_end": 12,
}


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({}, []),
        ({"end": 13}, ["start"]),
        ({"n_end": None}, ["n_start"]),
        ({"ind_end": 4}, ["ind_text"]),
        ({"n_start": 5, "n_end": 7, "v_start": 5}, ["numeral"]),
        ({"value": 4}, ["value"]),
        ({"value_max": 50}, ["value"]),
        ({"v_start": 8}, ["nesting"]),
    ],
    ids=["sound", "outside", "half", "name", "no numeral", "value", "upper end", "nesting"],
)
def test_a_fault_is_found(change: Record, faults: list[str]) -> None:
    assert find_faults(SOUND | change, INVENTED) == faults


ROW: Record = {
    "name": "林地",
    "name_start": 0,
    "name_end": 4,
    "cells": {"actual_2023": {"start": 5, "end": 8, "value": 4.5}, "growth": {"start": 9, "end": 13, "value": -2.5}},
}


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({}, []),
        ({"name": "林"}, ["name"]),
        ({"cells": {"growth": {"start": 9, "end": 13, "value": 2.5}}}, ["growth"]),
        ({"name_end": 14}, ["name_start"]),
    ],
    ids=["sound", "name", "sign", "outside"],
)
def test_a_fault_of_a_row_is_found(change: Record, faults: list[str]) -> None:
    assert find_faults(ROW | change, "林  地 4.5 -2.5") == faults


def test_running_text_is_found() -> None:
    assert find_text_fields({"quote": INVENTED}) == ["quote"]
    assert find_text_fields({"indicator": "率" * (LONGEST_NAME + 1)}) == ["率" * (LONGEST_NAME + 1)]


def test_an_overlap_is_found() -> None:
    negative = {"start": 9, "end": 10, "cls": "other"}
    assert find_overlaps([SOUND, negative]) == [negative]
