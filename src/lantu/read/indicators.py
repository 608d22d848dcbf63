"""What a figure is about: the name to its left, or behind it.

In: a stream's text, a quantity and the stretch of text that may hold its
name. Out: the name's offsets and its clean words. Left out on purpose:
matching a name with a definition, which is done once packs are known.
"""

import re
from dataclasses import dataclass

from lantu.read import lexicon_verbs as words

_MARKS = r"[的了、,;:·#*]|\((?=[^()]*$)|\)|[\"”’)]|-+|\d+[.、)]|[一二三四五六七八九十]+[是要](?=.)|到?20\d\d年底?,?"
_PLACE = r"[一-龥]{2,4}?(?:全[市县区省州])"
_LEADING = re.compile(
    rf"^(?:(?:{words.MANNERS})(?={words.STRONG_VERBS}|{words.ADVERBS})|(?:{words.ADVERBS})(?=.)|(?:{words.PARTICLES})(?=.)|(?:{words.SCOPES}|{_PLACE})(?=.)|(?:{words.STRONG_VERBS})(?![率数量额面区比价型者力费的])(?=.)|{_MARKS})"
)
_SOFT_LEADING = re.compile(
    rf"^(?:(?:{words.MANNERS})(?={words.STRONG_VERBS}|{words.ADVERBS})|(?:{words.MANNERS})(?={words.STRONG_VERBS}|{words.ADVERBS})|(?:{words.ADVERBS})(?=.{{2}})|(?:{words.PARTICLES})(?=.{{2}})|(?:{words.SCOPES}|{_PLACE})(?=.{{2}})|{_MARKS}|(?:{words.ACTION_HEADS})(?![率数量额面区比价型者力费的])(?=.{{3}}))"
)
_TRAILING = re.compile(
    rf"(?:(?:{words.VALUE_VERBS})|每(?:人|户|天|日|月|年|平方公里|立方米|万人|千人|百户|名|亩|平方米|吨|次|家|个|公里|小时){{1,2}}|[、,;:的·]|\((?!.*\))|占全部|(?<=[量额数率值比重入])(?:为|是))+$"
)
_NEW_END = re.compile(r"(?:新增|净增)$")
_WORDS = re.compile(r"[一-龥A-Za-z]")
_NEW_INSIDE = re.compile(rf"(?:{words.NEW_WORDS})")
_LAST_ACTION = re.compile(
    rf"(?:{words.ACTION_HEADS})(?!的|率|数|量|额|比|面|价|型|者|力|基地|标准|项目|工程|用地|平台|设施|材料|与|和|及|、|面积|任务|行动)"
)
_LEVEL_END = re.compile(rf"(?:{words.LEVEL_HEADS})(?:\([^()]*\))?$")
_RIGHT_LEAD = re.compile(r"^(?:的|以上|左右|以下|以内|及以上|多|余|规模|级|、)+")
_RIGHT_STOP = re.compile(r"[,;:。!?…]|-{2}|\((?=责任|牵头)")
_RIGHT_TAIL = re.compile(
    r"(?:(?<=.{3})(?:建设|创建|改造工作|工作|任务|目标任务|目标|行动|等|[一二两三]个)|[、,;的和与及以并(“\"]|各|其中|以及|并|同时|再|共)+$"
)
_RATE_OF_IT = re.compile(r"(?<=.{2})[一-龥]{2}率(?:均|都|已)?(?:达到?|为|超过|突破|提升到|提高到|保持在)?$")
_COUNTED = re.compile(r"[一二两三四五六七八九十百千万亿\d]+[套个家座项处条亿]?")
_VALUE_TAIL = re.compile(r"(?<=.{2})(?:达到?|达到了|超过|突破|为|提高到|增加到)$")
_VERB_PART = re.compile(rf"^(?:{words.ACTION_HEADS}|{words.STRONG_VERBS}|{words.ADVERBS})")
_NO_NAME = re.compile(
    rf"^(?:(?:{words.ADVERBS}|{words.STRONG_VERBS}|{words.ACTION_HEADS}|{words.SCOPES}|{words.FOLLOW_VERBS})+"
    r"|[一二两三四五六七八九十\d]+(?:年|个月|天|次|批)|.{0,4}时间内|增速|增幅|涨幅|降幅|同比|相比|(?:年度|全年|预期|年初)?(?:目标|计划)(?:任务)?|[和与及的]|其中|以上|分别|[一-龥])$"
)
_SHORT_NOUNS = frozenset("村镇县市区户人桥路港园校镇船车牛猪羊林")
_REACHES = re.compile(
    r"(?<=.{3})(?:达到(?!或)|相当于|约占|占到|仅?为(?=全国|全省|全市)|(?<!于)(?:高于|快于|低于|高出)(?=全|国|省|市|平均|上年|同期|周边|地区|GDP))(?=.{2})"
)
_RELATION = re.compile(r"^(?:比|较|高于|快于|低于|好于|高出|超过|占)(?!重|例|值|率|分)")
_LISTED_BEFORE = re.compile(r".*[一-龥”](?<![高中初平均同优对上下相])等(?!级|候|待|次|效|方面)(?=[一-龥“]{4})")
_PLACE_FRONT = re.compile(
    r"(?![全各本城超大小门都])[一-龥]{2,3}(?<![城门超])(?:县|市|自治州)(?=(?:地区|生产|财政|一般|规上|规模|人均|城镇|农村|常住|固定|社会|工业)[一-龥]{2})"
)
MAX_NAME = 60
MAX_SEGMENT = 240
"""Characters in front of a figure that are looked at for its name."""
MAX_CLAUSE = 24
"""Characters a subject and what is said of it may have together to be a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name found beside a figure.

    Attributes:
        start: Offset in the stream.
        end: Offset after it.
        text: Clean words, increments' "新增" in front.
        verbs: What stood between it and the figure ("年均增长").
        is_right: Whether it stands behind the figure.
        region: A place in front of the name ("海盐县地区生产总值"), taken off it.
    """

    start: int
    end: int
    text: str
    verbs: str = ""
    is_right: bool = False
    region: str = ""


