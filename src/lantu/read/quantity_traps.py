"""Numerals that are not figures of an indicator.

In: a stream's text and a quantity in it. Out: a short reason where the numeral
belongs to a date, a name, an ordinal, a threshold or a subsidy; "" otherwise.
Left out on purpose: names of programmes; what is quoted and short is a name.
"""

import re

from lantu.read.lexicon_units import SIZE_UNITS, TIME_UNITS, UNCERTAIN_UNITS
from lantu.read.lexicon_verbs import FOLLOW_VERBS, MONEY_NOUNS
from lantu.read.quantity_grammar import Quantity

_MONEY = frozenset({"元", "美元", "欧元", "港元", "日元", "英镑", "人民币"})
_NAME_BEFORE = re.compile(r"(?:[A-Za-z_/&.+]|[A-Za-z]-|第|[〔\[#No.]|CLI\.[\d.]*|\d\+|\d-|\d[.:/])$")
_NAME_AFTER = re.compile(r"^(?:[A-Za-z]|强|号|版|代|期|\.\d|维|字|型|类|线|[+]|S店|届|级|档|化)")
_ORDINAL_BEFORE = re.compile(r"(?:第|前|后|排名|[Nn]o\.?|专栏|表|图|附件|条例|周年)$")
_PER_BEFORE = re.compile(r"(?:每|平均每|单位)$")
_POLICY = re.compile(r"(?:政策|新政|意见|措施|办法|方案|规定|八项规定|举措)$")
_POLICY_AFTER = re.compile(
    r"^(?:[惠稳助政新硬]?[一-龥]{0,6}(?:政策|措施|意见|举措|办法|规定|新政|制度|清单|标准|任务|指标|改革试点|原则|要求|机制|行动(?!计划)|指标))"
)
_CIRCLE_AFTER = re.compile(
    r"^(?:以?[内里]|的?(?:[一-龥]{0,8}(?:圈|网络|交通|通勤|通达|可达|直达|响应|到达|抵达|见))|期|时间|来|间|前|后|以来|行动|计划|攻坚|任务|制|左右车程|车程|服务)"
)
_SUBSIDY = re.compile(
    r"奖补|补助|补贴|贴息|奖励|资助|奖金|给予|减免|返还|罚款|处罚|处以|起征|赔偿|减按|按.{0,12}比例|支持额度|优惠"
)
_SUBSIDY_NEAR = re.compile(
    r"(?:给予|最高|不超过|按照?|单个|每[家户个人年]|一次性|奖补|补助|补贴|贴息|奖励|资助|分别给予)[^,;。]{0,40}$"
)
_OF_BASE = re.compile(r"^[^,;。]{0,4}的?基础上")
_ROUND_NAMES = frozenset("兆 年 日 天 次 分 度 里 号 强 级 种 代 步 秒 方 条 口 员 家庭 月 门 类 环 行 克 元 米 户型 位 伏 本 岁 字 部 张 周".split()) - {"元", "米", "部", "种", "条", "位"}  # fmt: skip
_SPENDING = re.compile(
    r"(?:投入|完成|争取|争取到|统筹|设立|建立|安排|落实|减负|拨付|下达|兑现|发放|募集|筹集|筹措|发行|获得?|授信|提供|带动|撬动|拉动|新增|实现|达到?|突破|超过|为|节约|节省|让利|减免|减税|降低|压减|贷款|融资|投放|签约|到位|引进|利用|累计|增加|化解|清收|处置|支出|共|约|近|逾|超)$"
)
_NORM_BEFORE = re.compile(r"(?:按照?|以|依据|执行)[^,;。、]{0,14}$")
_NORM_AFTER = re.compile(r"^[^,;。]{0,16}?(?:标准|基准|为界|门槛|的比例|计算|测算|执行)")
_VALUE_CONTEXT = re.compile(
    r"天数|时限|时间|缩短|压缩|提速|减少|降低|工作日|时长|周期|年限|寿命|学时|课时|频次|次数|平均用时"
)
_AGE_CONTEXT = re.compile(r"寿命|平均年龄")
_FOLLOW = re.compile(rf"(?:{FOLLOW_VERBS}|支持|用于)")
_MONEY_FOLLOW = re.compile(rf"[^,;。、\d]{{0,14}}?(?:{MONEY_NOUNS})")
_STRUCTURE_AFTER = re.compile(
    r"^大(?!学|型|棚|桥|道|数据|院|气|中|专|豆|米|病|额|宗|坝|田|厅|楼|厦)|^(?:方面|领域|环节|层面|维度|坚持|确保|体系|重点领域|重点任务|字|阶段|转变|统一|结合|关键|目标任务|指标)"
)


