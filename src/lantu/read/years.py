"""Mentions of years and how long each governs what follows.

In: one stream's text and the year the document speaks from. Out: mentions in
order, each with its year and its role: a due date, a plain year, a base to
compare with, an interval. Left out on purpose: years of headings and of the
plan as a whole, which `prose_scope` keeps.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from lantu.core.entry import YearSource

_ORDINALS = {
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
    "十三": 13,
    "十四": 14,
    "十五": 15,
    "十六": 16,
    "十七": 17,
}
_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "O": "0"}

_MENTION = re.compile(
    r"(?P<lead>(?:力争|确保|争取|预计|计划|努力)?(?:截至|截止到?|到|至|在|从|由|自|比|较|对照|与|是|相当于|为|于)?)?"
    r"(?P<year>(?<!\d)(?:19|20)\d{2}|二[〇○零O][〇○零O一二三四五六七八九]{2})"
    r"(?:年(?:至|到|-{1,2})|-{1,2}|至|~)?(?P<year2>(?<=[年至到~-])(?:20\d{2}|二[〇○零O][〇○零O一二三四五六七八九]{2}))?"
    r"(?P<nian>年)(?!的?(?:(?:不变|可比|现行)价|价格?(?:计|核|[),;。])))(?P<tail>年?底前?|末|年?初|以前|之前|前|以来|起|开始|(?:的|同期的?)?基础上|同期|相比|度)?"
)
_PERIOD = re.compile(
    r"(?P<lead>到|至|较|比|与|是|相当于)?[“\"‘]?(?P<n>十[一二三四五六七]?|[七八九])五[”\"’]?(?P<tail>时期|期间|末|期末|以来|规划期末|收官|初|(?=[,，])|五年|(?=我[市县区省们]))(?P<of>的)?"
)
_RELATIVE = re.compile(
    r"(?P<lead>较|比|与|同|和)?(?P<word>今年底?以?来?|本年|今年底|明年|去年|上年|上一年|前年|过去一年|一年来|这一年|全年|五年来|五年间|过去五年|过去的五年|这五年|近五年|"
    r"如今|现如今|未来五年|今后五年|未来5年|今后5年|本届政府任期|目前|截至目前|同期|近年来)"
)
_SIGN = re.compile(r"年|五|目前|同期|如今")
_DIGITS_OF_YEAR = re.compile(r"(?:19|20)\d|二[〇○零O]")
_ANNUAL = re.compile(r"每年|逐年|年均(?=[新培引举实开完建组])|每年度")


class Role(StrEnum):
    """What a mention of a year does."""

    DUE = "due"
    PLAIN = "plain"
    BASE = "base"
    SINCE = "since"
    INTERVAL = "interval"
    ANNUAL = "annual"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class YearMention:
    """One mention.

    Attributes:
        start: Offset in the stream.
        end: Offset after it.
        year: The (last) year, or None for 每年.
        role: What it does.
        source: explicit for digits, implicit for 去年 and the like.
        first: First year of an interval, else None.
        is_plain: Whether it ends with 年 itself, so that "2015年的68" dates the 68.
    """

    start: int
    end: int
    year: int | None
    role: Role
    source: YearSource
    first: int | None = None
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """The years a document speaks from.

    Attributes:
        issued: Year of issue, or None.
        last: Last year that is over when the document speaks, or None.
        period: First and last year of the plan, or None.
    """

    issued: int | None
    last: int | None
    period: tuple[int, int] | None


def read_year(text: str) -> int:
    """2025 from "2025" or "二〇二五"."""
    return int("".join(_DIGITS.get(c, c) for c in text))


def _explicit(text: str, match: re.Match[str]) -> YearMention | None:
    lead, tail = match["lead"] or "", match["tail"] or ""
    year, last = read_year(match["year"]), match["year2"]
    after = text[match.end() : match.end() + 8]
    month = re.match(r"\d{1,2}月", after)
    day = re.match(r"\d{1,2}月\d{1,2}日", after)
    if day and not lead.startswith("截"):
        return None
    if last:
        role = Role.BASE if lead.endswith(("较", "比")) else Role.INTERVAL
        return YearMention(match.start(), match.end(), read_year(last), role, YearSource.EXPLICIT, year)
    role = Role.PLAIN
    if (
        tail.endswith(("基础上", "同期", "相比"))
        or lead.endswith(("比", "较", "对照", "与", "相当于", "从", "由"))
        or (lead.endswith("是") and after.startswith("的"))
        or after.startswith("的基础上")
        or re.match(r"[一-龥]{0,8}(?:的)?基础上", after)
    ):
        role = Role.BASE
    elif tail in ("以来", "起", "开始") or lead.endswith("自"):
        role = Role.SINCE
    elif lead.endswith(("到", "至", "截止", "截至")) or tail.endswith(("前", "底")):
        role = Role.DUE
    end = match.end() + (month.end() if month else 0)
    return YearMention(match.start(), end, year, role, YearSource.EXPLICIT, is_plain=not tail)


def _of_period(match: re.Match[str]) -> YearMention | None:
    end_year = 2005 + 5 * (_ORDINALS[match["n"]] - 10)
    if (match["lead"] or "") in ("较", "比", "与", "是", "相当于"):
        return YearMention(match.start(), match.end(), end_year, Role.BASE, YearSource.EXPLICIT)
    if match["tail"] == "初":
        end_year -= 5
    role = Role.DUE if match["tail"] in ("末", "期末", "规划期末") else Role.INTERVAL
    return YearMention(match.start(), match.end(), end_year, role, YearSource.EXPLICIT, end_year - 4)


def _of_relative(match: re.Match[str], clock: Clock) -> YearMention | None:
    word, issued, last = match["word"], clock.issued, clock.last
    implicit = YearSource.IMPLICIT
    at = (match.start(), match.end())
    if match["lead"] or word in ("上年", "上一年", "同期"):
        return YearMention(*at, None if last is None else last - 1, Role.BASE, implicit)
    if word.startswith(("今年", "本年")):
        return YearMention(*at, issued, Role.PLAIN, implicit) if issued is not None else None
    if word == "明年":
        return YearMention(*at, issued + 1, Role.DUE, implicit) if issued is not None else None
    if word == "前年":
        return YearMention(*at, issued - 2, Role.PLAIN, implicit) if issued is not None else None
    if word in ("去年", "过去一年", "一年来", "这一年"):
        return YearMention(*at, last, Role.PLAIN, implicit) if last is not None else None
    if word in ("五年来", "五年间", "过去五年", "过去的五年", "这五年", "近五年"):
        return YearMention(*at, last, Role.INTERVAL, implicit, last - 4) if last is not None else None
    if word.startswith(("未来", "今后", "本届")):
        end = clock.period[1] if clock.period else (issued + 4 if issued is not None else None)
        return YearMention(*at, end, Role.INTERVAL, implicit) if end is not None else None
    if word in ("如今", "现如今"):
        return YearMention(*at, issued, Role.NOW, implicit) if issued is not None else None
    if word in ("目前", "截至目前"):
        return YearMention(*at, last, Role.NOW, implicit)
    return None


def read_plan_name(title: str) -> int | None:
    """Last year of the plan a heading names ("“十四五”发展思路"), or None."""
    match = re.search(r"[“\"](十[一二三四五六七]?)五[”\"]|第(十[一二三四五六七]?)个五年", title)
    return 2005 + 5 * (_ORDINALS[match[1] or match[2]] - 10) if match is not None else None


def _is_quoted_title(text: str, position: int) -> bool:
    opened = text.rfind("《", 0, position)
    return opened >= 0 and text.find("》", opened, position) < 0


def find_years(text: str, clock: Clock) -> tuple[YearMention, ...]:
    """All mentions of one stream in order; titles in 《》 and the year of prices (2020年价) name no time."""
    if not _SIGN.search(text):
        return ()
    found: list[YearMention] = []
    for match in _MENTION.finditer(text) if _DIGITS_OF_YEAR.search(text) else ():
        if not _is_quoted_title(text, match.start()):
            mention = _explicit(text, match)
            if mention is not None:
                found.append(mention)
    for match in _PERIOD.finditer(text) if "五" in text else ():
        if not _is_quoted_title(text, match.start()) and (mention := _of_period(match)) is not None:
            found.append(mention)
    for match in _RELATIVE.finditer(text):
        if (mention := _of_relative(match, clock)) is not None:
            found.append(mention)
    found.extend(YearMention(m.start(), m.end(), None, Role.ANNUAL, YearSource.ANNUAL) for m in _ANNUAL.finditer(text))
    return tuple(sorted(found, key=lambda mention: mention.start))