def is_empty_name(text: str) -> bool:
    """Whether nothing of a name is left once verbs and particles are taken off."""
    rest = text.strip("、,;:·和与及的(")
    return not rest or len(rest) == 1 or _NO_NAME.match(rest) is not None or _TRAILING.fullmatch(rest) is not None


def is_subject(text: str) -> bool:
    """Whether the words in front of a figure are part of its clause's subject, no verb among them."""
    if is_empty_name(text) or text.endswith("等"):
        return True
    return _strip_front(text, 0, len(text), False)[0] == 0 and _LAST_ACTION.search(text) is None


def _strip_front(text: str, start: int, end: int, is_level: bool) -> tuple[int, str]:
    """Offset where the name begins, and the word of increase taken off before it."""
    new = ""
    pattern = _SOFT_LEADING if is_level else _LEADING
    while start < end:
        match = pattern.match(text[start:end])
        if match is None or match.end() == 0:
            break
        if _NEW_INSIDE.fullmatch(match.group()):
            new = match.group()
        elif match.group() not in "的、":
            new = ""
        start += match.end()
    return start, new


def find_left_name(text: str, start: int, end: int, is_level_unit: bool) -> Name | None:
    """The name in ``text[start:end]``, which ends where the figure begins."""
    start = max(start, end - MAX_SEGMENT)
    match = _TRAILING.search(text[start:end])
    name_end = start + (match.start() if match else end - start)
    verbs = text[name_end:end]
    is_level = is_level_unit or _LEVEL_END.search(text[start:name_end]) is not None
    name_start, new = _strip_front(text, start, name_end, is_level)
    if not is_level:
        name_start, new = _cut_action(text, name_start, name_end, new)
    elif not text[name_start:name_end].endswith("指标"):
        whole = _LISTED_BEFORE.match(text[name_start:name_end])
        name_start += whole.end() if whole is not None else 0
    name_end = _cut_reach(text, name_start, name_end, verbs)
    name_start = max(name_start, name_end - MAX_NAME)
    name = text[name_start:name_end]
    if not _is_name(name):
        return None
    place = _PLACE_FRONT.match(name) if is_level else None
    if place is not None and _LEVEL_END.search(name) is not None:
        name_start, name = name_start + place.end(), name[place.end() :]
    region = place.group() if place is not None else ""
    return Name(name_start, name_end, ("" if _NEW_END.search(verbs) else new) + name, verbs, region=region)


