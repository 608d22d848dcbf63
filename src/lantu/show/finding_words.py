"""Words for what the checker finds: kinds, states, verdicts, recomputed figures, and why a rule matters.

In: codes of the checker and the registry. Out: words of the language in force. Left out
on purpose: the sentences of one finding, which the rule wrote in Chinese.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from lantu.check.compare import Verdict
from lantu.check.english import ENGLISH
from lantu.check.registry import RULES
from lantu.core.finding import FindingKind, Relation
from lantu.run.check_state import State
from lantu.show.language import is_english

KINDS: dict[str, Any] = {
    FindingKind.ARITHMETIC: _("算术不符"),
    FindingKind.COUNT_CHECK: _("个数与列举"),
    FindingKind.IMPLIED: _("隐含数值冲突"),
    FindingKind.UNIT_MISMATCH: _("单位不符"),
    FindingKind.PROSE_VS_TABLE: _("正文与表格"),
    FindingKind.STATUS_VS_VALUES: _("完成情况与数值"),
    FindingKind.NAME_VS_VALUE: _("名称与数值"),
    FindingKind.MISSING_ACTUAL: _("缺少数值"),
    FindingKind.CROSS_DOCUMENT: _("文件之间不一致"),
    FindingKind.TARGET_CHANGE: _("目标有变"),
    FindingKind.TARGET_DROPPED: _("目标没有下文"),
    FindingKind.TARGET_ALREADY_MET: _("目标已达到"),
    FindingKind.TARGET_MISSED: _("目标没有达到"),
    FindingKind.TARGET_WEAKER_THAN_BASE: _("目标低于现状"),
    FindingKind.LEVEL_VS_LEVEL: _("上下级目标"),
    FindingKind.DISTRICT_VS_CITY: _("区县与全市"),
    FindingKind.DUPLICATE_TEXT: _("文字重复"),
    FindingKind.TEXT_DAMAGE: _("文字残缺"),
    FindingKind.TYPO: _("错别字"),
    FindingKind.NAMING: _("名称不统一"),
    FindingKind.TOC_VS_BODY: _("目录与正文"),
    FindingKind.HEADING_STYLE: _("标题序号"),
}

STATES: dict[str, Any] = {
    State.OPEN: _("待处理"),
    State.REOPENED: _("重新打开"),
    State.ACCEPTED: _("已接受"),
    State.FIXED: _("已改正"),
    State.LAPSED: _("不再检出"),
}

VERDICTS: dict[str, Any] = {
    "accepted": _("接受"),
    "fixed": _("已改正"),
    "lapsed": _("不再检出"),
    "reopened": _("重新打开"),
    "withdrawn": _("撤回"),
}

COMPUTED: dict[str, Any] = {
    "recomputed": _("推算"),
    "stated": _("文中"),
    "base": _("基期"),
    "target": _("目标"),
    "level": _("现状"),
    "promised": _("目标"),
    "reported": _("完成"),
    "sum": _("合计"),
    "text": _("文中"),
    "prose": _("正文"),
    "table": _("表中"),
    "city": _("全市"),
    "district": _("区县"),
    "implied_population_wan": _("隐含人口（万人）"),
    "first": _("前一处"),
    "second": _("后一处"),
    "earlier": _("前一份"),
    "later": _("后一份"),
    "nominal": _("按现价推算"),
    "named": _("名称中"),
    "multiple": _("倍数"),
    "heading": _("标题"),
    "gdp": _("生产总值"),
}

COMPARISONS: dict[str, Any] = {
    Verdict.HIGHER: _("数值提高"),
    Verdict.LOWER: _("数值降低"),
    Verdict.WORDING: _("限定词不同"),
    Verdict.ONLY_FIRST: _("仅见于前者"),
    Verdict.ONLY_SECOND: _("仅见于后者"),
    Verdict.NOT_COMPARABLE: _("不可比"),
    Verdict.SAME: _("相同"),
}
"""In the order pages list them."""

RELATIONS: dict[str, Any] = {
    Relation.SAME: _("同一指标"),
    Relation.SCOPE_DIFFERS: _("口径不同"),
    Relation.RELATED: _("有关联"),
    Relation.DIFFERENT: _("不可比"),
}

_RULES = {rule.code: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a rule says of all its findings.

    Attributes:
        title: A few words.
        why: Why it matters.
        todo: What to do.
    """

    title: str
    why: str
    todo: str


def rule_words(code: str) -> RuleWords:
    """The rule's own words in the language in force; of a rule that is gone, its code."""
    if code not in _RULES:
        return RuleWords(code, "", "")
    if is_english():
        return RuleWords(*ENGLISH[code])
    rule = _RULES[code]
    return RuleWords(rule.title, rule.why, rule.todo)
