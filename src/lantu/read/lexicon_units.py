"""Words that stand behind a number: magnitudes, units and measure words.

In: nothing. Out: regular-expression sources for the quantity grammar and sets
that say what a unit counts. Left out on purpose: conversion between units,
which belongs to quantities in `core`; the reader keeps a unit as it is written.
"""

import re

from lantu.read.lexicon_words import alternate

MAGNITUDES = ("万亿", "千亿", "百亿", "十亿", "亿", "千万", "百万", "十万", "万", "千", "百")

CURRENCIES = ("元", "美元", "欧元", "港元", "港币", "日元", "英镑", "人民币", "块钱", "块")
PEOPLE = ("人次", "人口", "人", "名", "位", "户次", "户", "户籍人口", "家庭", "人日", "人天", "老人")
COUNTS = (
    "个 家 项 件 件次 所 座 处 条 张 台 套 台套 台（套） 台(套) 辆 辆次 艘 艘次 架 架次 列 列次 班 班次 场 场次 例 例次 支 只 头 羽 "
    "株 棵 本 部 册 篇 枚 幢 栋 间 间套 块 块次 片 口 根 门 门次 种 类 批 批次 宗 起 对 组 期 届 份 笔 单 款 盏 孔 眼 道 趟 颗 桩 尾 匹 "
    "节 级 号 次 遍 人份 剂 剂次 剂针 床 床位 席 席位 桶 箱 标箱 标准箱 个标箱 个标准箱 包 袋 瓶 盒 卷 幅 首 档 枪 站 柱 桩位 泊位 "
    "个泊位 车次 户型 套(户) 套（户） 户(套) 户（套） 字 词 页 分 步 环 代 线 段 档次 封 票 尊 顶 点 亩次 平台 行 扇 匝 网格 层 "
    "品 味 员 朵 堂 课 轮 圈 团 队 连 届次 场馆 座次 家次 项次 个次 宿"
).split()
AREAS = "平方公里 平方千米 平方米 平方 公顷 亩 万平 平米 ㎡ m² m2 km² km2 顷".split()
LENGTHS = "公里 千米 车道公里 皮长公里 芯公里 米 厘米 毫米 微米 纳米 海里 里 km KM mm cm m".split()
VOLUMES = "立方米 立方 方 升 毫升 吨公里 桶油 m³ m3 L".split()
WEIGHTS = (
    "吨标准煤 吨标煤 吨煤 吨油当量 吨二氧化碳 吨载重 载重吨 总吨 吨级 吨 公斤 千克 克 毫克 微克 斤 担 kg t T 吨二氧化碳当量 标准煤"
).split()
ENERGIES = "千瓦时 千瓦 瓦 瓦时 兆瓦时 兆瓦 吉瓦 度电 度 千伏安 千伏 伏 焦 kWh KWh kW KW MW GW MWh GWh kVA KVA MVA kV KV W".split()
DATA = "Mbps Gbps Tbps bps 兆比特每秒 兆 比特 字节 TB GB PB EB ZB MB EFLOPS PFLOPS EFlops PFlops P E TEU teu 标准机架 机架 架机柜 机柜".split()
TIMES = "个工作日 工作日 个小时 小时 分钟 秒 毫秒 天 日 周 个月 月 年 学时 课时 天次 季度 个季度 机时".split()
SHARES = ("%", "‰", "个百分点", "百分点", "个千分点", "千分点", "成", "倍", "个点")
OTHERS = "岁 分贝 摄氏度 ℃ °C 微克/立方米 毫克/升 ppm 平方米/人 星 星级 A级 级 A 级地震".split()
SPECIAL = (
    "人公里",
    "车公里",
    "/10万",
    "/百万",
    "μg/m3",
    "μg/m³",
    "ug/m3",
    "mg/L",
    "mg/l",
    "mg/m3",
    "t/d",
    "t/a",
    "吨/日",
    "kgce",
    "tce",
)

DENOMINATORS = (
    "万平方公里 百平方公里 万平方米 百平方米 百公里 万公里 百万人 十万人 万户 百户 千户 千米 万亿 亿 万元 亿元 元 万人 千人 百人 人 户 亩 公顷 平方公里 平方米 立方米 公里 米 升 吨 公斤 千克 克 小时 分钟 秒 天 日 月 年 季度 "
    "次 件 台 辆 家 个 千瓦时 度 床 平方千米 m3 m³ L d a h km km2 班 生 学生 学年 周 车 标箱"
).split()

_ALL = {
    *CURRENCIES, *PEOPLE, *COUNTS, *AREAS, *LENGTHS, *VOLUMES, *WEIGHTS, *ENERGIES, *DATA, *TIMES, *SHARES, *OTHERS, *SPECIAL,
} - {"户籍人口", "家庭", "老人", "平台", "站", "号", "线", "段", "代", "行", "点", "层", "网格", "课", "环", "圈", "轮"}  # fmt: skip

_UNITS = alternate(" ".join(re.escape(word) for word in _ALL))
_PER = alternate(" ".join(re.escape(word) for word in DENOMINATORS))

MAGNITUDE = rf"(?:(?:{alternate(' '.join(MAGNITUDES))})(?![瓦伏焦]|克(?!拉)|米(?!粉)|分[点之])|万(?=千[瓦米伏克]))"
UNIT = rf"(?:(?:{_UNITS})(?:/(?:{_PER})(?![a-z])|[·•](?:{_PER}))?)"
"""A unit, with a denominator where one is written ("微克/立方米", "元/月")."""

MONEY_UNITS = frozenset(CURRENCIES)
SIZE_UNITS = frozenset(
    {*CURRENCIES, *AREAS, *WEIGHTS, *LENGTHS, *ENERGIES, *VOLUMES, "岁", "周岁", "千伏", "床", "张", "户", "人"}
)
"""Units that may only say how big a thing is ("2000万元以上的企业300家")."""

COUNT_UNITS = frozenset({*COUNTS, "人", "名", "位", "户", "人次", "家庭"})
SHARE_UNITS = frozenset({"%", "‰"})
POINT_UNITS = frozenset({"个百分点", "百分点", "个千分点", "千分点", "个点"})
TIME_UNITS = frozenset({*TIMES})
UNCERTAIN_UNITS = frozenset(
    {
        "次",
        "届",
        "期",
        "级",
        "轮",
        "批",
        "类",
        "步",
        "A",
        "A级",
        "星",
        "星级",
        "档",
        "节",
        "P",
        "E",
        "T",
        "m",
        "W",
        "L",
        "t",
    }
)
"""Units that are more often part of a name or an ordinal than of a figure."""
