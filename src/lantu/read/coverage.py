"""Promises without a figure: all covered, none left, the first of its kind.

In: one stream's text. Out: places where such words stand, with the name of
what is covered. Left out on purpose: "fully built" and the like, which praise
more often than they promise.
"""

import re
from dataclasses import dataclass

from lantu.read.indicators import Name, find_left_name

_WORD = re.compile(
    r"(?P<full>(?:(?<![健安齐])全|全域|全面|全员)覆盖[”\"]?(?!面|成果|行动|工程|攻坚|式|建设|工作|目标|[“”])"
    r"|(?:全面|全部)(?:实现)?(?:达标|达到(?!或?\d)|摘帽|脱贫|消除|清零|取缔|销号)(?!区|村|县|机制)"
    r"|应(?P<verb>[一-龥])尽(?P=verb)(?:、应[一-龥]尽[一-龥])*"
    r"|(?:县县|村村|镇镇|乡乡|户户)(?:有|通|连|建)[一-龥]{1,6}(?:、处处[一-龥]{2,5})?)"
    r"|(?P<none>清零[”\"]?(?!行动|攻坚|工程|方案|任务|专项|计划|、?改革|最)"
    r"|零(?:增长|填埋|排放|新增|死亡|发生|事故|污染|缺口|返贫|投诉|失管)[”\"]?(?!区|村|建设)"
    r"|无[一-龥]{2}(?:、[一-龥]{2}无[一-龥]{2}){2,})"
    r"|(?P<first>零[”\"]?的?突破)"
)
_CLAIMED = re.compile(r"(?:保持|实现|确保|成为|达到|做到|力争)[^,;。]{0,14}$")
_EVERY = re.compile(r"县县|村村|镇镇|乡乡|户户")
_LEAD_WORDS = re.compile(r"(?:100%|动态|基本|全面|全部|实现|[“\"]|[一-龥]{2}(?=无))+$")
_BREAK = ",;。:!?"
_SKIP_AHEAD = re.compile(r"^(?:的(?:基础上|目标下)|成果)")
MAX_CLAUSE = 70


@dataclass(frozen=True, slots=True)
class Coverage:
    """One such promise.

    Attributes:
        start: Where its clause begins.
        end: After the deciding word.
        word: Where the deciding word begins.
        form: full_coverage, zero or break_zero.
        name: What is covered, or None.
    """

    start: int
    end: int
    word: int
    form: str
    name: Name | None


_FORMS = {"full": "full_coverage", "none": "zero", "first": "break_zero"}


def find_coverage(text: str) -> tuple[Coverage, ...]:
    """All promises of full coverage, of none left or of a first one."""
    if not any(sign in text for sign in ("覆盖", "清零", "零", "全面", "全部", "尽", "县县", "村村", "无")):
        return ()
    found: list[Coverage] = []
    for match in _WORD.finditer(text):
        if _SKIP_AHEAD.match(text[match.end() : match.end() + 6]) or _is_in_title(text, match.start()):
            continue
        lead = _LEAD_WORDS.search(text, max(0, match.start() - 10), match.start())
        begin = lead.start() if lead is not None else match.start()
        start = _clause_start(text, begin)
        if match.group().startswith("零") and match["none"] and not _CLAIMED.search(text[start : match.start()]):
            continue
        if found and match.start() <= found[-1].end + 1:
            continue
        if found and start < found[-1].end:
            start = found[-1].end
            while start < begin and text[start] in '、,和”"':
                start += 1
        name = find_left_name(text, start, begin, True)
        if name is not None and "实现" in name.text[1:]:
            inner = text.index("实现", name.start + 1)
            name = Name(name.start, inner, text[name.start : inner])
        if name is None and _EVERY.match(match.group()):
            name = Name(match.start(), match.end(), match.group())
        if name is None and start > 1:
            earlier = _clause_start(text, start - 1)
            name = find_left_name(text, earlier, start - 1, True)
            start = earlier if name is not None else start
        found.append(
            Coverage(max(start, match.end() - MAX_CLAUSE), match.end(), begin, _FORMS[str(match.lastgroup)], name)
        )
    return tuple(found)


def _clause_start(text: str, position: int) -> int:
    depth = 0
    for i in range(position - 1, -1, -1):
        c = text[i]
        if c in ")”》":
            depth += 1
        elif c in "(“《":
            depth -= 1
        elif c in _BREAK and depth <= 0:
            return i + 1
    return 0


def _is_in_title(text: str, position: int) -> bool:
    opened = text.rfind("《", 0, position)
    return opened >= 0 and text.find("》", opened, position) < 0
