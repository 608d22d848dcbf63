"""Tables of words: what may be written another way, and what may never be confused.

In: folded names. Out: names in one common spelling, and the scopes a name
carries. Left out on purpose: the names of single indicators, which belong to
the aliases of their definitions.
"""

import re

_UNIT_IN_BRACKETS = r"\((?:%|‰|[百千万亿]*(?:元|人|件|个|家|吨|公里|亩|美元|立方米)|微克/立方米)\)$"

_WATER = (
    r"^(?:河流|地表水)?(?:(?:达到或)?[好优]于|i[—－–-]+)?(?:iii)?类(?:及以上)?(?:水质|水体|水)?(?:的|比例|比重)*"
    r"\(?(?:([国省市县]控)(?:及以上)?断面|()断面)\)?(?:占比|比例|比重)?$"
)

SPELLINGS: tuple[tuple[str, str, str], ...] = (
    # pattern over the folded name (small letters, half width), replacement, what it says
    (_UNIT_IN_BRACKETS, "", "a unit in brackets is not part of the name"),
    (r"[,，、·:：]", "", "punctuation does not count"),
    (r"r&d|研究与(?:试验|实验)发展", "研发", "R&D = 研发"),
    (r"(?:全社会)?研发(?:经费)?(?:投入|支出)?强度", "研发经费支出占gdp比重", "研发强度 is a share of GDP"),
    (r"全社会研发", "研发", "全社会研发 = 研发"),
    (r"研发(?:经费)?(?:投入|支出)(?=占)", "研发经费支出", "研发投入 = 研发经费支出"),
    (r"(?:地区|国内)?生产总值(?:\(gdp\))?|经济总量", "gdp", "地区生产总值 = GDP = 经济总量"),
    (r"的?(?:占比|比例|比率|比重)$", "比重", "占比, 比例, 比率 = 比重"),
    (r"(?:pm2\.5\()?细颗粒物\)?(?:\(pm2\.5\))?", "pm2.5", "细颗粒物 = PM2.5"),
    (r"pm2\.5(?:年均|年平均|年|平均)?浓度(?:均值|年均值)?", "pm2.5平均浓度", "年均浓度 = 平均浓度"),
    (r"(?:环境空气质量|空气质量|环境空气|空气)优良(?:天数)?(?:率|比重)$", "空气优良天数比重", "空气优良率"),
    (r"期望寿命", "预期寿命", "期望寿命 = 预期寿命"),
    (r"使用外资", "利用外资", "使用外资 = 利用外资"),
    (
        r"(?:外贸|货物贸易|货物)进出口(?:总额|总值|额)|(?<!贸易)(?<!货物)进出口规模",
        "货物进出口额",
        "外贸进出口 = 货物贸易进出口",
    ),
    (r"(?:单位|万元)gdp(?=能耗|用水|二氧化碳|电耗|耗地|建设用地)", "单位gdp", "万元生产总值 = 单位生产总值"),
    (r"(?<!占)gdp比重", "占gdp比重", "占 lost"),
    (r"农民(?=人均|收入)", "农村居民", "农民 = 农村居民"),
    (r"(?<!人均)(?<!可支配)居民收入(?:水平)?(?=(?:年均)?增)", "居民人均可支配收入", "居民收入增长"),
    (r"新增(城镇|农村)就业(?:人数)?", r"\1新增就业", "新增城镇就业人数 = 城镇新增就业"),
    (r"(?:人口|人均)?平均预期寿命|人口预期寿命", "人均预期寿命", "平均预期寿命 = 人均预期寿命"),
    (r"老年人口|老年人", "老人", "老年人口 = 老人"),
    (r"(?<=一网通办)率$", "", "一网通办率"),
    (r"(?<=资源)总量$", "", "总量 of a stock"),
    (r"^([国省市县]控)(?:及以上)?断面iii类水(?:质|体)?(?:比重|比例)$", r"iii类水体\1断面比重", "the section first"),
    (_WATER, r"iii类水体\1\2断面比重", "shares of water at class III or better"),
    (r"能源消耗", "能耗", "能源消耗 = 能耗"),
    (r"下降|减少", "降低", "下降 = 降低"),
    (r"规模以上", "规上", "规模以上 = 规上"),
    (r"(?:年均)?(?:增速|增幅|增长率)", "增长", "增速, 增长率 = 增长"),
    (r"年均增长", "增长", "年均增长 is the growth of several years"),
    (r"城乡(?:居民)?(?:人均)?(?:可支配)?收入(?:水平)?(?:比|差距|倍差)(?:\(.*\))?$", "城乡收入比", "收入比"),
    (r"(?<=每[千万])(?:人口|名|人)(?:口)?(?:拥有)?", "人", "每千人口拥有 = 每千人"),
    (r"(?<=专利)拥有[量数]", "", "专利拥有量 = 专利"),
    (r"[()]", "", "brackets do not count"),
)
"""Applied in this order to both sides. None takes away a word of SCOPES (a test says so)."""

SCOPES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("population", ("常住", "户籍")),
    ("unemployment", ("登记", "调查")),
    ("section", ("国控", "省控", "市控", "县控")),
    ("area", ("设区城市", "中心城区", "建成区", "市区", "城区", "全市", "全区", "全县", "全域")),
    ("residence", ("城镇", "农村", "城乡", "全体")),
    ("prices", ("名义", "实际增", "可比价", "不变价", "现价", "当年价")),
    ("date", ("年末", "普查")),
)
"""Groups of words that make two names two indicators, whatever else they share."""

_SPELLINGS = tuple((re.compile(pattern), word) for pattern, word, _ in SPELLINGS)
_WHOLE_PLACE = re.compile(r"^(?:全市|全区|全县|全域|我市|我区|本市|本区)(?!域)")
_NARROWER = ("设区城市", "中心城区", "建成区", "市区", "城区")


def spell_out(folded: str) -> str:
    """A folded name in the common spelling."""
    for pattern, word in _SPELLINGS:
        folded = pattern.sub(word, folded)
    return folded


def list_scopes(folded: str) -> frozenset[str]:
    """The words of SCOPES that a folded name carries."""
    return frozenset(word for _, words in SCOPES for word in words if word in folded)


def drop_whole_place(folded: str) -> str:
    """The name without 全市, 全区 and the like at its head.

    A figure is about its whole place anyway. Whoever drops the word must refuse
    definitions that speak of a part of the place (`is_narrower`).
    """
    return _WHOLE_PLACE.sub("", folded)


def is_narrower(name: str) -> bool:
    """Whether the name speaks of a part of the place only."""
    return any(word in name for word in _NARROWER)
