"""Price bases of cells: by notes, marks, headings and the row's own name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.entry import Entry, PriceBasis, Reading
from lantu.read import read_text
from lantu.read.table_prices import apply_prices, is_of_note
from tests.unit.read.layouts import print_plan

HEADER = ("序号", "指标", "单位", "2020年", "2025年", "年均增长（%）")
ROWS = (
    ("1", "地区生产总值", "亿元", "1200", "1750", "6.5"),
    ("2", "全员劳动生产率（2020年价）", "元/人", "18", "22", "5"),
    ("3", "外贸出口额①", "亿元", "120", "150", "4"),
    ("4", "常住人口城镇化率", "%", "60", "65", "-"),
    ("5", "居民人均可支配收入*", "元", "30000", "40000", "6"),
)
NOWHERE = {"地区生产总值": "--", "外贸出口额": "--", "常住人口城镇化率": "-", "居民人均可支配收入": "--"}
OWN = {"全员劳动生产率（2020年价）": "FF"}


def read(note: str, layout: str = "pipes", header: tuple[str, ...] = HEADER) -> Reading:
    return read_text(print_plan(layout, header, ROWS, note=note), "plan.txt")


def letter(entry: Entry) -> str:
    """C for current, K for comparable, F for those of a year, - for none."""
    if entry.price_basis is PriceBasis.NOT_STATED:
        return "-"
    if entry.price_year is not None:
        return "F"
    return "C" if entry.price_basis is PriceBasis.CURRENT else "K"


def letters(reading: Reading) -> dict[str, str]:
    """Of each row, the target and its growth."""
    told: dict[str, str] = {}
    for entry in reading.entries:
        if entry.origin == "table":
            told[entry.indicator] = told.get(entry.indicator, "") + letter(entry)
    return told


@pytest.mark.parametrize("layout", ["pipes", "tabs", "cells"])
@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("注：地区生产总值绝对数按现价计算，增长速度按可比价格计算。", {"地区生产总值": "CK"}),
        ("注：地区生产总值按可比价格计算。", {"地区生产总值": "-K"}),
        ("注：地区生产总值按2015年不变价计算。", {"地区生产总值": "FF"}),
        (
            "注：绝对数按当年价格计算，增速按可比价计算。",
            {"地区生产总值": "CK", "外贸出口额": "CK", "居民人均可支配收入": "CK"},
        ),
        ("注：除外贸出口额外，价值指标按当年价计算。", {"地区生产总值": "C-", "居民人均可支配收入": "C-"}),
        ("注：*按2020年价计算。", {"居民人均可支配收入": "FF"}),
        ("注：①按当年价计算。", {"外贸出口额": "C-"}),
        ("注：②地区生产总值按当年价计算。", {"地区生产总值": "C-"}),
        ("注：★按当年价计算。", {}),
        (
            "注：价值指标按当年价计算；地区生产总值按2020年价格计算。",
            {"地区生产总值": "FF", "外贸出口额": "C-", "居民人均可支配收入": "C-"},
        ),
        ("注：渔业产值按当年价计算。", {}),
    ],
)
def test_notes_bind_to_what_they_name(note: str, told: dict[str, str], layout: str) -> None:
    assert letters(read(note, layout)) == NOWHERE | OWN | told


def test_what_a_note_gives_is_inferred_and_cites_the_note() -> None:
    entries = read("注：绝对数按当年价格计算。").entries
    of_note = next(e for e in entries if e.indicator == "地区生产总值")
    assert [i.reason for i in of_note.inferred if i.field == "price_basis"] == ["note_on_all"]
    assert any("当年价格" in span.quote for span in of_note.derived_from)
    own = next(e for e in entries if e.indicator.startswith("全员"))
    assert not any(i.field == "price_basis" for i in own.inferred)
    assert not any("当年价格" in span.quote for span in own.derived_from)


def test_each_rule_names_itself() -> None:
    for note, name, reason in (
        ("注：地区生产总值按当年价计算。", "地区生产总值", "note_naming_it"),
        ("注：*按当年价计算。", "居民人均可支配收入", "note_by_mark"),
    ):
        table = read(note).tables[0]
        row = next(row for row in table.rows if row.name == name)
        (rule,) = {i for cell in row.cells for i in cell.inferred if i.field == "price_basis"}
        assert (rule.reason, is_of_note(row.cells[0])) == (reason, True)


def test_a_heading_gives_its_prices_to_money() -> None:
    header = ("序号", "指标", "单位", "2020年（现价）", "2025年（现价）", "年均增长（%）")
    reading = read("注：数据来自年报。", header=header)
    assert letters(reading) == NOWHERE | OWN | {"地区生产总值": "C-", "外贸出口额": "C-", "居民人均可支配收入": "C-"}
    entry = next(e for e in reading.entries if e.indicator == "地区生产总值")
    assert [i.reason for i in entry.inferred if i.field == "price_basis"] == ["column"]


@given(st.text("注：地区生产总值外贸出口额等增速绝对数均按当年可比价格计算，。；①*除外指标", max_size=50))
def test_notes_change_prices_and_nothing_else(note: str) -> None:
    plain = read("注：数据来自年报。").tables[0].rows
    for before, after in zip(plain, apply_prices(plain, [f"注：{note}"]), strict=True):
        assert before.name == after.name
        for old, new in zip(before.cells, after.cells, strict=True):
            assert (old.value, old.year, old.role, old.unit) == (new.value, new.year, new.role, new.unit)
            is_stated = new.price_basis is not PriceBasis.NOT_STATED
            assert is_stated == (is_of_note(new) or old.price_basis is not PriceBasis.NOT_STATED)
            assert not (old.price_basis is not PriceBasis.NOT_STATED and new != old)
