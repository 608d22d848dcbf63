"""Sentences taken apart: each figure with the name it belongs to.

In: one stream. Out: frames in order: a quantity, its name, the words between
them, and how it hangs together with its neighbours (further goal, first of two
dated figures, one of a distributed list). Left out on purpose: years and kinds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lantu.read import lexicon_verbs as words
from lantu.read.indicators import Name, find_left_name, find_right_name, is_empty_name, is_subject
from lantu.read.lexicon_units import COUNT_UNITS
from lantu.read.quantity_grammar import Quantity, find_quantities
from lantu.read.quantity_traps import find_trap
from lantu.read.years import Role, YearMention

_SENTENCE = re.compile(r"[^。;!?]{1,1200}[。;!?]?")
"""Whatever has no full stop for so long is read in parts."""
_BREAK = re.compile(r"[,;。:!?]|-{2,}")
_STRETCH = re.compile(
    r"^(?:以上|左右|大关)?[,、;]?(?:并|且|同时)?(?:力争|争取|努力|冲刺|奋力|力求|奋斗目标|向)(?:到20\d\d年)?(?:实现|达到|突?破|超过|超|完成|更高|冲刺|为|迈上|跨上|在|控制在|增长|做到|提高到|达|高于)*$"
)
_PAIR_OPEN = re.compile(
    r"(?:由|从)(?:原来的?|过去的?|最初的?|当初的?|基期的?|去年的?|上年的?)?(?:[“”十一二三四五六\d]*(?:年|末|初|底|期末|年底|年末)?(?:\([^()]*\))?的?)?(?:每[一-龥]{1,4})?(?:不足|近|约)?$"
)
_PAIR_CLOSE = re.compile(
    r"^(?:左右|以上|以下)?[,、]?(?:\([^()]*\))?(?:[^,。;\d]{0,6})?(?:增|升|降|提|减|缩|扩|调|跃|回|增加|攀|拓展|压缩|变|下|上|改善|优化|发展|翻)[^,。;\d]{0,6}(?:到|至|为|成)(?:了)?(?:20\d\d年(?:底)?的?|[^,。;\d]{0,6})$"
)
_PAIR_SHORT = re.compile(r"^(?:至|到)(?:20\d\d年(?:底)?的?)?$")
_STRONG_VALUE = re.compile(
    r"(?:达到?|为|突破|超过|增长|下降|提高|提升|降低|减少|增加|至|到|在|于|占|完成|实现|超|增|降|约|近)$"
)
_SHARE_OF = re.compile(
    r"^[,、]?(?P<of>占[^,;。]{2,24}?(?:比重|比例|份额))(?:达到?|为|提高到|提升到|超过|上升到|稳定在|约|达到了)*$"
)
_LEVEL_UNITS = frozenset({"%", "‰", "元", "美元", "个百分点", "百分点"})
_VALUE_END = re.compile(r"(?:达到?|[在到至为]|超过|突破|约占|占)$")
_SUBJECT_END = re.compile(
    r"(?:稳步|持续|不断|明显|显著|进一步|大幅|逐步|全面|加快|快速)?"
    r"(?:提高|提升|增长|下降|扩大|改善|完成|推进|发展|增强|优化|降低|上升|壮大|加快)"
)
_RATE_AHEAD = re.compile(r"^[一-龥]{2}率")
_NO_NOUN_AHEAD = re.compile(
    r"^(?:(?:增加|增长|提高|提升|上升|下降|降低|减少|扩大|缩小|缩短|调整|增|升|降|减)(?:到|至|为)|和|与|及|以及|或|并|、|[大新]?(?:大关|台阶|关口|全覆盖)|相比|之比|的(?:目标|水平|速度|增速|规模|任务|增长|基础))"
)
_NOUN_AHEAD = re.compile(r"^[一-龥A-Za-z“\"《(]")
_FOLLOW = re.compile(rf"^(?:{words.FOLLOW_VERBS})")
_GROWTH = re.compile(rf"(?:{words.GROWTH_VERBS}|{words.DROP_VERBS})")


@dataclass(frozen=True, slots=True)
class Frame:
    """One figure and what it belongs to.

    Attributes:
        quantity: The figure.
        name: What it is about, or None.
        clause: Where its clause begins.
        sentence: Where its sentence begins.
        stop: Where its sentence ends.
        verbs: Words between name and figure.
        is_carried: Whether the name was taken from an earlier figure.
        is_first_of_pair: Whether it is the A of "由A增长到B".
        is_second_of_pair: Whether it is the B.
        is_stretch: Whether it is a further goal of the figure before it.
        year: Its own year, where years were distributed too ("到2022年、2025年分别达到…").
        is_bound_shared: Whether its comparator stands beside another figure of the list.
    """

    quantity: Quantity
    name: Name | None
    clause: int
    sentence: int
    stop: int
    verbs: str = ""
    is_carried: bool = False
    is_first_of_pair: bool = False
    is_second_of_pair: bool = False
    is_stretch: bool = False
    year: YearMention | None = None
    is_bound_shared: bool = False


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence."""
    for match in _SENTENCE.finditer(text):
        yield match.span()


