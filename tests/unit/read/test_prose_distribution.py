"""Figures shared out over names and years."""

import pytest

from lantu.read.prose_distribution import share_out
from lantu.read.prose_frames import find_frames
from lantu.read.years import Clock, find_years


def read_shares(text: str) -> list[tuple[str, str, str, int | None]]:
    """Figure, name, comparator and own year of each frame."""
    mentions = find_years(text, Clock(2021, 2020, (2021, 2025)))
    return [
        (
            text[f.quantity.start : f.quantity.end],
            f.name.text if f.name else "",
            f.quantity.comparator,
            f.year.year if f.year else None,
        )
        for f in share_out(text, find_frames(text, mentions), mentions)
    ]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            "风电、光伏装机容量分别突破50万千瓦、80万千瓦。",
            [("50万千瓦", "风电装机容量", ">", None), ("80万千瓦", "光伏装机容量", ">", None)],
        ),
        (
            "工业投资、民间投资分别增长9%和12%以上。",
            [("9%", "工业投资", ">=", None), ("12%", "民间投资", ">=", None)],
        ),
        (
            "新开工项目50个、竣工项目40个,分别增长8%和5%。",
            [
                ("50个", "新开工项目", "=", None),
                ("40个", "项目", "=", None),
                ("8%", "新开工项目", "=", None),
                ("5%", "项目", "=", None),
            ],
        ),
        (
            "到2022年、2025年,覆盖率分别达到35%、36%。",
            [("35%", "覆盖率", "=", 2022), ("36%", "覆盖率", "=", 2025)],
        ),
        (
            "养老、医疗保险参保率稳定在95%、98%以上。",
            [("95%", "养老保险参保率", ">=", None), ("98%", "医疗保险参保率", ">=", None)],
        ),
        ("新建14所、改建27所学校。", [("14所", "学校", "=", None), ("27所", "学校", "=", None)]),
    ],
)
def test_shares(text: str, shares: list[tuple[str, str, str, int | None]]) -> None:
    assert read_shares(text) == shares


def test_pairs_are_shared_out_too() -> None:
    text = "城镇、农村居民收入分别从4万元、2万元增加到6万元、4万元,年均增长8%和9%。"
    names = [name for _, name, _, _ in read_shares(text)]
    assert names == ["城镇居民收入", "农村居民收入"] * 3


def test_a_list_of_counts_is_not_shared() -> None:
    text = "改造小区50个、惠及居民3万户。"
    assert [name for _, name, _, _ in read_shares(text)] == ["小区", "居民"]
