"""Figures that limit, pay or compare instead of promising.

In: the place of a figure. Out: whether it is a threshold of what is counted
("2000万元以上的企业"), a subsidy, a policy's clause, a norm or a number of peers.
Left out on purpose: numerals inside names, which are in `quantity_names`.
"""

import re

from lantu.read.lexicon_units import SIZE_UNITS
from lantu.read.lexicon_verbs import FOLLOW_VERBS, MONEY_NOUNS
from lantu.read.quantity_place import MONEY, Place

_POLICY = re.compile(r"(?:政策|新政|意见|措施|办法|方案|规定|八项规定|举措)$")
_POLICY_AFTER = re.compile(
    r"^(?:[惠稳助政新硬]?[一-龥]{0,6}(?:政策|措施|意见|举措|办法|规定|新政|制度|清单|标准|任务|指标|改革试点|原则|要求|机制|行动(?!计划)))"
)
_STRUCTURE_AFTER = re.compile(
    r"^大(?!学|型|棚|桥|道|数据|院|气|中|专|豆|米|病|额|宗|坝|田|厅|楼|厦)"
    r"|^(?:方面|领域|环节|层面|维度|坚持|确保|体系|重点领域|重点任务|字|阶段|转变|统一|结合|关键|目标任务|指标)"
)
_PEERS_AFTER = re.compile(
    r"^[一-龥]{0,3}(?:城市|地市|市|省份|省市|县市|县区|区县|地区|国家)(?:中|首位|第|排名|之首|里)"
)
_NORM_BEFORE = re.compile(r"(?:按照?|以|依据|执行)[^,;。、]{0,14}$")
_NORM_AFTER = re.compile(r"^[^,;。]{0,16}?(?:标准|基准|为界|门槛|的比例|计算|测算|执行)")
_BASE_AFTER = re.compile(r"^[^,;。]{0,4}的?基础上")
_SUBSIDY = re.compile(
    r"奖补|补助|补贴|贴息|奖励|资助|奖金|给予|减免|返还|罚款|处罚|处以|起征|赔偿|减按|按.{0,12}比例|支持额度|优惠"
)
_SUBSIDY_BEFORE = re.compile(
    r"(?:给予|最高|不超过|按照?|单个|每[家户个人年]|一次性|奖补|补助|补贴|贴息|奖励|资助|分别给予)[^,;。]{0,40}$"
)
_FOLLOW = re.compile(rf"(?:{FOLLOW_VERBS}|支持|用于)")
_CHANGE_AFTER = re.compile(r"^(?:增|升|降|提|减|缩|扩|调|跃|上|下|回)")
_MONEY_FOLLOW = re.compile(rf"[^,;。、\d]{{0,14}}?(?:{MONEY_NOUNS})")
_SIZED_AFTER = re.compile(r"^(?:的|以上|级).{0,4}(?:项目|企业|产业(?!引导|基金|投资)|平台)")
_MONEY_ENDS = re.compile(r"^(?:的?(?:年度|目标)|人民币|\(|全覆盖|大关|台阶|的(?=\d))")
_OUTPUT_BEFORE = re.compile(r"(?:年产|日产|年处理|日处理|总装机|总建筑面积)$")
_WORKS_AFTER = re.compile(r"^的?[一-龥]{0,12}(?:项目|生产线|工程|基地|工厂)")
_HEADS = frozenset({"人", "人口", "户"})
_PLACE_AFTER = re.compile(r"^的?(?:城市|城镇|县城|镇|乡镇|村|社区|企业|单位|园区)")
_SIZE_BEFORE = re.compile(r"(?:年产|单体|总|建筑|面积|产能|装机|规模|超)[一-龥]{0,4}$")


def is_policy(place: Place) -> bool:
    """Clauses of a policy ("惠企政策30条") and parts of a structure ("8大领域")."""
    quantity = place.quantity
    if quantity.base_unit == "条":
        return bool(_POLICY.search(place.before) or _POLICY_AFTER.match(place.after))
    is_small = quantity.value is not None and quantity.value < 20
    return quantity.base_unit in ("个", "项") and is_small and bool(_STRUCTURE_AFTER.match(place.after))


def is_peers(place: Place) -> bool:
    """The number of those compared with ("在41个城市中居第3")."""
    return _PEERS_AFTER.match(place.after) is not None


def is_norm(place: Place) -> bool:
    """By which something is judged ("以亩均税收3万元为标准"), or what it builds on."""
    if place.after.startswith("全覆盖") and place.quantity.base_unit == "%":
        return True
    if _BASE_AFTER.match(place.after):
        return True
    return bool(_NORM_BEFORE.search(place.before) and _NORM_AFTER.match(place.after))


def is_subsidy(place: Place) -> bool:
    """What somebody is paid or let off."""
    quantity = place.quantity
    if quantity.base_unit not in MONEY and quantity.base_unit != "%":
        return False
    clause = place.text[place.start : min(len(place.text), quantity.end + 24)]
    return bool(_SUBSIDY_BEFORE.search(place.before) and _SUBSIDY.search(clause))


def is_threshold(place: Place) -> bool:
    """How big the counted things are."""
    quantity, text = place.quantity, place.text
    after = text[quantity.tail : min(place.limit, quantity.tail + 24)]
    if not after or after[0] in ",;。:!?、)和与及并”" or quantity.form in ("fraction", "multiple", "half"):
        return False
    if quantity.base_unit in MONEY:
        return _is_money_threshold(after, quantity.has_suffix)
    if quantity.base_unit == "%":
        return quantity.has_prefix and place.has_later and after.startswith("的")
    if _OUTPUT_BEFORE.search(place.before) and _WORKS_AFTER.match(after):
        return True
    if quantity.base_unit in _HEADS and quantity.has_suffix and _PLACE_AFTER.match(after):
        return True
    if quantity.base_unit not in SIZE_UNITS or not quantity.has_suffix or not re.match(r"^的?[一-龥]", after):
        return False
    return place.has_later or bool(_SIZE_BEFORE.search(text[max(0, quantity.head - 6) : quantity.head]))


def _is_money_threshold(after: str, has_suffix: bool) -> bool:
    if _MONEY_FOLLOW.match(after):
        return _SIZED_AFTER.match(after) is not None
    if _CHANGE_AFTER.match(after) or (_FOLLOW.match(after) and not has_suffix):
        return False
    return _MONEY_ENDS.match(after) is None