def _cut_reach(text: str, start: int, end: int, verbs: str) -> int:
    """Where the name ends that a share or a lead is told of ("面积达到总面积的70%", "增速高于全省2个点")."""
    for reach in _REACHES.finditer(text, start, end):
        if reach.group() not in ("达到", "占到", "约占", "仅为", "为") or not verbs.strip("的"):
            return reach.start()
    return end


def _is_name(name: str) -> bool:
    """Whether something is left that names a thing, not a verb or a comparison."""
    if not _WORDS.search(name) or (_NO_NAME.match(name) and name not in _SHORT_NOUNS):
        return False
    return _RELATION.match(name) is None


def _cut_action(text: str, start: int, end: int, new: str) -> tuple[int, str]:
    """The name after the last verb of doing in a segment ("支持企业引进人才" → 人才)."""
    for action in _LAST_ACTION.finditer(text, start, end):
        is_new = _NEW_INSIDE.fullmatch(action.group()) is not None
        if text[action.start() - 1 : action.start()] == "的" or is_empty_name(text[action.end() : end]):
            continue
        if is_new and 2 <= action.start() - start <= 8 and text[action.start() - 1] not in "、和与及":
            break
        start, fresh = _strip_front(text, action.end(), end, False)
        new = action.group() if is_new else fresh
    return start, new


def find_right_name(text: str, start: int, end: int, limit: int, is_subject: bool = False) -> Name | None:
    """The name behind a figure.

    Args:
        text: The stream.
        start: Where the figure ends.
        end: Where to stop looking for words between figure and name.
        limit: Where the next figure or the sentence ends the search.
        is_subject: Whether figure and name are the subject of their clause, so that
            what is said of it is part of the name ("75项经验在全省推广").
    """
    lead = _RIGHT_LEAD.match(text[start:end])
    begin = start + (lead.end() if lead else 0)
    stop = _RIGHT_STOP.search(text, begin, limit)
    chunk = text[begin : stop.start() if stop else limit]
    if stop is None:
        rate = _RATE_OF_IT.search(chunk)
        chunk = chunk[: rate.start()] if rate is not None else _VALUE_TAIL.sub("", chunk)
    cut = _cut_at_verb(chunk)
    if not (is_subject and stop is not None and len(chunk) <= MAX_CLAUSE):
        chunk = chunk[:cut]
    for part in re.finditer(r"[、和与]", chunk):
        if _VERB_PART.match(chunk[part.end() :]) or _COUNTED.match(chunk[part.end() :]):
            chunk = chunk[: part.start()]
            break
    chunk = _RIGHT_TAIL.sub("", chunk)
    if not _WORDS.search(chunk) or _COUNTED.fullmatch(chunk):
        return None
    return Name(begin, begin + len(chunk), chunk, "", True)


def _cut_at_verb(chunk: str) -> int:
    """Where the name in front of a predicate ends."""
    depth = 0
    for match in re.finditer(rf"[“\"(]|[”\")]|(?:{words.FOLLOW_VERBS})", chunk):
        token = match.group()
        if token in "“(":
            depth += 1
        elif token in "”)":
            depth -= 1
        elif depth <= 0 and match.start() >= 1:
            rest = chunk[match.end() : match.end() + 2]
            if "的" in chunk[match.end() :] and match.start() < 2:
                continue
            if not rest and token not in ("达标", "清零"):
                continue
            return match.start()
    return len(chunk)


