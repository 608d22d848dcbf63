"""What notes say of prices."""

import pytest

from lantu.core.entry import PriceBasis
from lantu.read.price_notes import Part, PriceNote, key_of, read_price_notes

CURRENT, COMPARABLE = PriceBasis.CURRENT, PriceBasis.COMPARABLE
LEVEL, GROWTH, UNSTATED = Part.LEVEL, Part.GROWTH, Part.UNSTATED


def named(basis: PriceBasis, *names: tuple[str, Part], year: int | None = None) -> PriceNote:
    return PriceNote(basis, year, names, names[-1][1])


@pytest.mark.parametrize(
    ("note", "stated"),
    [
        (
            "注:地区生产总值绝对数按现价计算,增长速度按可比价格计算。",
            (named(CURRENT, ("生产总值", LEVEL)), named(COMPARABLE, ("生产总值", GROWTH))),
        ),
        (
            "注:绝对数按当年价格计算,增速按可比价计算。",
            (PriceNote(CURRENT, None, part=LEVEL), PriceNote(COMPARABLE, None, part=GROWTH)),
        ),
        (
            "(1)地区生产总值、渔业增加值、居民人均可支配收入等增长速度均按可比价格计算;",
            (named(COMPARABLE, ("生产总值", GROWTH), ("渔业增加值", GROWTH), ("居民人均可支配收入", GROWTH)),),
        ),
        (
            "注:渔业增加值年均增长、林业增加值年均增长、出口额按当年价格核算。",
            (named(CURRENT, ("渔业增加值", GROWTH), ("林业增加值", GROWTH), ("出口额", UNSTATED)),),
        ),
        (
            "注:2020年地区生产总值为初步核算数据,绝对数按现价计算。",
            (named(CURRENT, ("生产总值", LEVEL)),),
        ),
        ("注:1.表中价值量指标均按2020年不变价计算;2.数据来自年报。", (PriceNote(COMPARABLE, 2020),)),
        ("注:带*的指标按2020年价计算。", (PriceNote(COMPARABLE, 2020, mark="*"),)),
        ("①年均增速按可比价计算;②[]内为五年累计数。", (PriceNote(COMPARABLE, None, part=GROWTH, mark="①"),)),
        ("注:除外贸出口额外,其他指标按当年价计算。", (PriceNote(CURRENT, None, excepted=("外贸出口额",)),)),
        ("注:渔业产值等价值指标按当年价计算。", (PriceNote(CURRENT, None),)),
        ("注:按可比价格计算的渔业产值以年报为准。", ()),
        ("注:数据来自年报。", ()),
    ],
)
def test_statements(note: str, stated: tuple[PriceNote, ...]) -> None:
    assert read_price_notes([note]) == stated


def test_names_joined_by_and_are_known_together_and_apart() -> None:
    (note,) = read_price_notes(["注:渔业产值和林业产值按2015年不变价计算"])
    assert dict(note.names) == dict.fromkeys(("渔业产值和林业产值", "渔业产值", "林业产值"), UNSTATED)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("地区生产总值", "GDP年均增长"),
        ("人均地区生产总值", "人均GDP"),
        ("全体居民人均可支配收入", "居民人均可支配收入增速"),
        ("地区生产总值①", "地区生产总值（2020年价）".replace("（", "(").replace("）", ")")),
    ],
)
def test_one_indicator_has_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)
    assert key_of("人均地区生产总值") != key_of("地区生产总值")
