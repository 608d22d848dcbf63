"""Numbers with magnitude, unit, range and comparator."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.read import quantity_grammar
from lantu.read.prose_stream import simplify_text
from lantu.read.quantity_grammar import Quantity, find_quantities


def read_one(text: str) -> Quantity:
    """The only quantity of a text."""
    (quantity,) = find_quantities(simplify_text(text))
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("产值480亿元", "480", "亿元", "="),
        ("规模达到1.2万亿元以上", "1.2", "万亿元", ">="),
        ("容量突破300万千瓦", "300", "万千瓦", ">"),
        ("浓度控制在35微克/立方米以下", "35", "微克/立方米", "<="),
        ("比例不低于40%", "40", "%", ">="),
        ("床位不少于900张", "900", "张", ">="),
        ("能耗不超过5.5%", "5.5", "%", "<="),
        ("占比75%左右", "75", "%", "~"),
        ("投资约20亿元", "20", "亿元", "~"),
        ("企业3600多家", "3600", "家", ">"),
        ("贷款430余亿元", "430", "亿元", ">"),
        ("收入比降到1.6∶1以内", "1.6", ":1", "<="),
        ("死亡率降至9/10万", "9", "/10万", "="),
        ("能力400t/d", "400", "t/d", "="),
        ("失业率低于5%", "5", "%", "<"),
        ("面积2,300平方公里", "2300", "平方公里", "="),
        ("自然增长率-0.6‰", "-0.6", "‰", "="),
        ("占百分之六十以上", "60", "%", ">="),
        ("三分之二以上的村", "0.6666666667", "比例", ">="),
        ("收入首次突破千亿元", "1000", "亿元", ">"),
        ("总量突破万亿大关", "1", "万亿", ">"),
        ("培训千名教师", "1000", "名", "="),
        ("总值翻一番", "2", "倍", "="),
        ("时间缩短一半", "50", "%", "="),
    ],
)
def test_values_units_and_comparators(text: str, value: str, unit: str, comparator: str) -> None:
    quantity = read_one(text)
    assert quantity.value is not None
    assert quantity.value == Decimal(value) or (unit == "万亿" and quantity.value * 10**8 == Decimal(value) * 10**12)
    assert quantity.unit in (unit, "亿")
    assert quantity.comparator == comparator


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("建设2-3家实验室", "2", "3", "家"),
        ("引进3—5个项目", "3", "5", "个"),
        ("增长5%~6%", "5", "6", "%"),
        ("规模9000亿—1万亿元", "9000", "10000", "亿元"),
        ("培育3至5家", "3", "5", "家"),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str) -> None:
    quantity = read_one(text)
    assert (quantity.value, quantity.value_max, quantity.unit) == (Decimal(low), Decimal(high), unit)
    assert quantity.comparator == "in"


def test_a_composition_has_no_single_value() -> None:
    quantity = read_one("三次产业结构为3.1:52.4:44.5")
    assert quantity.value is None
    assert quantity.form == "ratio"


def test_the_span_holds_number_magnitude_and_unit() -> None:
    text = "产值突破480亿元以上"
    quantity = read_one(text)
    assert text[quantity.start : quantity.end] == "480亿元"
    assert text[quantity.head : quantity.tail] == "突破480亿元以上"


def test_percentage_points_are_no_round_numeral() -> None:
    assert find_quantities("提高三个百分点") == ()


@given(st.text(alphabet="甲达到以上下约近多余万亿元%％个家倍番一二三百千半分之0123456789.,:-~至", max_size=40))
def test_quantities_lie_in_the_text_in_order(text: str) -> None:
    plain = simplify_text(text)
    found = find_quantities(plain)
    for quantity in found:
        assert 0 <= quantity.head <= quantity.start < quantity.end <= quantity.tail <= len(plain)
    assert [q.start for q in found] == sorted(q.start for q in found)


@given(st.text(alphabet="0123456789,.-~至一率值万亿%多 :个年", max_size=30))
def test_figures_are_found_wherever_the_pattern_would_find_them(text: str) -> None:
    assert [m.span() for m in quantity_grammar._find_figures(text)] == [
        m.span() for m in quantity_grammar._FIGURE.finditer(text)
    ]


@given(st.text(alphabet="一二三百千万亿十翻番倍半分之超破过逾数多余元个大关，。", max_size=12))
def test_words_without_a_sign_hold_no_quantity(text: str) -> None:
    if not quantity_grammar._WORDED_SIGN.search(text):
        assert quantity_grammar._WORDED.search(text) is None
