"""Paragraphs that stand again inside a longer one.

In: running text. Out: longer paragraphs that hold others whole. Left out on
purpose: paragraphs that are equal, see `repeated_text`, and short phrases.
"""

from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.paragraphs import Paragraph
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import FindingKind

_LEAST_HAN = 24
_MOST_SHOWN = 5


def find_merged(material: Material) -> Iterator[Draft]:
    """Longer paragraphs with the shorter ones that they repeat."""
    for doc, reading in enumerate(material.readings):
        paragraphs = [p for p in material.paragraphs[doc] if p.role == "text" and p.han >= _LEAST_HAN]
        texts = {p.text for p in paragraphs}
        holders: dict[str, list[Paragraph]] = {}
        for paragraph in paragraphs:
            for at in _occurrences(reading.text, paragraph.text):
                holder = _holder_at(paragraphs, at, paragraph)
                if holder is not None and paragraph.text in texts:
                    holders.setdefault(holder.text, []).append(paragraph)
        told: set[str] = set()
        for text, parts in holders.items():
            fresh = list({p.text: p for p in parts if p.text not in told}.values())
            told |= {p.text for p in fresh}
            if fresh:
                holder = next(p for p in paragraphs if p.text == text)
                yield _draft(material, doc, holder, fresh)


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _holder_at(paragraphs: list[Paragraph], at: int, part: Paragraph) -> Paragraph | None:
    """The longer paragraph around a place."""
    for p in paragraphs:
        if p.start <= at < p.end:
            return p if len(p.text) > len(part.text) else None
    return None


def _draft(material: Material, doc: int, holder: Paragraph, parts: list[Paragraph]) -> Draft:
    return Draft(
        Severity.WARNING,
        f"长段落里又包含了{len(parts)}个别处已有的段落：{parts[0].text[:20]}…",
        "这些文字在文件中各自成段，又原样出现在另一个更长的段落里，应当是拼接时重复。",
        (
            *(material.cite(doc, p.start, p.end) for p in parts[:_MOST_SHOWN]),
            material.cite(doc, holder.start, holder.end),
        ),
    )


_PART = "全市各镇统一规划健身步道，居民出门十分钟就能走到，周末活动的人明显增多。"
_TEXT = """临江市发展全民健身

{first}

{first}同时，市里开放学校场馆，培训社会指导员，组织联赛。
"""

RULE = CheckRule(
    "C191",
    FindingKind.DUPLICATE_TEXT,
    "段落被并入另一段后又出现",
    "同一段文字拆开出现一次、并入长段又出现一次，多为拼接稿件的痕迹。",
    "保留一处，删去另一处。",
    find_merged,
    (Snippet("甲.txt", _TEXT.format(first=_PART)),),
    (Snippet("甲.txt", f"临江市发展全民健身\n\n{_PART}\n\n市里开放学校场馆，培训社会指导员，组织联赛，群众满意。\n"),),
)