_INSIDE_WORDS = frozenset("化物性业者率量区们型类级度品力器机线值额数")
"""Characters that hardly ever begin a word."""
_MEASURE_TAIL = re.compile(r"(?:[一-龥]{2}[量率额度值比数]|增加值|收入|支出|投资|产值|总产值|比重|占比|面积|规模)$")
_JOINT_WORDS = {"城乡": ("城镇", "农村"), "存贷款": ("存款", "贷款")}
"""Words that name two things at once, and the two names."""
_LIST_SPLIT = re.compile(r"以及|[、和与及]")


def _split_list(text: str, start: int, end: int, count: int) -> list[tuple[int, int]]:
    """The parts of a list of names, as many as wanted, else none."""
    for pattern in (re.compile(r"、"), re.compile(r"以及|[、和]"), _LIST_SPLIT):
        parts = _split_at(text, start, end, pattern)
        if len(parts) == count:
            return parts
        if len(parts) == count - 1 and (halves := _split_last(text, *parts[-1])):
            return [*parts[:-1], *halves]
    return []


def _split_last(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The two names that the last 和 of a range joins, else none."""
    joints = list(re.finditer(r"以及|[和与及]", text[start:end]))
    if not joints or joints[-1].start() == 0 or joints[-1].end() == end - start:
        return []
    return [(start, start + joints[-1].start()), (start + joints[-1].end(), end)]


def _split_at(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """The parts between matches of a pattern, brackets kept whole."""
    parts: list[tuple[int, int]] = []
    at = start
    for match in pattern.finditer(text, start, end):
        if text.count("(", start, match.start()) > text.count(")", start, match.start()):
            continue
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, end))
    return [part for part in parts if part[0] < part[1]]


def _is_complete(name: str, last: str) -> bool:
    """Whether a name of a list needs nothing of the last one ("污水处理率、绿地率")."""
    return (_LEVEL_END.search(name) is not None and len(name) > 3) or name[-2:] == last[-2:]


def _shared_tail(first: str, last: str) -> str:
    """What the earlier name of a list leaves to the last one ("城镇、农村居民收入" → 居民收入)."""
    if _LEVEL_END.search(last) is None:
        return ""
    at = last.find(first[-1], 1)
    if 0 < at < len(last) - 2:
        return last[at + 1 :]
    size = 2 if len(first) >= 2 and len(last) >= 4 else 0
    if size and last[size] not in _INSIDE_WORDS and len(first) <= 4:
        return last[size:]
    measure = _MEASURE_TAIL.search(last)
    return measure.group() if measure is not None and measure.start() > 0 else ""


def share_names(text: str, name: Name, count: int) -> list[Name]:
    """One name for each of the figures distributed by 分别."""
    whole = text[name.start : name.end]
    prefix = name.text[: len(name.text) - len(whole)] if name.text.endswith(whole) else ""
    parts = _split_list(text, name.start, name.end, count)
    if not parts:
        for joint, pair in _JOINT_WORDS.items() if count == 2 else ():
            if joint in whole:
                return [Name(name.start, name.end, prefix + whole.replace(joint, word, 1), name.verbs) for word in pair]
        return [name] * count
    last = text[parts[-1][0] : parts[-1][1]]
    owns = [text[start:end] for start, end in parts[:-1]]
    has_all = all(_is_complete(own, last) for own in owns)
    named = []
    for start, end in parts:
        own = text[start:end]
        tail = "" if has_all or (start, end) == parts[-1] else _shared_tail(own, last)
        if own.endswith(tail):
            tail = ""
        named.append(Name(start, end, prefix + own + tail, name.verbs, name.is_right))
    return named
