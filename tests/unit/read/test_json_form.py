"""A reading as JSON."""

import json

from lantu.read import read_plan
from lantu.read.json_form import reading_to_json
from tests.unit.read.layouts import TITLE, print_plan


def test_the_whole_reading_goes_through_json() -> None:
    text = print_plan("pipes")
    told = json.loads(json.dumps(reading_to_json(read_plan(text.encode(), "plan.md")), ensure_ascii=False))
    document = told["document"]
    assert (document["source"], document["title"], document["kind"]) == ("plan.md", TITLE, "outline")
    assert (document["characters"], document["period"], document["issued"]) == (len(text), [2021, 2025], None)
    assert document["region"] == {"name": "云山市", "code": None}
    assert [(s["number"], s["level"]) for s in told["sections"] if s["kind"] == "heading"][-2:] == [
        ("一、", 1),
        ("二、", 1),
    ]
    row = told["tables"][0]["rows"][1]
    assert (row["no"], row["attribute"], row["unit"]) == (2, "预期性", "%")
    target = next(cell for cell in row["cells"] if cell["role"] == "target")
    assert (target["value"], target["comparator"], target["form"], target["year"]) == (6.5, ">=", "at_least", 2025)
    assert text[target["start"] : target["end"]] == target["raw"] == "6.5以上"


def test_entries_quote_their_text() -> None:
    text = print_plan("tabs")
    for entry in reading_to_json(read_plan(text.encode(), "plan.txt"))["entries"]:
        assert text[entry["start"] : entry["end"]] == entry["quote"]
        assert entry["value"] is None or isinstance(entry["value"], int | float)


def test_whole_numbers_are_whole_and_absent_things_null() -> None:
    told = reading_to_json(read_plan(print_plan("tabs").encode(), "plan.txt"))
    first = next(e for e in told["entries"] if e["row_no"] == 1)
    assert (first["value"], first["base_value"]) == (1750, 1203.5)
    assert isinstance(first["value"], int)
    assigned = next(e for e in told["entries"] if e["measure"] == "assigned")
    assert assigned["value"] is None


def test_a_refused_file_gives_an_empty_reading() -> None:
    told = reading_to_json(read_plan(b"", "leer.txt"))
    assert (told["sections"], told["tables"], told["entries"]) == ([], [], [])
    assert told["diagnostics"][0]["code"] == "R001"
    assert told["document"]["region"] is None