def _is_quoted(text: str, quantity: Quantity) -> bool:
    """Whether the figure stands inside a short quotation or a title."""
    for opening, closing, limit in (
        ("“", "”", 22),
        ("《", "》", 80),
        ('"', '"', 16),
        ("〔", "〕", 12),
        ("[", "]", 12),
        ("‘", "’", 12),
    ):
        opened = text.rfind(opening, max(0, quantity.start - limit), quantity.start)
        if opened < 0:
            continue
        if opening == closing and text.count(opening, 0, quantity.start) % 2 == 0:
            continue
        closed_before = text.find(closing, opened + 1, quantity.start)
        closed = text.find(closing, quantity.end)
        if closed_before < 0 and 0 <= closed - opened <= limit:
            return True
    return False


def _named(text: str, q: Quantity) -> str:
    before, after = text[max(0, q.start - 12) : q.start], text[q.end : q.end + 24]
    if q.unit == "年" and (
        q.value is None or q.value >= 1000 or not _VALUE_CONTEXT.search(text[max(0, q.start - 16) : q.start])
    ):
        return "year_or_duration"
    if _NAME_BEFORE.search(before) and not (
        q.base_unit and re.search(r"(?<![A-Za-z])(?:GDP|GNP|GEP|CPI|PPI|FDI|R&D)$", before)
    ):
        return "name"
    if _ORDINAL_BEFORE.search(before):
        return "ordinal"
    if _PER_BEFORE.search(before):
        return "denominator"
    if (q.unit in ("", *UNCERTAIN_UNITS)) and _NAME_AFTER.match(after):
        return "name"
    if q.base_unit in UNCERTAIN_UNITS and q.base_unit not in ("次", "批"):
        return "name"
    if q.base_unit in ("日", "月", "号", "时") and q.unit == q.base_unit:
        return "date"
    if q.base_unit in ("次", "批") and ((q.value is not None and q.value < 10) or re.search(r"最多|第$|[一每]$", before)):
        return "times"
    if q.base_unit.endswith("级") or after.startswith("强") or re.match(r"^(?:千伏|kV)$", q.base_unit):
        return "class"
    if q.base_unit in ("岁", "周岁") and not _AGE_CONTEXT.search(text[max(0, q.start - 16) : q.start]):
        return "age"
    if re.match(r"^(?:级|周年|维|纵|横|轴|廊|核)", after):
        return "class"
    return ""


def _is_loose_round(text: str, q: Quantity) -> bool:
    """A bare 万 or 亿, or the name of a programme: "亿元以上项目", "千亿斤产能提升行动"."""
    if text[q.start] in "万亿":
        return True
    return re.match(r"^[^,;。、]{0,16}?(?:行动|工程|计划)", text[q.end : q.end + 20]) is not None


def _is_policy(text: str, q: Quantity) -> bool:
    if q.base_unit not in ("条", "项", "个", "方面", ""):
        return False
    before, after = text[max(0, q.start - 8) : q.start], text[q.tail : q.tail + 16]
    if q.base_unit == "条" and (_POLICY.search(before) or _POLICY_AFTER.match(after)):
        return True
    return q.base_unit in ("个", "项") and q.value is not None and q.value < 20 and bool(_STRUCTURE_AFTER.match(after))


