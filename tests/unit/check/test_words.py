"""The tables of words keep their promise: spelling never changes the scope."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.check.words import SCOPES, SPELLINGS, drop_whole_place, is_narrower, list_scopes, spell_out

SCOPE_WORDS = [word for _, words in SCOPES for word in words]


@pytest.mark.parametrize("word", SCOPE_WORDS)
def test_no_spelling_takes_away_a_scope(word: str) -> None:
    assert word in spell_out(f"甲{word}乙")
    assert word in list_scopes(f"甲{word}乙")


@given(st.lists(st.sampled_from(SCOPE_WORDS), max_size=3), st.sampled_from(["gdp", "失业率", "pm2.5浓度", "研发强度"]))
def test_spelling_keeps_all_scopes_together(words: list[str], name: str) -> None:
    text = "".join(words) + name
    assert list_scopes(text) <= list_scopes(spell_out(text))


def test_spelling_twice_changes_nothing() -> None:
    for name in (
        "研发投入强度",
        "地区生产总值(gdp)",
        "空气质量优良天数比率",
        "细颗粒物(pm2.5)平均浓度",
        "每千人口拥有床位数",
    ):
        assert spell_out(spell_out(name)) == spell_out(name)


def test_every_spelling_is_a_pattern_with_a_reason() -> None:
    for pattern, _, why in SPELLINGS:
        re.compile(pattern)
        assert why


def test_the_whole_place_is_dropped_only_at_the_head() -> None:
    assert drop_whole_place("全市生产总值") == "生产总值"
    assert drop_whole_place("占全市比重") == "占全市比重"
    assert is_narrower("设区城市pm2.5平均浓度")
    assert not is_narrower("地区生产总值")
