"""Projects named in sentences and boxes: a structure, where, how long, how much.

In: the entries found before and a context. Out: the entries with projects
added: name, place, investment as value, length as extent.
Left out on purpose: whether a project goes on; stages come from reports.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.core.diagnostic import Diagnostic
from lantu.core.entry import Comparator, Entry, EntryKind, Stretch
from lantu.read import inferences as rules
from lantu.read import lexicon_projects as words
from lantu.read.context import Context
from lantu.read.prose_stream import Stream, find_streams
from lantu.read.quantity_grammar import Quantity, find_quantities

_STRUCTURE = re.compile(rf"(?:{words.STRUCTURES})")
_NAME_END = re.compile(
    rf"(?:{words.STRUCTURES})(?:{words.DOINGS})?(?:\([^()]{{1,8}}\))?(?:{words.DOINGS})?(?:新馆|[一-龥]{{0,4}}(?:项目|工程))?(?:\([^()]{{1,8}}\))?"
)
_LEAD = re.compile(
    rf"^(?:(?:{words.VERBS})|[、,和与及的了]|以及|到20\d\d年|一批|如期|尽快|尽早|全力|加速|着重|努力|积极|共同|探索|不断|全面|加强|集|开建|力促|有序|深化|以|对接|联动)+"
)
_LEAD_VERB = re.compile(rf"^(?:以及|并|同时|力争|争取|确保|到20\d\d年|[^、]{{0,2}})?(?:{words.VERBS})")
_TAIL = re.compile(rf"^(?:(?:{words.TAILS})|(?:{words.STRUCTURES})|[高等级]|[“”])*$")
_TAIL_VERB = re.compile(
    r"(?:建设|前期(?:工作)?|开工|建成|通车|竣工|投用|投运|改造|扩建|推进|完工|贯通|开建|动工|启用|投产|开通|落地|实施|运营|使用)(?:有序推进|顺利推进|取得[^,;。]{0,8})?$"
)
_GENERIC = re.compile(rf"^(?:{words.GENERIC})*(?:{words.STRUCTURES})?(?:{words.DOINGS})?(?:项目|工程)?$")
_CLAUSE = re.compile(r"[^,;。:!?]+")
_GROUP = re.compile(
    rf"(?<![高中初平均同])等(?![级候])(?:[一-龥、]{{0,10}}?)(?:{words.STRUCTURES}|综合|重大|重点|项目|工程)"
)
_ROUTE = re.compile(r"^[一-龥]{2,8}至[一-龥]{2,8}(?:和[一-龥]{2,4})?$|^[一-龥]{2,5}$")
_BETWEEN = re.compile(r"^[一-龥]{2,8}至[一-龥]{2,8}$")
_LINE = re.compile(r"铁路|轨道|高速|公路|快速路|航道|机场|水利")
_RUN_IN = re.compile(
    r"^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳])?(?P<name>[^,;。:〔\[]{4,34}?)(?P<alias>[〔\[][^〕\]]{2,30}[〕\]])?[:。]"
)
_LENGTHS = ("公里", "千米", "米")
_ATTRIBUTES = re.compile(r"全长|线路长|总长|里程|长约|投资|概算")


@dataclass(frozen=True, slots=True)
class Found:
    """A project's name in a stream, with what is said of it."""

    start: int
    end: int
    length: Quantity | None = None
    money: Quantity | None = None
    stop: int = 0


def find_projects(entries: tuple[Entry, ...], context: Context) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """The entries with projects added; attributes of a described project are its own, not targets."""
    found: list[Entry] = []
    owned: set[int] = set()
    for stream in find_streams(context):
        if stream.kind == "heading" or _STRUCTURE.search(stream.text) is None:
            continue
        described = _describe(stream)
        if described is not None:
            found.append(_make_project(context, stream, described))
            figures = find_quantities(stream.text)
            owned.update(stream.locate(q.start, q.end)[0] for q in figures if q.base_unit in (*_LENGTHS, "元"))
            continue
        found.extend(_make_project(context, stream, project) for project in _list_projects(stream.text))
    kept = tuple(entry for entry in entries if entry.value_span is None or entry.value_span.start not in owned)
    return kept + tuple(found), ()


def _describe(stream: Stream) -> Found | None:
    """A paragraph that opens with a project's name and tells its length or cost."""
    match = _RUN_IN.match(stream.text)
    if match is None or not _names_structure(match["name"]):
        return None
    length = money = None
    for quantity in find_quantities(stream.text):
        if length is None and quantity.base_unit in _LENGTHS:
            length = quantity
        if money is None and quantity.base_unit == "元":
            money = quantity
    if (length is None and money is None) or _ATTRIBUTES.search(stream.text) is None:
        return None
    return Found(match.start("name"), match.end("name"), length, money, match.end())


def _names_structure(head: str) -> bool:
    """Whether a paragraph's opening words are a structure's name and nothing else."""
    last = None
    for match in _NAME_END.finditer(head):
        last = match
    return last is not None and last.end() == len(head) and _LEAD.match(head) is None and _is_name(head)


