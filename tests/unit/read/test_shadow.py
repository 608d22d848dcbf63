"""The cleaned copy keeps every offset."""

from hypothesis import given
from hypothesis import strategies as st

from lantu.read.shadow import cast_shadow, make_simplifier


def test_look_alikes_become_one() -> None:
    assert cast_shadow("（２５．５％，ＰＭ）：〔3〕【4】－5～6∶1﹒") == "(25.5%,PM):[3][4]-5~6:1."


def test_words_and_chinese_stops_stay() -> None:
    assert cast_shadow("二〇三五年、“一网通办”。") == "二〇三五年、“一网通办”。"


def test_odd_blanks_become_plain_and_breaks_stay() -> None:
    assert cast_shadow("\ufeff甲\u3000乙\u00a0丙\r\n\t丁") == " 甲 乙 丙\r\n\t丁"


@given(st.text())
def test_the_shadow_is_as_long_as_the_text(text: str) -> None:
    assert len(cast_shadow(text)) == len(text)


@given(st.text())
def test_a_shadow_casts_itself(text: str) -> None:
    assert cast_shadow(cast_shadow(text)) == cast_shadow(text)


def test_the_quick_way_does_what_translating_does() -> None:
    table = {"，": ",", "（": "(", "０": "0", "\u3000": " ", "〜": "~"}
    simplify = make_simplifier(table)
    codes = {ord(odd): word for odd, word in table.items()}
    for text in ("", "plain ASCII, nothing odd", "一，二（０\u3000〜）三", "〜" * 50):
        assert simplify(text) == text.translate(codes)
