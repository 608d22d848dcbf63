"""Which part of a web page is the article.

In: the page's tree. Out: the element that holds nearly all words that are no
links, menus and the like taken out of it; and the lines above it that name
title, number and date.
Left out on purpose: lists of sites; government pages change their frames often.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lantu.read.adapter_html_blocks import SILENT, is_layout, own_rows, words_of

Element = Any  # of lxml, which ships no types

_NOISE_TAGS = frozenset(("nav", "footer", "aside"))
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation|i)?|menus?|top-?menu|bread-?crumbs?|crumbs?|foot(?:er)?|bottom|copy-?right|share|bds?hare"
    r"|side-?bar|related?|recommend|pager|tool-?bar|tools|print|login|search|friend-?links?|qr-?code|erweima|comments?"
    r"|banner|logo|skip|wza|adverts?|header|dqwz|weizhi|mbx)(?:$|[\s_-]|\d)",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CONTENT = re.compile(
    r"(?:^|[\s_-])(?:zoom|zoomcon|ucap-?content|trs_(?:ue)?editor|pages_content|article-?(?:content|con|body)?|main-?text|content-?text"
    r"|xxgk-?content|detail-?content|news-?content|bt-content|view-content)(?:$|[\s_-])",
    re.I,
)
_TITLE_META = ("ArticleTitle", "articletitle", "og:title", "title")
_TITLE_CUT = re.compile(r"\s*[_|｜]\s*|\s+[-—–]\s+")
_FACT = re.compile(
    r"(?:发布|成文|发文|印发|公开|生成|公布)(?:日期|时间)|发文字号|文\s*号|^(?:19|20)\d\d[-年/.]\s*\d{1,2}[-月/.]\s*\d{1,2}日?"
)
_TOOL = re.compile(
    r"^[【\[(（]?(?:字\s*[号体][:：]?.{0,12}|打\s*印(?:本页)?|关\s*闭(?:窗口|本页)?|分享(?:到|至)?[:：]?|收藏|返回(?:顶部|列表)?|扫一扫.{0,20}|上一[篇条页].*"
    r"|下一[篇条页].*|浏览(?:次数|量)?[:：]\s*\d*次?|我要纠错.*|责任编辑[:：].{0,10}|大\s*中\s*小)[】\])）]?$"
)
_COUNTER = re.compile(
    r"(?:浏览|阅读|点击)(?:次数|量|数)?\s*[:：]\s*\d*\s*次?|(?<!文)字\s*[体号]\s*[:：].*$|来源\s*[:：]\s*$"
)
_MOST_NOISE = 0.3
_NEARLY_ALL = 0.9
_MOST_FACT = 120


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """The article.

    Attributes:
        element: What holds it.
        lead: Lines from above it: title, number, date.
        is_whole_page: Whether no part stood out.
        link_share: Share of its words that are links.
    """

    element: Element
    lead: tuple[str, ...]
    is_whole_page: bool
    link_share: float


def find_article(root: Element) -> FoundArticle:
    """The article of a page; noise inside it is taken off the tree."""
    body = next(root.iter("body"), root)
    _drop_silent(body)
    _drop_noise(body)
    weights = _weigh(body)
    element = _descend(body, weights)
    lead = tuple(_find_lead(root, body, element))
    words = len(words_of(element))
    links = sum(len(words_of(link)) for link in element.iter("a"))
    return FoundArticle(element, lead, element is body, links / words if words else 0.0)


def is_tool_line(line: str) -> bool:
    """Whether a line belongs to the page and not to the text ("print", "share", "next article")."""
    return len(line) <= 60 and bool(_TOOL.match(line))


def drop_counter(line: str) -> str:
    """A short line without how often the page was seen and how large its letters may be."""
    return _COUNTER.sub("", line).strip() if len(line) <= _MOST_FACT else line


def _drop_silent(body: Element) -> None:
    for element in list(body.iter(*SILENT)):
        _drop(element)


def _drop_noise(body: Element) -> None:
    whole = len(words_of(body)) or 1
    for element in list(body.iterdescendants()):
        if _is_noise(element) and len(words_of(element)) / whole < _MOST_NOISE:
            _drop(element)


def _drop(element: Element) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _is_noise(element: Element) -> bool:
    if not isinstance(element.tag, str):
        return False
    if element.tag in _NOISE_TAGS or element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return True
    if element.tag == "header":
        return not any(above.tag == "article" for above in element.iterancestors())
    named = f"{element.get('id', '')} {element.get('class', '')}"
    return bool(_NOISE.search(named)) and not _CONTENT.search(named)


def _weigh(body: Element) -> dict[Element, int]:
    """Characters that are no links, by element."""
    weights: dict[Element, int] = {}
    for element in body.iter():
        if not isinstance(element.tag, str):
            continue
        is_link = any(above.tag == "a" for above in (element, *element.iterancestors()))
        own = 0 if is_link else len((element.text or "").strip())
        own += sum(len((child.tail or "").strip()) for child in element) * (not is_link)
        at: Element | None = element
        while at is not None and own:
            weights[at] = weights.get(at, 0) + own
            at = at.getparent()
    return weights


def _descend(body: Element, weights: dict[Element, int]) -> Element:
    """Down from the body as long as one child holds nearly all."""
    at = body
    while True:
        whole = weights.get(at, 0)
        heavy = [child for child in at if weights.get(child, 0) >= _NEARLY_ALL * whole > 0]
        if not heavy or not _may_enter(heavy[0]):
            return at
        at = heavy[0]


def _may_enter(element: Element) -> bool:
    if element.tag == "table":
        return is_layout(element, [[c for c in row if c.tag in ("td", "th")] for row in own_rows(element)])
    return element.tag not in ("p", "ul", "ol", "span", "font", "h1", "h2", "pre")


def _find_lead(root: Element, body: Element, article: Element) -> Iterator[str]:
    """Lines above the article that name it or date it."""
    if article is body:
        return
    title = _page_title(root, _squeeze(words_of(body)))
    inside = _squeeze(words_of(article)[:600])
    has_title = bool(title) and _squeeze(title) in inside
    for element in body.iter():
        if element is article:
            break
        words = words_of(element) if isinstance(element.tag, str) else ""
        if not words or len(words) > _MOST_FACT or _has_block(element) or is_tool_line(words):
            continue
        is_title = element.tag in ("h1", "h2") or (len(words) >= 6 and _squeeze(words) in _squeeze(title))
        if is_title and not has_title and _squeeze(words) not in inside:
            has_title = True
            yield words
        elif _FACT.search(words) and element.tag != "a" and _is_outermost(element, article):
            yield drop_counter(words)
    if title and not has_title:
        yield title


def _page_title(root: Element, page: str) -> str:
    """The title the page gives itself, without the site's name: the part that the page also shows, else the first."""
    for name in _TITLE_META:
        for meta in root.iter("meta"):
            if name in (meta.get("name"), meta.get("property")) and str(meta.get("content", "")).strip():
                return _TITLE_CUT.split(str(meta.get("content")).strip())[0]
    title = next(root.iter("title"), None)
    parts = _TITLE_CUT.split(words_of(title)) if title is not None else []
    return next((part for part in parts if len(part) > 3 and _squeeze(part) in page), parts[0] if parts else "")


def _has_block(element: Element) -> bool:
    return any(
        child.tag in ("div", "p", "table", "ul", "li", "h1", "h2", "h3", "td", "tr")
        for child in element.iterdescendants()
    )


def _is_outermost(element: Element, article: Element) -> bool:
    """Whether the element around it would say more than this line, so that each line comes once."""
    above = element.getparent()
    if above is None or article in above.iterdescendants():
        return True
    return _has_block(above) or len(words_of(above)) > _MOST_FACT


def _squeeze(text: str) -> str:
    return re.sub(r"[\s\u3000\u00a0]+", "", text)
