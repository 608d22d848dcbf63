"""Reviewed entries as label records."""

from dataclasses import replace
from decimal import Decimal

from lantu.core.entry import Comparator, DocumentFacts, Entry, EntryKind, Reading, Stretch
from lantu.core.span import span_of
from lantu.read.agreement import Labels, measure_agreement
from lantu.read.json_form import reading_to_json
from lantu.read.label_form import label_entries

TEXT = "绿道总长达到1.5万公里以上、力争2万公里。"
FACTS = DocumentFacts("doc.txt", "", len(TEXT), "", "outline")
ENTRY = Entry(
    "e1", EntryKind.TARGET, "prose", span_of(TEXT, 0, 19), "", "绿道总长", indicator_span=span_of(TEXT, 0, 4),
    value=Decimal("1.5"), unit="万公里", value_span=span_of(TEXT, 6, 12), comparator=Comparator.AT_LEAST, year=2025,
    stretch=(Stretch(Decimal(2), "万公里", Comparator.EQUAL, span_of(TEXT, 17, 19)),),
)  # fmt: skip


def test_a_target_says_value_place_and_norm() -> None:
    (record,) = label_entries("doc", [(ENTRY, True)], "青湖市")["commitments"]
    assert (record["id"], record["tier"], record["kind"]) == ("doc-C-001", "core", "target")
    assert (record["value"], record["unit"], record["norm_value"], record["norm_unit"]) == (
        1.5,
        "万公里",
        15000,
        "公里",
    )
    assert TEXT[record["n_start"] : record["n_end"]] == record["n_text"] == "1.5万公里"
    assert (record["region"], record["ind_text"], record["numeric"]) == ("青湖市", "绿道总长", True)
    assert record["stretch"][0]["v_text"] == TEXT[17:19]


def test_what_nobody_decided_is_neither_right_nor_wrong() -> None:
    covered = replace(ENTRY, value=None, value_span=None, measure="coverage")
    project = replace(ENTRY, kind=EntryKind.PROJECT)
    files = label_entries("doc", [(ENTRY, False), (covered, False), (project, False)], "")
    assert [r["tier"] for r in files["commitments"]] == ["peripheral"]
    assert files["coverage"] == files["projects"] == []


def test_each_kind_has_its_file() -> None:
    covered = replace(ENTRY, value=None, value_span=None, measure="coverage")
    rate = replace(ENTRY, kind=EntryKind.ACTUAL, value=Decimal(20), unit="%", region="南屏区")
    kinds = [covered, rate, replace(ENTRY, kind=EntryKind.PROJECT), replace(ENTRY, kind=EntryKind.TASK)]
    files = label_entries("doc", [(entry, True) for entry in kinds], "青湖市")
    assert {name: len(records) for name, records in files.items()} == {
        "commitments": 0, "actuals": 1, "coverage": 1, "projects": 1
    }  # fmt: skip
    assert (files["actuals"][0]["norm_value"], files["actuals"][0]["region"]) == (0.2, "南屏区")
    assert files["coverage"][0]["object"] == files["projects"][0]["name"] == "绿道总长"


def test_a_reading_agrees_with_its_own_review_and_a_half_review_measures_that_half() -> None:
    told = replace(ENTRY, id="e2", value=None, value_span=None, measure="assigned", stretch=())
    reading = reading_to_json(Reading(FACTS, TEXT, entries=(ENTRY, told)))
    for decided, labelled in ((True, 1), (False, 0)):
        files = label_entries("doc", [(ENTRY, decided), (told, decided)], "")
        found = measure_agreement(reading, Labels((*files["commitments"], *files["actuals"])), TEXT)
        assert (found.labelled, found.predicted, found.promise) == (labelled, labelled, labelled)
