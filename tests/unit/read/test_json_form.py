"""A reading as JSON."""

import inspect
import json
import re
from dataclasses import fields
from decimal import Decimal
from typing import Any

from lantu.core.entry import Comparator, Entry, EntryKind, Modality, PriceBasis, Stretch, YearSource
from lantu.core.inference import Inference
from lantu.core.span import Span, span_of
from lantu.read import read_plan, read_text
from lantu.read.json_form import reading_to_json
from tests.documents import read_items, write_docx
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


WORKS = """云山市国民经济和社会发展第十四个五年规划纲要

一、发展基础

2020年，学校总数达到120所。地区生产总值1200亿元（2015年价）。

二、重点任务

（一）完善交通网络

2.云水铁路（云山段）：线路自东湖引出，云山段全长约46公里，总投资约85.5亿元。

（二）推进污水处理提质增效

加快管网改造。（责任单位：市建设局、市水务集团）
"""


def _span(told: dict[str, Any], text: str, name: str = "") -> Span | None:
    start = told[f"{name}start"]
    return None if start is None else span_of(text, start, told[f"{name}end"])


def _amount(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def _stretch(told: dict[str, Any], text: str) -> Stretch:
    value, span = _amount(told["value"]), _span(told, text)
    assert value is not None
    assert span is not None
    return Stretch(value, told["unit"] or "", Comparator(told["comparator"]), span)


def rebuild_entry(told: dict[str, Any], text: str) -> Entry:
    """The entry that a record of the JSON and the text state together."""
    span = _span(told, text)
    assert span is not None
    return Entry(
        id=told["id"],
        kind=EntryKind(told["kind"]),
        origin=told["origin"],
        span=span,
        section=told["section"] or "",
        indicator=told["indicator"],
        indicator_span=_span(told, text, "indicator_"),
        indicator_code=told["indicator_id"] or "",
        value=_amount(told["value"]),
        value_max=_amount(told["value_max"]),
        unit=told["unit"] or "",
        value_span=_span(told, text, "value_"),
        comparator=Comparator(told["comparator"]),
        per=told["per"] or "",
        year=told["year"],
        year_source=YearSource(told["year_source"]),
        measure=told["measure"],
        is_cumulative=told["cumulative"],
        modality=Modality(told["modality"]),
        stretch=tuple(_stretch(item, text) for item in told["stretch"]),
        base_year=told["base_year"],
        base_value=_amount(told["base_value"]),
        base_span=_span(told, text, "base_"),
        relative_to=told["relative_to"] or "",
        attribute=told["attribute"] or "",
        region=told["region"] or "",
        category=told["category"] or "",
        row_no=told["row_no"],
        is_sub=told["is_sub"],
        confidence=told["confidence"],
        derived_from=tuple(span_of(text, item["start"], item["end"]) for item in told["derived_from"]),
        extent=None if told["extent"] is None else _stretch(told["extent"], text),
        bodies=tuple(told["bodies"]),
        region_code=told["region_code"] or "",
        inferred=tuple(Inference(**item) for item in told["inferred"]),
        price_basis=PriceBasis(told["price_basis"] or "not_stated"),
        price_year=told["price_year"],
    )


def test_nothing_an_entry_says_is_lost_in_json() -> None:
    texts = (WORKS, print_plan("tabs"), print_plan("cells"))
    entries = []
    for text in texts:
        reading = read_text(text, "plan.txt")
        told = json.loads(json.dumps(reading_to_json(reading), ensure_ascii=False))
        assert tuple(rebuild_entry(item, text) for item in told["entries"]) == reading.entries
        entries += reading.entries
    kinds = {entry.kind for entry in entries}
    assert kinds == {EntryKind.TARGET, EntryKind.ACTUAL, EntryKind.TASK, EntryKind.PROJECT}
    road = next(entry for entry in entries if entry.extent is not None)
    assert (road.extent.value, road.extent.unit, road.value) == (46, "公里", Decimal("85.5"))  # type: ignore[union-attr]
    assert next(e for e in entries if e.bodies).bodies == ("市建设局", "市水务集团")


def test_every_field_of_an_entry_has_been_tried() -> None:
    """A field that is added to an entry has to be added to `rebuild_entry`, and so to the JSON."""
    stated = set(re.findall(r"^ {8}(\w+)=", inspect.getsource(rebuild_entry), re.MULTILINE))
    assert stated == {field.name for field in fields(Entry)}


def test_places_in_the_original_file_are_told() -> None:
    items = read_items("云山市“十四五”规划\n\n一、目标\n\n到2025年，学校总数达到120所。\n")
    told = reading_to_json(read_plan(write_docx(items), "plan.docx"))
    assert [entry["place"] for entry in told["entries"]] == [{"paragraph": 3}]
    assert all("place" not in entry for entry in reading_to_json(read_text(WORKS, "plan.txt"))["entries"])
