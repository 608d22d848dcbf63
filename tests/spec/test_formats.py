"""The same document as .txt, .docx, .html and .pdf gives the same targets.

The files are written here, with true tables that have merged cells and break over pages. Bars: targets matched on value,
year and indicator reach at least 95 % of what the text gives, and so do the labels that the text hits.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from lantu.core.entry import Entry, EntryKind, Reading
from lantu.core.mark import mark_at
from lantu.core.span import Span
from lantu.read import read_plan
from tests.documents import Grid, Item, read_items, sample_text, seed_text, write_docx, write_html, write_pdf

BAR = 0.95
SAMPLES = ("city-outline-2021.md", "district-outline-2021.txt", "action-plan-2019.txt")
HEAD = "某市人民政府公报"

Key = tuple[object, ...]


def _write_docx(items: Sequence[Item], title: str) -> bytes:
    del title
    return write_docx(items)


def _write_pdf(items: Sequence[Item], title: str) -> bytes:
    del title
    return write_pdf(items, head=HEAD)


WRITERS: dict[str, Callable[[Sequence[Item], str], bytes]] = {
    "docx": _write_docx,
    "html": write_html,
    "pdf": _write_pdf,
}


@cache
def read_both(text: str, form: str) -> tuple[Reading, Reading, tuple[Item, ...]]:
    """The reading of a text, that of the same document as a file, and what the file was made of."""
    plain = read_plan(text.encode("utf-8"), "plan.txt")
    items = tuple(read_items(text))
    return plain, read_plan(WRITERS[form](items, plain.facts.title), f"plan.{form}"), items


def count_targets(reading: Reading) -> Counter[Key]:
    return Counter((e.value, e.year, e.indicator) for e in reading.entries if e.kind is EntryKind.TARGET)


def share_of(kept: Counter[Key], whole: Counter[Key]) -> float:
    assert whole
    return (kept & whole).total() / whole.total()


def assert_same(text: str, form: str) -> None:
    plain, other, _ = read_both(text, form)
    wanted, found = count_targets(plain), count_targets(other)
    assert share_of(found, wanted) >= BAR, list(wanted - found)[:5]
    assert found.total() <= wanted.total() / BAR, list(found - wanted)[:5]
    assert other.facts.title == plain.facts.title or "".join(other.facts.title.split()) in plain.facts.title
    assert other.facts.period == plain.facts.period
    assert other.facts.region_name == plain.facts.region_name


@pytest.mark.parametrize("form", sorted(WRITERS))
@pytest.mark.parametrize("name", SAMPLES)
def test_sample_in_each_format(repo: Path, name: str, form: str) -> None:
    assert_same(sample_text(repo, name), form)


@pytest.mark.parametrize("form", sorted(WRITERS))
@pytest.mark.parametrize("number", ["003", "004"])
def test_seed_in_each_format(shared: Path, number: str, form: str) -> None:
    assert_same(seed_text(shared, number), form)


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_labels_hit_in_each_format(shared: Path, form: str) -> None:
    """Of the labelled figures that the text's reading has, the file's reading has nearly all."""
    plain, other, _ = read_both(seed_text(shared, "003"), form)
    labels = sorted(_label_places(shared / "gold"))
    hit = [_key(e) for e in plain.entries if e.value_span and _is_labelled(e.value_span, labels)]
    found = Counter(_key(e) for e in other.entries)
    assert len(hit) > 200
    assert sum(key in found for key in hit) / len(hit) >= BAR, [key for key in hit if key not in found][:5]


def _key(entry: Entry) -> Key:
    return entry.kind, entry.value, entry.year, entry.comparator, entry.indicator


def _label_places(gold: Path) -> Iterator[tuple[int, int]]:
    """Where the labelled figures of 003 stand in its text, in prose and in tables."""
    for name in ("commitments", "actuals", "tables"):
        for line in (gold / f"{name}.jsonl").read_text("utf-8").splitlines():
            label = json.loads(line)
            if label["doc"] == "003":
                places = [label] if "v_start" in label else label["cells"].values()
                spots = [
                    (place.get("v_start", place.get("start")), place.get("v_end", place.get("end"))) for place in places
                ]
                yield from ((start, end) for start, end in spots if start is not None)


def _is_labelled(span: Span, labels: Sequence[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in labels)


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_marks_lead_back(repo: Path, form: str) -> None:
    """Every entry's place is marked: a table entry's figure in its cell, a sentence in its paragraph, with pages in PDF."""
    _, other, _ = read_both(sample_text(repo, SAMPLES[0]), form)
    assert [m.start for m in other.marks] == sorted(m.start for m in other.marks)
    assert all(a.end <= b.start for a, b in zip(other.marks, other.marks[1:], strict=False))
    for entry in other.entries:
        span = entry.value_span or entry.span
        mark = mark_at(other.marks, span.start)
        assert mark is not None
        if entry.origin == "table":
            assert mark.table
            assert mark.row
            assert mark.column
        else:
            assert mark.paragraph
        assert bool(mark.page) == (form == "pdf")
        assert span.page == mark.page
        assert span.quote == other.text[span.start : span.end]


def test_tables_break_over_pages(repo: Path) -> None:
    """The PDF's tables do stand on several pages, and come out as one each."""
    _, other, items = read_both(sample_text(repo, SAMPLES[0]), "pdf")
    assert len(other.tables) == sum(isinstance(item, Grid) for item in items)
    assert any(len({cell.span.page for row in table.rows for cell in row.cells}) > 1 for table in other.tables)
    assert HEAD not in other.text


def test_two_columns(repo: Path) -> None:
    """A page of two columns is read down the left one first."""
    items = [item for item in read_items(sample_text(repo, SAMPLES[0])) if isinstance(item, str) and item.strip()]
    reading = read_plan(write_pdf(items, head=HEAD, columns=2), "plan.pdf")
    wanted = Counter("".join(item.split()) for item in items)
    found = Counter("".join(line.split()) for line in reading.text.splitlines())
    assert (wanted & found).total() / wanted.total() >= BAR


def test_paragraphs_parted_by_space_only(repo: Path) -> None:
    """Where no paragraph is indented, the space between them parts them."""
    items = [item for item in read_items(sample_text(repo, SAMPLES[0])) if isinstance(item, str) and item.strip()]
    reading = read_plan(write_pdf(items, indent="0em", spacing="16pt"), "plan.pdf")
    wanted = Counter("".join(item.split()) for item in items)
    found = Counter("".join(line.split()) for line in reading.text.splitlines())
    assert (wanted & found).total() / wanted.total() >= BAR
