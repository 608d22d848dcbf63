"""Figures with their unit: exact decimals, compared only within a dimension.

In: a decimal and a unit as Chinese documents write it (亿元, 万人, %, 微克/立方米).
Out: quantities that convert and compare. Left out on purpose: currency
exchange and price bases; 亿元 and 亿美元 are different dimensions.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

_MAGNITUDES = (
    ("万亿", 10**12),
    ("千亿", 10**11),
    ("百亿", 10**10),
    ("亿", 10**8),
    ("千万", 10**7),
    ("百万", 10**6),
    ("万", 10**4),
    ("千", 10**3),
    ("百", 10**2),
)

_BASE: dict[str, tuple[str, str]] = {
    # symbol: (dimension, factor to the dimension's own unit)
    "": ("number", "1"),
    "%": ("ratio", "0.01"),
    "％": ("ratio", "0.01"),
    "‰": ("ratio", "0.001"),
    "倍": ("ratio", "1"),
    ":1": ("ratio", "1"),
    "百分点": ("percentage point", "1"),
    "个百分点": ("percentage point", "1"),
    "元": ("CNY", "1"),
    "人民币": ("CNY", "1"),
    "美元": ("USD", "1"),
    "人": ("person", "1"),
    "名": ("person", "1"),
    "人次": ("visit", "1"),
    "吨标煤": ("coal equivalent", "1"),
    "吨标准煤": ("coal equivalent", "1"),
    "吨": ("mass", "1000"),
    "公斤": ("mass", "1"),
    "千克": ("mass", "1"),
    "克": ("mass", "0.001"),
    "毫克": ("mass", "0.000001"),
    "微克": ("mass", "0.000000001"),
    "公里": ("length", "1000"),
    "千米": ("length", "1000"),
    "米": ("length", "1"),
    "平方公里": ("area", "1000000"),
    "平方千米": ("area", "1000000"),
    "公顷": ("area", "10000"),
    "亩": ("area", "666.6666666666666667"),
    "平方米": ("area", "1"),
    "立方米": ("volume", "1"),
    "升": ("volume", "0.001"),
    "千瓦时": ("energy", "1"),
    "度": ("energy", "1"),
    "千瓦": ("power", "1"),
    "年": ("year", "1"),
    "岁": ("age", "1"),
    "个月": ("month", "1"),
    "天": ("time", "86400"),
    "日": ("time", "86400"),
    "小时": ("time", "3600"),
    "分钟": ("time", "60"),
    "秒": ("time", "1"),
    "标箱": ("TEU", "1"),
    "TEU": ("TEU", "1"),
    "分": ("point", "1"),
    # international symbols, as laboratories and meters write them
    "t": ("mass", "1000"),
    "kg": ("mass", "1"),
    "g": ("mass", "0.001"),
    "mg": ("mass", "0.000001"),
    "μg": ("mass", "0.000000001"),
    "µg": ("mass", "0.000000001"),
    "ug": ("mass", "0.000000001"),
    "km": ("length", "1000"),
    "m": ("length", "1"),
    "km²": ("area", "1000000"),
    "km2": ("area", "1000000"),
    "m²": ("area", "1"),
    "m2": ("area", "1"),
    "m³": ("volume", "1"),
    "m3": ("volume", "1"),
    "L": ("volume", "0.001"),
    "kWh": ("energy", "1"),
    "kW": ("power", "1"),
    "h": ("time", "3600"),
}

_COUNTERS = frozenset(
    "个 家 件 张 项 条 座 所 户 套 辆 台 幢 处 只 枚 部 场 种 批 期 支 对 次 位 片 间 艘 架 对 "
    "宗 起 篇 本 册 艘 株 头 支队 门 站 村 镇 课时 床 床位".split()
)


class DimensionError(ValueError):
    """Two quantities of different dimensions were compared or converted."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement.

    Attributes:
        symbol: As written, magnitude included ("亿元").
        dimension: What it measures; units convert only within one.
        factor: How many of the dimension's own unit it is.
    """

    symbol: str
    dimension: str
    factor: Decimal

    def fits(self, other: "Unit") -> bool:
        """Whether figures in the two units may be compared."""
        return self.dimension == other.dimension


@lru_cache(maxsize=4096)
def parse_unit(symbol: str) -> Unit:
    """The unit a document writes; an unknown word is a dimension of its own.

    "万吨标煤" is a magnitude and a base unit; "人/亿元" and "公里/小时" are quotients.
    """
    symbol = re.sub(r"\s+", "", symbol)
    if "/" in symbol.strip("/"):
        top, _, bottom = symbol.partition("/")
        over, under = parse_unit(top), parse_unit(bottom)
        return Unit(symbol, f"{over.dimension}/{under.dimension}", over.factor / under.factor)
    known = _parse_simple(symbol)
    if known is not None:
        return Unit(symbol, *known)
    for word, factor in _MAGNITUDES:
        if symbol.startswith(word):
            rest = symbol[len(word) :]
            dimension, base = _parse_simple(rest) or (rest, Decimal(1))
            return Unit(symbol, dimension, base * factor)
    return Unit(symbol, symbol, Decimal(1))


def _parse_simple(symbol: str) -> tuple[str, Decimal] | None:
    if symbol in _BASE:
        dimension, factor = _BASE[symbol]
        return dimension, Decimal(factor)
    if symbol in _COUNTERS:
        return "count", Decimal(1)
    return None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit.

    Attributes:
        amount: As written or computed, exact.
        unit: Its unit.
    """

    amount: Decimal
    unit: Unit

    def __bool__(self) -> bool:
        raise TypeError("a quantity has no truth value: zero is a number; compare it")

    def in_unit(self, unit: Unit) -> "Quantity":
        """The same quantity in another unit of its dimension.

        Raises:
            DimensionError: If the dimensions differ.
        """
        if not self.unit.fits(unit):
            raise DimensionError(f"{self.unit.symbol} does not convert to {unit.symbol}")
        if self.unit.factor == unit.factor:
            return Quantity(self.amount, unit)
        return Quantity(self.amount * self.unit.factor / unit.factor, unit)

    def compare(self, other: "Quantity") -> int:
        """-1, 0 or 1 as this is less than, equal to or greater than the other.

        Raises:
            DimensionError: If the dimensions differ.
        """
        a, b = self.amount, other.in_unit(self.unit).amount
        return (a > b) - (a < b)

    def __str__(self) -> str:
        return f"{format_amount(self.amount)} {self.unit.symbol}".strip()


def make_quantity(amount: Decimal | int | str, unit: str) -> Quantity:
    """A quantity from a figure and the unit's symbol.

    Raises:
        ValueError: If the figure is not a finite number.
    """
    try:
        value = Decimal(str(amount).replace(",", "").replace("，", "").strip())
    except InvalidOperation as error:
        raise ValueError(f"{amount!r} is not a number") from error
    if not value.is_finite():
        raise ValueError(f"{amount!r} is not a finite number")
    return Quantity(value, parse_unit(unit))


def express_in(amount: Decimal, unit: str, wanted: str) -> Quantity:
    """A figure written in one unit, as a quantity in another of the same dimension.

    A bare number, 倍 and :1 are one thing: "1.6", "1.6倍" and "1.6:1" state the same ratio.

    Raises:
        DimensionError: If the dimensions differ.
    """
    given, target = parse_unit(unit), parse_unit(wanted)
    if {given.symbol, target.symbol} <= {"", "倍", ":1"}:
        return Quantity(amount, target)
    return Quantity(amount, given).in_unit(target)


def format_amount(amount: Decimal) -> str:
    """The figure without exponent and without zeros that add nothing."""
    text = format(amount, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
