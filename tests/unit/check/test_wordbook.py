"""Definitions and people's decisions go before the spelling."""

from lantu.check.documents import check_readings
from lantu.check.names import key_of
from lantu.check.wordbook import Wordbook
from lantu.core.catalogue import Catalogue
from lantu.core.definition import Definition, Direction, Kind
from lantu.core.finding import Relation
from lantu.read import read_text

TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

到2025年，{words}达到9%。

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 数字经济核心产业增加值占地区生产总值比重 | % | 7 | 9 | 预期性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""
NAME = "数字经济核心产业增加值占地区生产总值比重"


def relate(words: str, wordbook: Wordbook | None = None) -> list[Relation]:
    alignments, _, _ = check_readings([read_text(TEXT.format(words=words), "甲.txt")], wordbook=wordbook)
    return [alignment.relation for alignment in alignments]


def test_a_confirmed_pair_is_one() -> None:
    assert relate("数字核心产业比重") == []
    assert relate("数字核心产业比重", Wordbook(same=((NAME, "数字核心产业比重"),))) == [Relation.SAME]


def test_a_forbidden_pair_stays_apart() -> None:
    words = "数字经济核心产业增加值占GDP比重"
    assert relate(words) == [Relation.SAME]
    assert relate(words, Wordbook(apart=((NAME, words),))) == []


def test_an_alias_of_a_definition_leads_to_its_name() -> None:
    share = Definition("digital", NAME, "%", Direction.UP, Kind.RATIO, aliases=("数字核心产业占比",))
    wordbook = Wordbook(Catalogue((share,)))
    assert wordbook.key("数字核心产业占比", unit="%") == key_of(NAME)
    assert wordbook.key("数字核心产业占比", unit="亿元") == key_of("数字核心产业占比")
    assert wordbook.key("人均预期寿命") == key_of("人均预期寿命")
