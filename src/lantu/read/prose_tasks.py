"""Tasks a plan sets: the leaf headings that say what is to be done, and by whom.

In: the entries found before and a context. Out: the entries with tasks added,
each with the bodies that the text under it names as responsible.
Left out on purpose: single sentences; a task is what the plan itself set apart
under a head of its own.
"""

import re

from lantu.core.diagnostic import Diagnostic
from lantu.core.entry import Entry, EntryKind, Section
from lantu.read import inferences as rules
from lantu.read.context import Context
from lantu.read.lexicon_words import alternate
from lantu.read.modes import Mode
from lantu.read.prose_scope import open_tracker
from lantu.read.prose_settings import Setting
from lantu.read.prose_stream import simplify_text

_VERBS = alternate(
    "推进 加快 建设 构建 打造 完善 健全 优化 强化 深化 提升 提高 培育 发展 推动 实施 加强 做强 做优 做大 壮大 促进 保障 落实 创新 拓展 扩大 增强 改善 "
    "建立 开展 支持 引导 统筹 建强 建优 夯实 筑牢 繁荣 弘扬 传承 保护 治理 修复 防范 化解 激发 释放 畅通 融入 对接 深度 推行 推广 培养 引进 集聚 "
    "整治 改造 更新 升级 布局 突破 攻克 构筑 塑造 倡导 普及 规范 维护 守牢 守住 抓好 抓实 狠抓 办好 做好 用好 巩固 稳定 保持 加大 争创 创建 举办 组织"
)
_LEADS = alternate(
    "着力 大力 全力 全力以赴 全面 深入 积极 持续 扎实 稳步 有序 加快 高水平 高标准 高质量 高起点 协同 共同 统筹 坚决 切实 不断 "
    "进一步 更好 更大力度 努力 奋力 纵深 系统 科学 合力 聚力 聚焦 重点 突出 以 坚持 千方百计 坚定不移 毫不动摇"
)
_TASK = re.compile(rf"^(?:{_LEADS})*(?:{_VERBS})")
_NO_TASK = re.compile(r"目标|原则|思想|要求$|形势|意义|展望|定位$|措施$")
_BODIES = re.compile(
    r"(?:责任|牵头|配合|参与|主办|协办|承办|实施)(?:单位|部门)[::](?P<list>[^()。]{2,200})"
    r"|[(]由?(?P<lead>[^()。;:]{2,60}?)(?:牵头|负责)(?:,(?P<help>[^()。]{2,120}?)(?:配合|参与|按职责[^()。]{0,12}))?[)]"
)
_BODY_SPLIT = re.compile(r"[、,;]|(?:牵头|责任|配合|参与)(?:单位|部门)[::]|等(?:单位|部门)?$|(?:和|及)(?=[省市县区各])")
_LONGEST_RUN_IN = 24
_LONGEST_BODY = 30


def find_tasks(entries: tuple[Entry, ...], context: Context) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """The entries with tasks added."""
    if context.facts.kind in ("news", "bulletin"):
        return entries, ()
    tracker = open_tracker(context)
    settings = {section.id: tracker.settle(section.id) for section in context.sections}
    parents = {section.parent for section in context.sections if _is_head(section)}
    found = [
        _make_task(section, settings[section.id], context)
        for section in context.sections
        if _is_task(section, settings[section.id], section.id in parents)
    ]
    return entries + tuple(found), ()


def _is_head(section: Section) -> bool:
    """Whether a section has a head of its own, not only a short first sentence."""
    if section.kind == "runin":
        return len(section.title) <= _LONGEST_RUN_IN and re.search(r"[,，;；]", section.title) is None
    return section.kind == "heading"


def _is_task(section: Section, setting: Setting, is_parent: bool) -> bool:
    if is_parent or setting.mode is not Mode.AHEAD or not _is_head(section):
        return False
    title = simplify_text(section.title)
    return _TASK.match(title) is not None and _NO_TASK.search(title) is None


def _make_task(section: Section, setting: Setting, context: Context) -> Entry:
    body = simplify_text(context.shadow[section.span.start : section.body_end])
    return Entry(
        id="",
        kind=EntryKind.TASK,
        origin="prose",
        span=section.span,
        section=section.id,
        indicator=re.sub(r"\s+", "", section.title),
        indicator_span=section.span,
        year=setting.year,
        year_source=setting.source,
        measure="text",
        confidence=rules.TASK_HEADING.confidence,
        inferred=(rules.TASK_HEADING,),
        bodies=find_bodies(body),
    )


def find_bodies(text: str) -> tuple[str, ...]:
    """The bodies named as responsible in a text of plain punctuation, each once, in order."""
    named: dict[str, None] = {}
    for match in _BODIES.finditer(re.sub(r"\s+", "", text)):
        for part in (match["list"], match["lead"], match["help"]):
            for body in _BODY_SPLIT.split(part or ""):
                if 1 < len(body) <= _LONGEST_BODY:
                    named.setdefault(body)
    return tuple(named)
