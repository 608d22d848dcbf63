"""Cells told apart by what is written in them."""

from lantu.read.table_grid_nouns import RawCell
from lantu.read.table_tokens import Token, tokenise


def tokens_of(*cells: str, has_units: bool = True) -> list[Token]:
    text = "\n".join(cells)
    places, at = [], 0
    for cell in cells:
        places.append(RawCell(at, at + len(cell)))
        at += len(cell) + 1
    return tokenise(text, places, has_units)


def test_kinds() -> None:
    tokens = tokens_of("经济发展", "12", "5G基站数", "个", "3.5", "高于全省平均", "完成", "约束性", "城镇4.2、农村6.8")
    assert [token.kind for token in tokens] == [
        "text", "no", "text", "unit", "value", "value", "value", "attribute", "value",
    ]  # fmt: skip


def test_a_cell_parted_by_a_break_is_one() -> None:
    tokens = tokens_of("0.5", "个百分点", "预计", "完成", "[15]/", "[14](省下达)", "空气", "质量")
    assert [token.text for token in tokens] == ["0.5个百分点", "预计完成", "[15]/[14](省下达)", "空气质量"]
    assert tokens[0].cell == RawCell(0, len("0.5\n个百分点"))


def test_empty_cells_are_left_out() -> None:
    assert [token.text for token in tokens_of("甲指标数", "", "7")] == ["甲指标数", "7"]


def test_names_that_begin_with_figures_are_words() -> None:
    assert [token.kind for token in tokens_of("3岁以下婴幼儿托位数", "110千伏变电站数量", "7以上")] == [
        "text",
        "text",
        "value",
    ]
