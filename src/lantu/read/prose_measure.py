"""What kind of figure it is: level, growth, increment, share, count and the like.

In: a frame, the indicator's words and the unit. Out: the measure, the unit
where it was left out, the denominator, and whether the figure is a sum.
Left out on purpose: the comparator, which belongs to the quantity.
"""

import re

from lantu.read import lexicon_verbs as words
from lantu.read.lexicon_units import COUNT_UNITS, POINT_UNITS, SHARE_UNITS
from lantu.read.prose_frames import Frame
from lantu.read.quantity_grammar import Quantity

_MONEY_NAME = re.compile(
    r"生产总值|GDP|收入|支出|投资|产值|增加值|总额|外资|进出口|贷款|存款|税收|利润|规模|销售|零售|营收|市值|消费|资金|基金|外贸|出口|进口|融资|总产出|产业|经济|交易|余额|保费|债",
    re.I,
)
_PEOPLE_NAME = re.compile(r"人口|人数|就业|人才|劳动力|职工|学生|游客|参保|农民|居民")
_GROWTH = re.compile(rf"(?:{words.GROWTH_VERBS})")
_DROP = re.compile(rf"(?:{words.DROP_VERBS})")
_REACHED = re.compile(r"[到至为在](?:了|约|近|每[一-龥]{1,6})*$")
_NEW = re.compile(rf"^(?:{words.NEW_WORDS})|新增|净增")
_SHARE_NAME = re.compile(r"占比|比重|比例|比率|覆盖率|普及率")
_PER_VERBS = re.compile(r"每[一-龥]{1,4}(?:每[一-龥])?$")
_PER_NAME = re.compile(r"每(?:[百千万亿]|\d+万?)?(?:人|名|户|平方公里|平方米|亩|公里|老人|常住人口|人口)")


def infer_unit(quantity: Quantity, name: str) -> str:
    """The unit as written, with 元 or 人 added where the text leaves it out ("突破9000亿")."""
    if quantity.base_unit or not quantity.unit:
        return quantity.unit
    if _PEOPLE_NAME.search(name) and not _MONEY_NAME.search(name):
        return quantity.unit + "人"
    if _MONEY_NAME.search(name):
        return quantity.unit + "元"
    return quantity.unit


def read_per(name: str, verbs: str) -> str:
    """The denominator of a figure ("每千人") in its name or just before it, or ""."""
    match = _PER_VERBS.search(verbs) or _PER_NAME.search(name)
    if match is not None:
        return match.group()
    return ""


def name_measure(frame: Frame, name: str) -> str:
    """The measure of a figure."""
    quantity, verbs = frame.quantity, frame.verbs
    if quantity.form == "ratio":
        return "ratio"
    if quantity.form == "multiple" or quantity.base_unit == "倍":
        return "multiple"
    if quantity.form == "half":
        return "decrement"
    is_reached = _REACHED.search(verbs) is not None or frame.is_second_of_pair or frame.is_first_of_pair
    change = "" if is_reached else _name_change(quantity, name, verbs)
    if change:
        return change
    is_right = frame.name is not None and frame.name.is_right
    if quantity.form == "fraction" or (is_right and quantity.base_unit in SHARE_UNITS):
        return "share"
    if _NEW.search(name) or _NEW.search(verbs):
        return "increment"
    if quantity.base_unit in COUNT_UNITS:
        return "count"
    return "share" if "占" in name and _SHARE_NAME.search(name) else "level"


def _name_change(quantity: Quantity, name: str, verbs: str) -> str:
    """The measure of "增长5%", "提高2个百分点", "减少30万吨", or ""."""
    is_drop = _DROP.search(verbs) is not None
    if quantity.base_unit in SHARE_UNITS:
        if is_drop:
            return "decrement"
        is_growth = _GROWTH.search(verbs) is not None or name.endswith(("增长", "增速", "增幅"))
        return "growth_rate" if is_growth else ""
    if quantity.base_unit in POINT_UNITS:
        return "decrement" if is_drop else "increment"
    if re.search(r"减少|降低|压减|缩短|下降|压缩", verbs):
        return "decrement"
    return "increment" if re.search(r"增加|增长|提高", verbs) else ""


def is_cumulative(frame: Frame, text: str) -> bool:
    """Whether the figure counts over several years."""
    left = text[max(frame.clause, frame.quantity.start - 40) : frame.quantity.start]
    return "累计" in left or "累积" in left
