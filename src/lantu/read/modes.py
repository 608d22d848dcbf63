"""Promised or done: what headings and words say about a passage.

In: a heading's or sentence's text and the years the document speaks from.
Out: a mode with the year that the passage is about. Left out on purpose:
single figures; `prose_scope` joins headings, years and words for each.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from lantu.core.entry import Modality
from lantu.read.years import Clock, Role, find_years, read_plan_name

_REVIEW = re.compile(
    r"回顾|成就|成效|成绩|回眸|总结|工作情况|完成情况|执行情况|实施情况|进展情况|主要工作(?!任务|安排|目标)|发展基础|现实基础|基础条件|发展条件|现状|"
    r"面临|形势|(?:发展|宏观|外部|内外部|国内外)环境|环境(?:分析|条件)|机遇[和与]?挑战|背景|取得|过去[一五]?|一年来|五年来|经验|突出问题|存在问题|概况|综述|迈上新台阶|实现新|取得新|展现新|得到新"
)
_AHEAD = re.compile(
    r"目标|任务|安排|打算|思路|重点|举措|措施|要求|未来|今后|下一步|工作建议|保障|展望|建设|工程|行动|加快|推进|提升|打造|构建|完善|强化|深化|着力|推动|实施|坚持|优化|健全|改善|改进|保护|治理|发展|增进|保障|筑牢|增强|扩大|培育|拓展|促进|做强|做优|建立|统筹|落实|全面"
)
_STRONG_REVIEW = re.compile(
    r"回顾|成就|回眸|执行情况|完成情况|实施情况|工作情况|发展基础|现实基础|现状|过去[一五]?年|[一五]年来|取得(?!新|更)[^,;。]{0,8}成[效绩果]|(?:主要|工作|发展|建设)成[效绩果]|工作总结|基本[市省县区]情"
)
_TO_DO = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,4}[章节篇编])?[^一-龥]*(?:[一二三四五六七八九十]+[、)])?(?:进一步|着力|持续|不断|全面|加快|大力|积极)*"
    r"(?:优化|改善|打造|建设|营造|推进|构建|提升|加强|完善|创造|强化|抢抓|把握|应对|保护|净化|美化)"
)
_HARD_REVIEW = re.compile(r"回顾|现状|发展基础|现实基础|十[一二三四五]五|工作情况|完成情况|执行情况")
_STRONG_AHEAD = re.compile(r"目标|任务|安排|打算|思路|今后|未来|下一步|展望|指导思想|总体要求|重点工作")
_TURN = re.compile(
    r"(?:今年|明年|做好\d{4}年|\d{4}年)(?:的|全市|全县|全区|全省|政府|我们|我市|经济社会发展|国民经济和社会发展|的?主要)*"
    r"(?:工作(?:的)?(?:总体要求|指导思想|总体思路|总的要求|基本思路|主要目标)|经济社会发展(?:的)?(?:主要)?(?:预期)?目标|(?:主要)?(?:预期)?(?:发展)?目标)"
)
_DONE_WORDS = re.compile(r"目前|截至|迄今|已(?!有规划)|现有|达到了|取得了|实现了|完成了|突破了|先后")
_FUTURE_WORDS = re.compile(
    r"力争|争取|确保|将(?!军)|要(?=[实达完建新加推])|努力|计划(?=[新建投实])|拟|预期目标|到20[2-9]\d年"
)
_STRIVE = re.compile(r"力争|争取|争创|努力|奋力|冲刺|力促")
_EXPECTED = re.compile(r"有望|预计|预期(?!寿命|性|目标)|可望")
_PLANNED = re.compile(r"拟|计划(?=[新建投完实引])|谋划|规划(?=建设|新建)")


class Mode(StrEnum):
    """Whether a passage promises or reports."""

    AHEAD = "ahead"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Passage:
    """What a heading says about the text under it.

    Attributes:
        mode: Promised or done, or None where the heading does not say.
        year: The year it is about, or None.
        is_strong: Whether it says so without doubt.
    """

    mode: Mode | None
    year: int | None
    is_strong: bool = False


def read_heading(title: str, clock: Clock, is_report: bool) -> Passage:
    """What a heading tells about what stands under it.

    Args:
        title: The heading's words, plain punctuation.
        clock: The years the document speaks from.
        is_report: Whether the document reports and promises in turn (work
            reports), so that a bare year in a heading decides the mode.
    """
    year = _year_of(title, clock)
    is_over = year is not None and clock.last is not None and year <= clock.last
    if _STRONG_REVIEW.search(title):
        return Passage(Mode.REVIEW, year if is_over else None, True)
    if _STRONG_AHEAD.search(title):
        mode = Mode.REVIEW if is_report and is_over else Mode.AHEAD
        return Passage(mode, year, True)
    if is_report and year is not None and clock.last is not None:
        return Passage(Mode.REVIEW if is_over else Mode.AHEAD, year, True)
    if not is_report and _REVIEW.search(title) and _TO_DO.match(title) is None:
        return Passage(Mode.REVIEW, year if is_over else None)
    if not is_report and _AHEAD.search(title):
        return Passage(Mode.AHEAD, None if is_over else year)
    return Passage(None, None)


def _year_of(title: str, clock: Clock) -> int | None:
    """The year a heading names; of several, the end of the plan's period, else the first."""
    years = [
        m.year
        for m in find_years(title, clock)
        if m.year is not None and m.role not in (Role.BASE, Role.SINCE, Role.NOW)
    ]
    if clock.period is not None and clock.period[1] in years:
        return clock.period[1]
    for own in (clock.issued, clock.last):
        if own is not None and own in years:
            return own
    named = read_plan_name(title)
    return named if named is not None else years[0] if years else None


def looks_back_for_sure(title: str) -> bool:
    """Whether a heading speaks of the past even among headings of goals."""
    return _HARD_REVIEW.search(title) is not None


def turns_ahead(sentence: str) -> bool:
    """Whether the sentence opens the part of a report that speaks of the coming year."""
    return _TURN.search(sentence) is not None


def has_done_words(sentence: str) -> bool:
    """Whether the sentence says that something is already so."""
    return _DONE_WORDS.search(sentence) is not None


def has_future_words(sentence: str) -> bool:
    """Whether the sentence says that something is still to come."""
    return _FUTURE_WORDS.search(sentence) is not None


def read_modality(clause: str) -> Modality:
    """How firmly the clause speaks."""
    if _STRIVE.search(clause):
        return Modality.STRIVE
    if _EXPECTED.search(clause):
        return Modality.EXPECTED
    if _PLANNED.search(clause):
        return Modality.PLAN
    return Modality.FIRM
