"""Numerals inside names: dates, ordinals, classes, quotations, programmes.

In: the place of a figure. Out: whether the numeral belongs to a name there.
Left out on purpose: figures that only limit what is counted, which are in
`quantity_thresholds`.
"""

import re

from lantu.read.lexicon_units import TIME_UNITS, UNCERTAIN_UNITS
from lantu.read.quantity_place import Place

_NAME_BEFORE = re.compile(r"(?:[A-Za-z_/&.+]|[A-Za-z]-|第|[〔\[#No.]|CLI\.[\d.]*|\d\+|\d-|\d[.:/])$")
_INDEX_BEFORE = re.compile(r"(?<![A-Za-z])(?:GDP|GNP|GEP|CPI|PPI|FDI|R&D)$")
_NAME_AFTER = re.compile(r"^(?:[A-Za-z]|强|号|版|代|期|\.\d|维|字|型|类|线|[+]|S店|届|级|档|化)")
_CLASS_AFTER = re.compile(r"^(?:强|级|周年|维|纵|横|轴|廊|核)")
_ORDINAL_BEFORE = re.compile(r"(?:第|前|后|排名|[Nn]o\.?|专栏|表|图|附件|条例|周年)$")
_PER_BEFORE = re.compile(r"(?:每|平均每|单位)$")
_VALUE_CONTEXT = re.compile(
    r"天数|时限|时间|缩短|压缩|提速|减少|降低|工作日|时长|周期|年限|寿命|学时|课时|频次|次数|平均用时"
)
_AGE_CONTEXT = re.compile(r"寿命|平均年龄")
_CIRCLE_AFTER = re.compile(
    r"^(?:以?[内里]|的?(?:[一-龥]{0,8}(?:圈|网络|交通|通勤|通达|可达|直达|响应|到达|抵达|见))"
    r"|期|时间|来|间|前|后|以来|行动|计划|攻坚|任务|制|左右车程|车程|服务)"
)
_PURE_BEFORE = re.compile(r"(?:比|系数|指数|倍差|值|率)[^,;。、]{0,10}(?:为|到|至|在|达|于)(?:了|约|近)?$")
_ROUND_NAMES = frozenset(
    "兆 年 日 天 次 分 度 里 号 强 级 代 步 秒 方 口 员 家庭 月 门 类 环 行 克 户型 伏 本 岁 字 张 周".split()
)
_HALF_BEFORE = re.compile(r"(?:缩短|减少|压缩|下降|降低|压减|缩减|减|降|提高|超|过)(?:了|近|约|到|至)?$")
_PROGRAMME_AFTER = re.compile(r"^[^,;。、]{0,16}?(?:行动|工程|计划)")
_QUOTES = (("“", "”", 22), ("《", "》", 80), ('"', '"', 16), ("〔", "〕", 12), ("[", "]", 12), ("‘", "’", 12))
"""Opening, closing, and how long a quotation may be to be a name."""


def is_year(place: Place) -> bool:
    """A year, or a span of years that is no indicator's value."""
    quantity = place.quantity
    if quantity.unit != "年":
        return False
    return quantity.value is None or quantity.value >= 1000 or not _VALUE_CONTEXT.search(place.before[-16:])


def is_in_name(place: Place) -> bool:
    """Glued to letters, or followed by 号, 版, 期 and the like."""
    quantity, before = place.quantity, place.before[-12:]
    after = place.text[quantity.end : quantity.end + 8]
    if _NAME_BEFORE.search(before) and not (quantity.base_unit and _INDEX_BEFORE.search(before)):
        return True
    if quantity.unit in ("", *UNCERTAIN_UNITS) and _NAME_AFTER.match(after):
        return True
    if quantity.base_unit in UNCERTAIN_UNITS and quantity.base_unit not in ("次", "批"):
        return True
    return quantity.base_unit.endswith("级") or quantity.base_unit in ("千伏", "kV") or bool(_CLASS_AFTER.match(after))


def is_ordinal(place: Place) -> bool:
    """第3, 前50, 表2, or the M of "每M人"."""
    before = place.before[-12:]
    return bool(_ORDINAL_BEFORE.search(before) or _PER_BEFORE.search(before))


def is_date_or_times(place: Place) -> bool:
    """3月, 8日, 一次, 最多跑1次, 65岁以上."""
    quantity = place.quantity
    if quantity.unit == quantity.base_unit and quantity.base_unit in ("日", "月", "号", "时"):
        return True
    if quantity.base_unit in ("次", "批"):
        is_few = quantity.value is not None and quantity.value < 10
        return is_few or re.search(r"最多|第$|[一每]$", place.before[-12:]) is not None
    return quantity.base_unit in ("岁", "周岁") and not _AGE_CONTEXT.search(place.before[-16:])


def is_quoted(place: Place) -> bool:
    """Inside a short quotation or a title."""
    text, quantity = place.text, place.quantity
    for opening, closing, limit in _QUOTES:
        opened = text.rfind(opening, max(0, quantity.start - limit), quantity.start)
        if opened < 0 or (opening == closing and text.count(opening, 0, quantity.start) % 2 == 0):
            continue
        closed = text.find(closing, quantity.end)
        if text.find(closing, opened + 1, quantity.start) < 0 <= closed and closed - opened <= limit:
            return True
    return False


def is_bare(place: Place) -> bool:
    """A number without a unit that no ratio or index explains."""
    quantity = place.quantity
    if quantity.unit or quantity.form not in ("number", "range"):
        return False
    if quantity.value is None or not _PURE_BEFORE.search(place.before):
        return True
    return re.match(r"^[一-龥]", place.after) is not None and not quantity.has_suffix


def is_round_name(place: Place) -> bool:
    """百年, 千年, 数十万; a bare 万 or 亿; "千亿斤产能提升行动"."""
    quantity = place.quantity
    if quantity.form != "round":
        return False
    if quantity.base_unit in _ROUND_NAMES or re.search(r"[每第上几数成]$", place.before):
        return True
    if quantity.has_prefix:
        return False
    return place.text[quantity.start] in "万亿" or bool(
        _PROGRAMME_AFTER.match(place.text[quantity.end : quantity.end + 20])
    )


def is_worded_name(place: Place) -> bool:
    """倍增计划, 一半以上的人: words of multiples and halves that measure nothing."""
    quantity = place.quantity
    if quantity.form == "multiple":
        return re.match(r"^(?:计划|行动|工程|战略)", place.text[quantity.end : quantity.end + 4]) is not None
    return quantity.form == "half" and not _HALF_BEFORE.search(place.before)


def is_duration(place: Place) -> bool:
    """3个月内, 15分钟生活圈, 300米见绿."""
    unit = place.quantity.base_unit
    if unit in ("米", "公里"):
        return re.match(r"^见[水园绿]", place.after) is not None
    if unit not in TIME_UNITS or unit.startswith("学") or unit == "课时":
        return False
    own = place.text[place.quantity.start : place.quantity.end]
    return bool(_CIRCLE_AFTER.match(place.after)) or not _VALUE_CONTEXT.search(place.before + own)
