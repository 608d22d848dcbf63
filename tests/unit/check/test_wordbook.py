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


def relate_names(wordbook: Wordbook, *rows: str) -> set[tuple[frozenset[str], Relation]]:
    """The pairs of names that are aligned between plans whose tables hold one row each."""
    texts = [TEXT.format(words="空气质量").replace(NAME, row).replace("常住", "") for row in rows]
    readings = [read_text(text, f"{number}.txt") for number, text in enumerate(texts)]
    alignments, _, _ = check_readings(readings, wordbook=wordbook)
    return {(frozenset(a.names), a.relation) for a in alignments if len(set(a.names)) == 2}


def test_a_word_on_names_holds_whatever_the_dictionary_says() -> None:
    """Aliases that would join or part the names come and go; what people said of the pair stays."""
    other = "数字核心产业占比"
    known = Definition("digital", NAME, "%", Direction.UP, Kind.RATIO, aliases=(other,))
    apart = Definition("core", other, "%", Direction.UP, Kind.RATIO)
    for catalogue in (None, Catalogue((known,)), Catalogue((known, apart)), Catalogue((apart,))):
        pair = frozenset((NAME, other))
        assert (pair, Relation.SAME) in relate_names(Wordbook(catalogue, same=((NAME, other),)), NAME, other)
        assert pair not in {
            names for names, _ in relate_names(Wordbook(catalogue, apart=((NAME, other),)), NAME, other)
        }
        assert pair not in {
            names for names, _ in relate_names(Wordbook(catalogue, apart=((other, NAME),)), NAME, other)
        }


def test_a_forbidden_name_takes_none_with_it() -> None:
    """Of three spellings of one name the first and the third stay together when the second is parted from both."""
    rows = ("研发投入强度", "研发强度", "研发经费投入强度")
    book = Wordbook(apart=((rows[0], rows[1]), (rows[1], rows[2])))
    assert relate_names(Wordbook(), *rows) >= {(frozenset((rows[0], rows[1])), Relation.SAME)}
    assert {names for names, _ in relate_names(book, *rows)} == {frozenset((rows[0], rows[2]))}


def test_confirmed_names_are_one_whatever_their_unit_and_place() -> None:
    book = Wordbook(same=(("甲类数", "乙类量"), ("乙类量", "丙类值")))
    assert book.key("甲类数", unit="家") == book.key("临江市丙类值", ("临江市",), "亿元")
    assert not book.is_decided("丁类值")


def test_a_forbidden_pair_goes_before_a_confirmed_one() -> None:
    book = Wordbook(same=(("甲类数", "乙类量"),), apart=(("乙类量", "甲类数"),))
    assert book.key("甲类数").stem != book.key("乙类量").stem


def test_judging_goes_by_the_same_word() -> None:
    gdp = Definition("gdp", "地区生产总值", "亿元", Direction.UP, Kind.FLOW, aliases=("GDP",))
    catalogue = Catalogue((gdp,))
    assert Wordbook(catalogue).match("经济规模", "亿元") is None
    found = Wordbook(catalogue, same=(("地区生产总值", "经济规模"),)).match("经济规模", "亿元")
    assert found is not None
    assert (found.code, found.how) == ("gdp", "confirmed")
    assert Wordbook(catalogue).match("经济总量", "亿元") is not None
    assert Wordbook(catalogue, apart=(("地区生产总值", "经济总量"),)).match("经济总量", "亿元") is None
    assert Wordbook(catalogue, apart=(("地区生产总值", "经济总量"),)).match("GDP", "亿元") is not None