def _list_projects(text: str) -> Iterator[Found]:
    """Projects named in lists around a verb of building."""
    was_listing = False
    for clause in _CLAUSE.finditer(text):
        words_of = clause.group()
        if _STRUCTURE.search(words_of) is None:
            was_listing = False
            continue
        has_verb = _LEAD_VERB.match(words_of) is not None or _TAIL_VERB.search(words_of) is not None
        goes_on = was_listing and words_of.startswith(("以及", "和", "及"))
        was_listing = has_verb or goes_on
        if was_listing:
            yield from _read_list(text, clause.start(), clause.end())


def _read_list(text: str, start: int, end: int) -> Iterator[Found]:
    lead = _LEAD.match(text[start:end])
    begin = start + (lead.end() if lead else 0)
    group = _GROUP.search(text, begin, end)
    stop = group.start() if group is not None else end
    is_group = group is not None and _LINE.search(group.group()) is not None
    ends_in_line = _LINE.search(text, begin, end) is not None
    for a, b in _split_items(text, begin, stop):
        name_end = _end_of_name(text, a, b, is_last=b == stop and group is None)
        if name_end is None and (
            (is_group and _ROUTE.match(text[a:b])) or (ends_in_line and _BETWEEN.match(text[a:b]))
        ):
            name_end = b
        if name_end is None and group is not None and re.search(r"(?:项目|工程)$", text[a:b]) and b - a <= 14:
            name_end = b
        if name_end is not None and _is_name(text[a:name_end]):
            yield Found(a, name_end)


def _is_name(name: str) -> bool:
    """Whether the words name one structure, not structures in general."""
    if (
        len(name) < 3
        or ("的" in name and "枢纽" in name)
        or re.search(r"^\d+[个条座家]|^[“(]|[一二两三四五六七八九十]大|\d(?:公里|万|%|亿)", name)
    ):
        return False
    return not _GENERIC.match(name) or re.match(r"^新的?[一-龥]{4,}", name) is not None or name.endswith("新馆")


def _end_of_name(text: str, start: int, end: int, is_last: bool) -> int | None:
    """Where the name of a structure ends, if only words of building follow it."""
    last = None
    for match in _NAME_END.finditer(text, start, end):
        last = match
    if last is None:
        return None
    rest = text[last.end() : end]
    if not _TAIL.match(rest) and not (is_last and _TAIL_VERB.search(rest) and len(rest) <= 8):
        return None
    return last.end()


def _split_items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items of a list; 和 parts two of them where both name a structure or a route."""
    depth, at = 0, start
    bounds: list[tuple[int, int]] = []
    for i in range(start, end):
        c = text[i]
        if c in "(“":
            depth += 1
        elif c in ")”":
            depth -= 1
        elif c == "、" and depth <= 0 and not (text[i - 1] == "号" and text[i + 1 : i + 2].isdecimal()):
            bounds.append((at, i))
            at = i + 1
    bounds.append((at, end))
    for a, b in bounds:
        lead = _LEAD.match(text[a:b])
        yield from _split_pair(text, a + (lead.end() if lead else 0), b)


def _split_pair(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One item, or the two that 和 joins; what stands before 和 and is no structure is dropped."""
    joint = re.search(r"以及|[和与及]", text[start:end])
    if joint is not None:
        middle, after = start + joint.start(), start + joint.end()
        is_named = not _GENERIC.match(text[after:end]) and _STRUCTURE.search(text[after:end]) is not None
        if is_named and _STRUCTURE.search(text[start:middle]):
            yield start, middle
            start = after
        elif is_named and _is_name(text[after:end]):
            start = after
    if start < end:
        yield start, end


def _make_project(context: Context, stream: Stream, found: Found) -> Entry:
    name = context.span(*stream.locate(found.start, found.end))
    money = found.money
    span = context.span(*stream.locate(found.start, max(found.end, money.end))) if money is not None else name
    if span.end - span.start > 400:
        span = name
    extent = None
    if found.length is not None and found.length.value is not None:
        size = found.length
        extent = Stretch(
            found.length.value, size.unit, size.comparator, context.span(*stream.locate(size.start, size.end))
        )
    rule = rules.PROJECT_NAMED if money is None and extent is None else rules.PROJECT_SIZED
    return Entry(
        id="",
        kind=EntryKind.PROJECT,
        origin="prose",
        span=span,
        section=stream.section,
        indicator=re.sub(r"\s+", "", name.quote),
        indicator_span=name,
        value=money.value if money is not None else None,
        unit=money.unit if money is not None else "",
        value_span=context.span(*stream.locate(money.start, money.end)) if money is not None else None,
        comparator=money.comparator if money is not None else Comparator.EQUAL,
        measure="level" if money is not None else "text",
        extent=extent,
        confidence=rule.confidence,
        inferred=(rule,),
    )
