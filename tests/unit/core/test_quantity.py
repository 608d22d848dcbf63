"""Exact figures with units: what converts, what does not, and what may not be asked."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.quantity import DimensionError, Quantity, express_in, format_amount, make_quantity, parse_unit

figures = st.decimals(min_value="-1e9", max_value="1e9", places=4)
UNITS = ("元", "万元", "亿元", "万亿元", "%", "万人", "微克/立方米", "人/亿元", "公里/小时", "万吨标煤", "", "个", "张")


@pytest.mark.parametrize(
    ("symbol", "dimension", "factor"),
    [
        ("亿元", "CNY", 10**8),
        ("万亿元", "CNY", 10**12),
        ("亿美元", "USD", 10**8),
        ("万人", "person", 10**4),
        ("名", "person", 1),
        ("人次", "visit", 1),
        ("%", "ratio", Decimal("0.01")),
        ("‰", "ratio", Decimal("0.001")),
        ("个百分点", "percentage point", 1),
        ("万吨标煤", "coal equivalent", 10**4),
        ("万吨", "mass", 10**7),
        ("人/亿元", "person/CNY", Decimal("1e-8")),
        ("公里/小时", "length/time", Decimal(1000) / 3600),
        (" 微克 / 立方米 ", "mass/volume", Decimal("1e-9")),
        ("万套", "count", 10**4),
        ("", "number", 1),
        ("勺", "勺", 1),
        ("万勺", "勺", 10**4),
    ],
)
def test_units(symbol: str, dimension: str, factor: object) -> None:
    unit = parse_unit(symbol)
    assert (unit.dimension, unit.factor) == (dimension, factor)


def test_symbols_of_laboratories_are_the_same_units() -> None:
    for symbol in ("μg/m³", "ug/m3", "µg/m³"):
        assert parse_unit(symbol).fits(parse_unit("微克/立方米"))
        assert parse_unit(symbol).factor == parse_unit("微克/立方米").factor
    assert parse_unit("km/h").factor == parse_unit("公里/小时").factor


@pytest.mark.parametrize(
    ("one", "other"),
    [("亿元", "亿美元"), ("%", "百分点"), ("人", "人次"), ("吨", "吨标煤"), ("年", "岁"), ("个", "人")],
)
def test_what_must_not_be_compared(one: str, other: str) -> None:
    with pytest.raises(DimensionError):
        make_quantity(1, one).compare(make_quantity(1, other))


def test_trillions_are_ten_thousand_hundred_millions() -> None:
    assert make_quantity("1.33", "万亿元").in_unit(parse_unit("亿元")) == make_quantity(13300, "亿元")
    assert make_quantity("1.33", "万亿元").compare(make_quantity("13299.9", "亿元")) == 1


@given(figures, st.sampled_from(UNITS))
def test_a_figure_survives_its_own_unit(amount: Decimal, symbol: str) -> None:
    quantity = make_quantity(amount, symbol)
    assert quantity.in_unit(quantity.unit) == quantity
    assert quantity.compare(quantity) == 0


@given(figures, st.sampled_from(["元", "万元", "亿元", "万亿元"]), st.sampled_from(["元", "万元", "亿元", "万亿元"]))
def test_powers_of_ten_convert_there_and_back(amount: Decimal, one: str, other: str) -> None:
    there = make_quantity(amount, one).in_unit(parse_unit(other))
    assert there.in_unit(parse_unit(one)).amount == amount


@given(figures, figures, st.sampled_from(["元", "万元", "亿元"]))
def test_order_does_not_depend_on_the_unit(one: Decimal, other: Decimal, symbol: str) -> None:
    a, b = make_quantity(one, "亿元"), make_quantity(other, "亿元")
    in_unit = a.in_unit(parse_unit(symbol)).compare(b)
    assert in_unit == a.compare(b) == -b.compare(a)


def test_a_quantity_has_no_truth() -> None:
    with pytest.raises(TypeError, match="zero is a number"):
        bool(make_quantity(0, "亿元"))


@pytest.mark.parametrize("text", ["", "一百", "NaN", "Infinity", "1.2.3"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="number"):
        make_quantity(text, "亿元")


def test_commas_of_thousands_are_taken_out() -> None:
    assert make_quantity("1,234.5", "亿元").amount == Decimal("1234.5")


def test_a_ratio_is_one_thing_in_three_spellings() -> None:
    for given_unit in ("", "倍", ":1"):
        for wanted in ("", "倍", ":1"):
            assert express_in(Decimal("1.6"), given_unit, wanted) == Quantity(Decimal("1.6"), parse_unit(wanted))
    with pytest.raises(DimensionError):
        express_in(Decimal("1.6"), "", "%")
    assert express_in(Decimal("1.6"), "倍", "%").amount == 160


@given(figures)
def test_amounts_print_without_exponent_and_read_back(amount: Decimal) -> None:
    text = format_amount(amount)
    assert "E" not in text
    assert Decimal(text) == amount
    assert not (text.endswith("0") and "." in text)


def test_amounts_as_printed() -> None:
    assert format_amount(Decimal("13300.00")) == "13300"
    assert format_amount(Decimal("1E+4")) == "10000"
    assert format_amount(Decimal("-0.00")) == "0"
    assert str(make_quantity("5.50", "亿元")) == "5.5 亿元"
    assert str(make_quantity("1.5", "")) == "1.5"
