"""Lines to blocks."""

from lantu.read.blocks import cut_pieces
from lantu.read.lines import split_lines
from lantu.read.tables import TableZone

TEXT = "表1 指标\n\n甲\n乙\n\n注：（1）说明。\n（2）再说明。\n\n正文一段。\n\n- 3 -\n\n图2 布局图\n"


def test_a_table_is_one_block_between_caption_and_notes() -> None:
    pieces = cut_pieces(split_lines(TEXT), [TableZone(0, 7, 0, (5, 6))])
    assert [(piece.kind, TEXT[piece.start : piece.end]) for piece in pieces] == [
        ("caption", "表1 指标"),
        ("table", "甲\n乙"),
        ("note", "注：（1）说明。"),
        ("note", "（2）再说明。"),
        ("paragraph", "正文一段。"),
        ("mark", "- 3 -"),
        ("caption", "图2 布局图"),
    ]


def test_gaps_count_blank_lines() -> None:
    pieces = cut_pieces(split_lines("甲\n乙\n\n\n丙"), [])
    assert [piece.gap for piece in pieces] == [0, 0, 2]
