"""What a document says of itself: title, kind, place, period, date.

In: text, shadow and lines. Out: `DocumentFacts`, and what was not found.
Left out on purpose: which places there are; a gazetteer is handed in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import DocumentFacts
from lantu.read.codes import diagnose
from lantu.read.gazetteer import NOWHERE, Gazetteer
from lantu.read.lines import Line
from lantu.read.table_columns import name_period

_FRONT = re.compile(r"^title:\s*(?P<title>.+)$")
_GENRE = re.compile(
    r"(?:纲要|规划|计划|方案|报告|公报|意见|政策|要点|决定|办法)(?:\((?:19|20)\d\d\s*[-—~至]\s*(?:19|20)?\d\d年?\)|\(.{2,30}\))?$"
)
_NOTICE = re.compile(r"关于印发|关于发布|关于公布|的通知$|^转发|^附件")
_REST_OF_TITLE = re.compile(
    r"^(?:和|及|与|第[一二三四五六七八九十]|[“\"(]|(?:20\d\d)|(?:远景|发展|行动|实施|专项)|(?:规划|计划|纲要|方案))"
)
_TERM = re.compile(r"规划期(?:限|间)?(?:为|是|:)?\s*((?:19|20)\d\d)\s*年?\s*[-—~至到]{1,2}\s*((?:19|20)\d\d)")
_BREADCRUMB = re.compile(r"当前位置|首页|>|浏览|来源|记者|日报")
_QUOTED = re.compile(r"《([^》]{6,60})》")
_KINDS = (
    ("work_report", re.compile(r"政府工作报告|工作报告")),
    ("bulletin", re.compile(r"统计公报|公报")),
    ("annual_plan", re.compile(r"计划(?:执行情况|草案).*报告|年度计划|20\d\d年.*(?:发展|工作)计划")),
    ("outline", re.compile(r"五年规划|规划纲要|远景目标纲要|五年规划纲要")),
    ("action_plan", re.compile(r"行动(?:计划|方案|纲要)|实施(?:方案|意见|计划)|三年.*计划|若干政策|工作方案|要点")),
    ("special_plan", re.compile(r"规划")),
)
_REGION = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:特别行政区|自治区|自治州|自治县|地区|新区|省|市|区|县|州|盟|旗)")
_LEAD = re.compile(r"^(?:关于印发|关于|印发|中共|推进|打造|建设|年?(?:\d{1,2}月)?\d{0,2}日?在|年)")
_NO_REGION = re.compile(
    r"^(?:国家|自治|三角洲|中心|城市|全市|全区|全县|示范|都市|园区|社区|新市|我市|我区|我县|各省|各市|省市|高新|开发)|[的和与及]|关于|高新区$|开发区$|示范区$"
)
_COUNTRY = re.compile(r"中华人民共和国|^国务院")
_DATE = re.compile(r"(?P<y>(?:19|20)\d\d)\s*[年./-]\s*(?P<m>\d{1,2})\s*[月./-]\s*(?P<d>\d{1,2})\s*日?")
_ISSUE_WORD = re.compile(r"发布(?:日期|时间)|成文日期|印发|发文日期|日期")
_SINGLE_YEAR = re.compile(r"((?:19|20)\d\d)\s*年")
_RANGE = re.compile(r"((?:19|20)\d\d)\s*年?\s*[-—~至]{1,2}\s*((?:19|20)\d\d)\s*年")
_CLAUSE = re.compile(r"[,，。:]")
_OPENING = 60
_TITLE_LINES = 40
_PLANS = ("outline", "special_plan", "action_plan", "annual_plan")


@dataclass(frozen=True, slots=True)
class FoundFacts:
    """The facts and what was not found."""

    facts: DocumentFacts
    diagnostics: tuple[Diagnostic, ...]


def find_facts(
    text: str,
    shadow: str,
    lines: Sequence[Line],
    source: str,
    sha256: str,
    encoding: str,
    places: Gazetteer = NOWHERE,
    home: str = "",
) -> FoundFacts:
    """Facts from the front matter, the first lines and the title.

    Args:
        text: The canonical text.
        shadow: Its shadow.
        lines: Of the shadow.
        source: Name of the file.
        sha256: Of its bytes.
        encoding: The bytes had.
        places: Names and codes.
        home: Code of the place somebody said the document is of, or "".
    """
    opening = [line for line in lines[:400] if not line.is_blank][:_OPENING]
    title = _find_title(opening)
    kind = _find_kind(title)
    region = _find_region(title, opening, places)
    code = places.find_home(region, title + " ".join(line.text for line in opening), home)
    period = _find_period(title, opening, kind)
    facts = DocumentFacts(
        source,
        sha256,
        len(text),
        _as_printed(title, text, shadow, opening),
        kind,
        region,
        code,
        period,
        _find_date(title, opening),
        encoding,
    )
    missing = []
    if not title:
        missing.append(diagnose("R010", f"{source} has no line that looks like a title", about=source))
    if period is None and kind in _PLANS:
        note = f"{source} does not name the years it is for"
        missing.append(diagnose("R011", note, about=source, severity=Severity.INFO))
    if not code and len(several := places.by_name.get(region, ())) > 1:
        note = f"{source} is of {region}, which may be {' or '.join(place.code for place in several)}"
        missing.append(diagnose("R013", note, about=source, severity=Severity.INFO))
    return FoundFacts(facts, tuple(missing))


def _find_title(opening: Sequence[Line]) -> str:
    best, best_score = "", 0
    for at, line in enumerate(opening[:_TITLE_LINES]):
        front = _FRONT.match(line.text)
        if front and at < 8:
            return " ".join(front["title"].split())
        text = _fold(line.text.strip("*#> "))
        candidate = _CLAUSE.split(text, maxsplit=1)[0] if len(text) > 60 and at < 3 else text
        score = _score_title(candidate, line, at)
        joined = _join_title(candidate, opening[at + 1 : at + 2])
        if joined:
            candidate, score = joined, _score_title(joined, line, at) + 1
        if score > best_score:
            best, best_score = candidate, score
    return best or _quoted_title(opening)


def _join_title(first: str, behind: Sequence[Line]) -> str:
    """A title set on two lines, or "" where the next line is no rest of it."""
    rest = _fold(behind[0].text.strip("*#> ")) if behind else ""
    if not rest or len(first) > 40 or len(rest) > 40 or not _REGION.search(first) or first[-1] in "。;:,)":
        return ""
    is_rest = bool(_REST_OF_TITLE.match(rest)) and bool(_GENRE.search(rest)) and not _REGION.match(rest)
    return first + rest if is_rest and not _NOTICE.search(first + rest) else ""


def _score_title(text: str, line: Line, at: int) -> int:
    if not 4 <= len(text) <= 60 or text[-1] in "。;:,":
        return 0
    if _BREADCRUMB.search(text):
        return 0
    score = 3 * bool(_GENRE.search(text)) + bool(_REGION.search(text)) - 3 * bool(_NOTICE.search(text))
    score -= 2 * text.startswith(("根据", "按照", "为", "《"))
    if score <= 1 and at < 3 and len(line.text) <= 40 and not _DATE.search(text):
        return 1
    return score if score > 1 else 0


def _quoted_title(opening: Sequence[Line]) -> str:
    for line in opening:
        found = _QUOTED.search(line.text)
        if found and _GENRE.search(found[1]):
            return _fold(found[1])
    return ""


def _as_printed(title: str, text: str, shadow: str, opening: Sequence[Line]) -> str:
    """The title with the punctuation of the text, where the shadow changed it."""
    for line in opening:
        at = shadow.find(title, line.start, line.end)
        if title and at >= 0:
            return text[at : at + len(title)]
    return title


def _fold(text: str) -> str:
    """Blanks beside Chinese characters taken off, others made one."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", " ".join(text.split()))