def find_frames(text: str, mentions: tuple[YearMention, ...]) -> tuple[Frame, ...]:
    """All figures of a stream that are about something, with their names."""
    quantities = find_quantities(text)
    if not quantities:
        return ()
    frames: list[Frame] = []
    for start, stop in split_sentences(text):
        inside = [q for q in quantities if start <= q.start < stop]
        if inside:
            goes_on = bool(frames) and text[start - 1 : start] == ";"
            frames.extend(_frame_sentence(text, start, stop, inside, mentions, frames[-1].name if goes_on else None))
    return tuple(frames)


def _frame_sentence(text: str, start: int, stop: int, quantities: list[Quantity],
                    mentions: tuple[YearMention, ...], carried: Name | None) -> list[Frame]:  # fmt: skip
    kept = _drop_traps(text, start, stop, quantities)
    frames: list[Frame] = []
    for index, quantity in enumerate(kept):
        before = kept[index - 1] if index else None
        limit = kept[index + 1].head if index + 1 < len(kept) else stop
        frame = _frame_one(text, start, stop, limit, quantity, before, frames, mentions)
        if frame.name is None and carried is not None:
            frame = replace(frame, name=carried, is_carried=True)
        frames.append(frame)
    return frames


def _drop_traps(text: str, start: int, stop: int, quantities: list[Quantity]) -> list[Quantity]:
    kept = []
    for index, quantity in enumerate(quantities):
        end = _BREAK.search(text, quantity.end, stop)
        limit = end.start() if end else stop
        has_later = index + 1 < len(quantities) and quantities[index + 1].start < limit
        if not find_trap(text, quantity, start, limit, has_later):
            kept.append(quantity)
    return kept


def _clause_start(text: str, start: int, position: int) -> int:
    """Where the clause around a position begins; brackets do not break it."""
    depth = 0
    i = position - 1
    while i >= start:
        c = text[i]
        if c in ")”》":
            depth += 1
        elif c in "(“《":
            depth -= 1
        elif (c in ",;。:!?" and depth <= 0) or (c == "-" and text[i - 1 : i] == "-" and depth <= 0):
            return i + 1
        i -= 1
    return start


def _segment(
    text: str, clause: int, quantity: Quantity, before: Quantity | None, mentions: tuple[YearMention, ...]
) -> tuple[int, int]:
    """The stretch to the left of a figure that may hold its name, years left out."""
    begin, end = clause, quantity.head
    if before is not None and before.tail > begin:
        begin = before.tail
    for mention in mentions:
        if not begin <= mention.start < end or mention.role is Role.ANNUAL:
            continue
        if is_empty_name(text[begin : mention.start]):
            begin = max(begin, min(mention.end, end))
        elif mention.role in (Role.BASE, Role.SINCE) or is_empty_name(text[mention.end : end]):
            end = mention.start
            break
        else:
            begin = max(begin, min(mention.end, end))
    return begin, max(begin, end)


def closes_pair(between: str) -> bool:
    """Whether the words between two figures make them the A and B of "由A增长到B"."""
    return _PAIR_CLOSE.match(between) is not None or _PAIR_SHORT.match(between) is not None


def _is_pair(text: str, quantity: Quantity, before: Quantity | None, frames: list[Frame]) -> bool:
    if before is None or not frames or not frames[-1].is_first_of_pair:
        return False
    return closes_pair(text[before.end : quantity.start])