def _is_threshold(text: str, q: Quantity, limit: int, has_later: bool) -> bool:
    """Whether the figure only says how big the counted things are."""
    after = text[q.tail : min(limit, q.tail + 24)]
    if not after or after[0] in ",;。:!?、)和与及并”":
        return False
    if q.form in ("fraction", "multiple", "half"):
        return False
    if q.base_unit not in SIZE_UNITS:
        return False
    if q.base_unit in _MONEY:
        if _MONEY_FOLLOW.match(after):
            return bool(re.match(r"^(?:的|以上|级).{0,4}(?:项目|企业|产业(?!引导|基金|投资)|平台)", after))
        if re.match(r"^(?:增|升|降|提|减|缩|扩|调|跃|上|下|回)", after):
            return False
        if _FOLLOW.match(after) and not q.has_suffix:
            return False
        return not re.match(r"^(?:的?(?:年度|目标)|人民币|\(|全覆盖|大关|台阶|的(?=\d))", after)
    if q.has_suffix and re.match(r"^的?[一-龥]", after):
        return has_later or bool(
            re.search(r"(?:年产|单体|总|建筑|面积|产能|装机|规模|超)[一-龥]{0,4}$", text[max(0, q.head - 6) : q.head])
        )
    return False


def find_trap(text: str, q: Quantity, start: int, limit: int, has_later: bool) -> str:
    """Why the numeral is no figure of an indicator, or "".

    Args:
        text: The stream.
        q: The quantity.
        start: Where its sentence begins.
        limit: Where its clause ends.
        has_later: Whether another figure follows in the same clause.
    """
    if reason := _named(text, q):
        return reason
    if _is_quoted(text, q):
        return "quoted"
    before, after = text[max(start, q.start - 40) : q.start], text[q.tail : q.tail + 24]
    if q.unit == "" and q.form in ("number", "range"):
        is_pure = q.value is not None and re.search(
            r"(?:比|系数|指数|倍差|值|率)[^,;。、]{0,10}(?:为|到|至|在|达|于)(?:了|约|近)?$", before
        )
        if not is_pure or (re.match(r"^[一-龥]", after) and not q.has_suffix):
            return "bare"
    if q.form == "round" and (q.base_unit in _ROUND_NAMES or re.search(r"[每第上几数成]$", before)):
        return "round_name"
    if q.form == "round" and not q.has_prefix and _is_loose_round(text, q):
        return "round_name"
    if q.form == "multiple" and re.match(r"^(?:计划|行动|工程|战略)", text[q.end : q.end + 4]):
        return "programme"
    if q.form == "half" and not re.search(
        r"(?:缩短|减少|压缩|下降|降低|压减|缩减|减|降|提高|超|过)(?:了|近|约|到|至)?$", before
    ):
        return "word"
    if _is_policy(text, q):
        return "policy"
    if re.match(r"^[一-龥]{0,3}(?:城市|地市|市|省份|省市|县市|县区|区县|地区|国家)(?:中|首位|第|排名|之首|里)", after):
        return "peers"
    if q.base_unit in TIME_UNITS and not q.base_unit.startswith("学") and q.base_unit != "课时":
        if _CIRCLE_AFTER.match(after) or not _VALUE_CONTEXT.search(before + text[q.start : q.end]):
            return "duration"
    if q.base_unit in ("米", "公里") and re.match(r"^见[水园绿]", after):
        return "circle"
    if after.startswith("全覆盖") and q.base_unit == "%":
        return "coverage"
    if _NORM_BEFORE.search(before) and _NORM_AFTER.match(text[q.tail : q.tail + 24]):
        return "norm"
    if _OF_BASE.match(text[q.tail : q.tail + 10]):
        return "base"
    clause = text[max(start, text.rfind("。", 0, q.start) + 1) : min(len(text), q.end + 24)]
    if _SUBSIDY.search(clause) and _SUBSIDY_NEAR.search(before) and (q.base_unit in _MONEY or q.base_unit == "%"):
        return "subsidy"
    if _is_threshold(text, q, limit, has_later):
        return "threshold"
    return ""