def _find_kind(title: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(title)), "news")


def _find_region(title: str, opening: Sequence[Line], places: Gazetteer) -> str:
    if _COUNTRY.search(title):
        return "中国"
    named = _regions_in(title) or places.find_short(title)
    if named:
        return named
    for line in opening:
        named = _regions_in(line.text[:60])
        if named:
            return named
        if _COUNTRY.search(line.text[:60]):
            return "中国"
    return ""


def _regions_in(text: str) -> str:
    """The innermost place of the first chain of place names ("嘉兴市秀洲区" gives 秀洲区)."""
    chain, at = "", 0
    for found in _REGION.finditer(text):
        name = _LEAD.sub("", found[0])
        if _NO_REGION.search(name) or len(name) < 2:
            continue
        if chain and (found.start() != at or name != found[0]):
            break
        chain, at = name, found.end()
    return chain


def _find_period(title: str, opening: Sequence[Line], kind: str) -> tuple[int, int] | None:
    if kind in ("work_report", "bulletin", "news"):
        return None
    named = _years_in(title)
    if named:
        return named
    for line in opening[:20]:
        named = _years_in(line.text[:200]) if _GENRE.search(line.text.strip("》 ")[:60]) else None
        if named:
            return named
    for line in opening:
        term = _TERM.search(line.text)
        if term and int(term[1]) < int(term[2]):
            return int(term[1]), int(term[2])
    years = [int(year) for year in _SINGLE_YEAR.findall(title)]
    return (max(years), max(years)) if years and kind == "annual_plan" else None


def _years_in(text: str) -> tuple[int, int] | None:
    between = _RANGE.search(text)
    if between and int(between[1]) < int(between[2]):
        return int(between[1]), int(between[2])
    return name_period(text)


def _find_date(title: str, opening: Sequence[Line]) -> str:
    places = [title]
    places += [line.text for line in opening if _ISSUE_WORD.search(line.text) and len(line.text) < 120]
    places += [line.text for line in opening if len(line.text) <= 60]
    for text in places:
        found = _DATE.search(text)
        if found and 1 <= int(found["m"]) <= 12 and 1 <= int(found["d"]) <= 31:
            return f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}"
    return ""
