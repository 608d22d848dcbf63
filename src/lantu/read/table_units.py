"""Units as indicator tables print them, and the unit at the end of a name.

In: text of a cell. Out: whether it is a unit; a name and its unit apart.
Left out on purpose: what a unit measures and how units convert, which `core` and
the packs know.
"""

import re
from functools import lru_cache

_NOUNS = """元 美元 欧元 人民币 人 人次 人日 名 位 户 家 个 件 件套 项 条 处 座 所 间 栋 幢 套 辆 台 艘 架 列 班 张 本 册 部 篇 首
场 届 次 枚 只 头 羽 株 棵 袋 箱 标箱 标准箱 TEU 对 组 批 宗 起 例 种 类 级 片 块 只 支 期 点 倍 % ‰ 百分点 个百分点 平方米 平方公里 平方千米 ㎡ m2 m² m³ m3
公顷 亩 公里 千米 km KM 米 厘米 毫米 海里 吨 公斤 千克 克 毫克 微克 ug μg 升 毫升 千升 立方 立方米 立方 标准立方米 标立方米 标方 方
吨标煤 吨标准煤 标煤 标准煤 千瓦 千瓦时 度 兆瓦 千伏安 kVA kW kWh 焦 焦耳 吨公里 人公里
岁 年 月 周 日 天 小时 时 分钟 分 秒 度 分贝 毫克 摄氏度 ℃ PFLOPS EFLOPS 比特 Gbps Mbps M 兆 GB TB 字节 P 端口 门 线 床 床位 学时 课时 村 镇 县 字""".split()
_MAGNITUDES = ("十万", "百万", "千万", "万亿", "百", "千", "万", "亿", "十", "兆")
_KNOWN = (
    frozenset(_NOUNS)
    | frozenset(m + n for m in _MAGNITUDES for n in _NOUNS)
    | frozenset(_MAGNITUDES[3:8])
    | {"人口", "万人口"}
)
_PARTS = re.compile(r"[/·每]")
_SECOND = re.compile(r"\(([^()]{1,4})\)")
_TAIL = re.compile(r"[(\[](?P<unit>[^()\[\]]{1,14}(?:\([^()]{0,6}\))?)[)\]]*$")
_INNER = re.compile(r"\((?P<unit>[^()]{1,10})\)?(?P<rest>\([^()]{2,16}\))$")
_SPACE = re.compile(r"\s+")


def squeeze(text: str) -> str:
    """The text without any blanks or line breaks."""
    return _SPACE.sub("", text)


@lru_cache(maxsize=4096)
def is_unit(text: str) -> bool:
    """Whether a squeezed cell is a unit, such as "万吨标煤", "人/亿元", "/亿元" or "%"."""
    if not 0 < len(text) <= 14:
        return False
    second = _SECOND.search(text)
    if second and second[1] in _KNOWN:
        text = text[: second.start()] + text[second.end() :]
    text = text.removesuffix(":1")
    parts = _PARTS.split(text)
    if len(parts) > 3 or not parts[-1]:
        return text == "" and second is None
    return all(part in _KNOWN for part in parts[1:]) and (parts[0] in _KNOWN or (parts[0] == "" and len(parts) > 1))


def split_unit(name: str) -> tuple[str, str]:
    """A squeezed name and the unit in its brackets; the closing bracket may be lost.

    >>> split_unit("城镇化率(%")
    ('城镇化率', '%')
    """
    found = _TAIL.search(name)
    if found and found.start() > 0 and is_unit(found["unit"]):
        return name[: found.start()], found["unit"]
    inner = _INNER.search(name)
    if inner and inner.start() > 0 and is_unit(inner["unit"]):
        return name[: inner.start()] + inner["rest"], inner["unit"]
    return name, ""