def _frame_one(text: str, start: int, stop: int, limit: int, quantity: Quantity, before: Quantity | None,
               frames: list[Frame], mentions: tuple[YearMention, ...]) -> Frame:  # fmt: skip
    clause = _clause_start(text, start, quantity.start)
    if _is_pair(text, quantity, before, frames):
        return Frame(quantity, frames[-1].name, clause, start, stop, "", True, is_second_of_pair=True)
    if (
        before is not None
        and frames
        and _STRETCH.match(text[before.end : quantity.head])
        and _same_kind(before, quantity)
    ):
        return Frame(quantity, frames[-1].name, clause, start, stop, "", True, is_stretch=True)
    begin, end = _segment(text, clause, quantity, before, mentions)
    if frames and frames[-1].name is not None and frames[-1].name.is_right and begin < frames[-1].name.end <= end:
        last = frames[-1].name
        begin = last.start if _RATE_AHEAD.match(text[last.end : end]) else last.end
    opened = (
        _PAIR_OPEN.search(text[begin : quantity.head]) if re.search(r"[由从]", text[begin : quantity.head]) else None
    )
    opens_pair = False
    if opened is not None:
        end, opens_pair = min(end, begin + opened.start()), True
    is_level = quantity.base_unit in ("%", "‰", ":1", "") or quantity.base_unit not in COUNT_UNITS
    left = find_left_name(text, begin, end, is_level)
    verbs = (left.verbs if left else "") + text[end : quantity.head]
    if left is None:
        verbs = text[begin : quantity.head]
    right = None
    if not opens_pair and _wants_right(text, quantity, left, verbs, stop):
        right = find_right_name(text, quantity.tail, limit, limit, is_subject(text[begin : quantity.head]))
    if (
        left is not None
        and right is None
        and before is not None
        and re.match(r"^(?:和|与|及)", text[begin:end])
        and left.end - left.start <= 1
    ):
        left = None
    name = right if right is not None else left
    if right is not None:
        name = _with_new(right, text[begin : quantity.head])
    is_carried = False
    if name is None and frames and frames[-1].name is not None and (share := _SHARE_OF.match(text[begin:end])):
        name = replace(frames[-1].name, text=frames[-1].name.text + share["of"], verbs="")
        is_carried = True
    elif name is None and frames:
        name, is_carried = frames[-1].name, True
    elif name is None:
        name = _from_clause_before(text, start, clause, is_level)
        is_carried = name is not None
    return Frame(quantity, name, clause, start, stop, verbs, is_carried, is_first_of_pair=opens_pair)


def _same_kind(before: Quantity, quantity: Quantity) -> bool:
    return before.base_unit == quantity.base_unit or not quantity.base_unit or not before.base_unit


def _with_new(name: Name, left: str) -> Name:
    match = re.search(rf"(?:{words.NEW_WORDS})$", left)
    return replace(name, text=match.group() + name.text) if match else name


def _wants_right(text: str, quantity: Quantity, left: Name | None, verbs: str, stop: int) -> bool:
    """Whether the name stands behind the figure ("培育80个康养联合体")."""
    after = text[quantity.tail : min(stop, quantity.tail + 12)]
    if _NOUN_AHEAD.match(after) is None or _NO_NOUN_AHEAD.match(after) is not None:
        return False
    if after.startswith("(") and not re.match(r"^\([^()]{1,8}\)[一-龥]", after):
        return False
    return left is None or not _belongs_left(quantity, left, verbs, after)


def _belongs_left(quantity: Quantity, left: Name, verbs: str, after: str) -> bool:
    """Whether the figure is the value of the name before it, though words follow."""
    if _FOLLOW.match(after) and not left.text.endswith("等") and not re.match(r"^(?:以上)?的", after):
        return True
    if after.startswith("的") and _VALUE_END.search(verbs):
        return True
    is_level = quantity.base_unit in _LEVEL_UNITS and bool(left.verbs) and _STRONG_VALUE.search(verbs) is not None
    if not is_level:
        return False
    is_share = after.startswith("的") and quantity.base_unit == "%" and "占" not in verbs and not _GROWTH.search(verbs)
    return not is_share


def _from_clause_before(text: str, start: int, clause: int, is_level: bool) -> Name | None:
    """The subject of the clause before, for "投入强度稳步提高,达到3.2%"."""
    if clause <= start + 1:
        return None
    earlier = _clause_start(text, start, clause - 1)
    cut = _SUBJECT_END.search(text[earlier : clause - 1])
    end = earlier + cut.start() if cut else clause - 1
    return find_left_name(text, earlier, end, is_level)
