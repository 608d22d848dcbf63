"""What verify names, with where it stands and what the registry says."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from lantu.core.report import FaultKind, ReportLine, list_lines
from lantu.show.reports.docx_print import print_docx
from lantu.show.reports.finished import Finished, read_finished
from lantu.show.reports.homes import Anchor, Line
from lantu.show.reports.verify import is_clean, verify_lines, verify_pictures
from tests.unit.show.reports.small import GDP, NOW, REPORT

UNWRITTEN = replace(REPORT, blocks=REPORT.blocks[:4])


def as_line(line: ReportLine) -> Line:
    anchors, at = [], 0
    for piece in line.pieces:
        if piece.anchor:
            anchors.append(Anchor(piece.anchor, at, at + len(piece.text)))
        at += len(piece.text)
    return Line(line.text, tuple(anchors), "here", line.cell)


LINES = [as_line(line) for line in list_lines(UNWRITTEN)]


def edit(old: str, new: str, starts: str) -> list[Line]:
    return [replace(line, text=line.text.replace(old, new)) if line.text.startswith(starts) else line for line in LINES]


def test_an_unedited_file_is_clean() -> None:
    assert verify_lines(UNWRITTEN, LINES, NOW) == ()


@pytest.mark.parametrize(
    ("old", "new", "starts", "kind"),
    [
        ("7,569.5", "7,669.5", "地区生产总值：", FaultKind.DIFFERS),
        ("亿元", "万元", "地区生产总值：", FaultKind.UNIT_DIFFERS),
        ("9,000", "9,500", "9,000", FaultKind.DIFFERS),
        ("亿元", "百亿元", "亿元", FaultKind.UNIT_DIFFERS),
        ("滞后", "快于预期", "滞后", FaultKind.DIFFERS),
        ("7,569.5", "7,569.6", "图1", FaultKind.DIFFERS),
        ("。", "，另有3.2亿元。", "地区生产总值：", FaultKind.UNBOUND),
    ],
    ids=["text", "unit", "cell", "unit-cell", "class", "caption", "new"],
)
def test_one_edit_is_named(old: str, new: str, starts: str, kind: FaultKind) -> None:
    faults = verify_lines(UNWRITTEN, edit(old, new, starts), NOW)
    assert {fault.kind for fault in faults} == {kind}
    assert not is_clean(faults)


@pytest.mark.parametrize(
    ("old", "new"),
    [("7,569.5亿元", "7569.5 亿元"), ("7,569.5亿元", "0.75695万亿元"), ("。", "（见第3章）。")],
    ids=["spaces", "unit", "words"],
)
def test_what_says_the_same_is_not_named(old: str, new: str) -> None:
    assert verify_lines(UNWRITTEN, edit(old, new, "地区生产总值："), NOW) == ()


def test_moved_lines_are_not_named() -> None:
    assert verify_lines(UNWRITTEN, LINES[::-1], NOW) == ()


def test_a_revised_value_is_named_once_with_all_that_rests_on_it() -> None:
    (fault,) = verify_lines(UNWRITTEN, LINES, NOW | {GDP.address: "7,600亿元"})
    assert (fault.kind, fault.found, fault.expected) == (FaultKind.REVISED, "7,569.5亿元", "7,600亿元")
    assert len(fault.places) == 5
    (withdrawn,) = verify_lines(UNWRITTEN, LINES, {k: v for k, v in NOW.items() if k != GDP.address})
    assert withdrawn.expected == ""


def test_a_deleted_figure_is_told_and_is_not_wrong() -> None:
    kept = [line for line in LINES if not line.text.startswith("图1")]
    (fault,) = verify_lines(UNWRITTEN, kept, NOW)
    assert fault.kind is FaultKind.GONE
    assert is_clean((fault,))


def test_a_citation_that_the_registry_left_behind_is_named() -> None:
    moved = replace(UNWRITTEN, facts=(replace(GDP, shown="7,600亿元"), *UNWRITTEN.facts[1:]))
    faults = verify_lines(moved, LINES, NOW | {GDP.address: "7,600亿元"})
    assert {(fault.found, fault.expected) for fault in faults} >= {("7,569.5亿元", "7,600亿元")}


def swap_pictures(data: bytes, picture: bytes | None) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for item in old.infolist():
            is_picture = item.filename.startswith("word/media/")
            if not is_picture:
                new.writestr(item, old.read(item))
            elif picture is not None:
                new.writestr(item, picture)
    return made.getvalue()


def test_a_picture_that_was_replaced_or_taken_out_is_named() -> None:
    printed = print_docx(UNWRITTEN, "report/1", {})
    finished = read_finished(printed)
    names = [chart for _, chart in finished.drawn]
    assert names
    assert verify_pictures(finished) == ()
    for picture in (b"\x89PNG another", None):
        faults = verify_pictures(read_finished(swap_pictures(printed, picture)))
        assert [(fault.kind, fault.what) for fault in faults] == [(FaultKind.PICTURE, f"{name} 图") for name in names]
        assert not is_clean(faults)


def test_a_file_without_the_manifest_tells_nothing_of_pictures() -> None:
    assert verify_pictures(Finished("", None, ())) == ()
