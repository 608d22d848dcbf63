"""Web pages (.html) to canonical text.

In: bytes. Out: the article's paragraphs and tables; menus, scripts and footers
left out, title and date from above the article kept.
Left out on purpose: pages that a script fills, and anything the page links to.
"""

import codecs
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.read.adapter_canvas import Canvas, Piece
from lantu.read.adapter_extracted import Extracted, Limits, Tell
from lantu.read.adapter_html_article import FoundArticle, drop_counter, find_article, is_tool_line
from lantu.read.adapter_html_blocks import Line, TableBlock, cut_blocks
from lantu.read.adapter_text import DecodedText, decode_text
from lantu.read.codes import diagnose

_NAME = re.compile(r"\.(?:x?html?|shtml|htm|jhtml|mhtml)$", re.I)
_PLAIN_NAME = re.compile(r"\.(?:txt|md|markdown|text)$", re.I)
_ROOT = re.compile(
    rb"^(?:\xef\xbb\xbf|\s)*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
_TAG = re.compile(rb"<(?:html|head|body|div|table|p)[\s>]", re.I)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_FOREIGN = {
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "utf-16": "utf-16",
    "hz-gb-2312": "hz",
    "shift_jis": "shift_jis",
}
"""Encodings a page may declare that neither UTF-8 nor GB18030 can stand for; GB2312 and GBK are read as GB18030."""

_CHINESE = re.compile("[\u4e00-\u9fff]")


def identify_html(data: bytes, name: str) -> bool:
    """Whether the bytes are a web page; a text file may begin with a tag and still be text."""
    if _ROOT.match(data[:4096]):
        return True
    if _PLAIN_NAME.search(name):
        return False
    return bool(_NAME.search(name)) and bool(_TAG.search(data[:100_000]))


def extract_html(data: bytes, name: str, limits: Limits, tell: Tell) -> Extracted:
    """The article of a web page."""
    decoded = _decode(data, name)
    if not decoded.text:
        return Extracted("", (), decoded.encoding, "html", decoded.diagnostics)
    tell(0.2)
    root = _parse(decoded.text)
    if root is None:
        found = diagnose("R051", f"{name} holds no element", severity=Severity.ERROR, about=name)
        return Extracted("", (), decoded.encoding, "html", (*decoded.diagnostics, found))
    article = find_article(root)
    tell(0.5)
    page = _write_article(article, name, limits)
    told = (*decoded.diagnostics, *page.diagnostics, *_report_article(article, page.canvas.text, name))
    return Extracted(page.canvas.text, page.canvas.marks, decoded.encoding, "html", told)


def _decode(data: bytes, name: str) -> DecodedText:
    """The page's source; its own word on the encoding counts where neither UTF-8 nor GB18030 would do."""
    declared = _META.search(data[:4096])
    foreign = _FOREIGN.get(declared[1].decode("ascii", "replace").lower()) if declared else None
    if foreign and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return DecodedText(data.decode(foreign), foreign)
        except UnicodeDecodeError:
            pass
    decoded = decode_text(data, name)
    kept = tuple(d for d in decoded.diagnostics if d.code != "R006")  # tags outweigh words in many a good page
    return DecodedText(decoded.text, decoded.encoding, kept)


def _parse(text: str) -> Any:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root


@dataclass(frozen=True, slots=True)
class _Page:
    canvas: Canvas
    diagnostics: tuple[Diagnostic, ...]


def _write_article(article: FoundArticle, name: str, limits: Limits) -> _Page:
    canvas = Canvas()
    diagnostics: list[Diagnostic] = []
    for line in article.lead:
        canvas.write_paragraph([Piece(line)])
    blocks, is_cut = cut_blocks(article.element, limits)
    if is_cut:
        found = f"{name}: elements nested deeper than {limits.depth} were taken as one line each"
        diagnostics.append(diagnose("R056", found, about=name))
    for block in blocks:
        if canvas.characters > limits.characters:
            found = f"{name} has more than {limits.characters} characters; the rest was left out"
            diagnostics.append(diagnose("R052", found, about=name))
            break
        if isinstance(block, TableBlock):
            diagnostics += _write_table(canvas, block, name, limits)
        else:
            _write_line(canvas, block)
    return _Page(canvas, tuple(diagnostics))


def _write_line(canvas: Canvas, line: Line) -> None:
    if not line.text:
        canvas.write_gap(line.gap)
    elif not is_tool_line(line.text):
        canvas.write_paragraph([Piece(drop_counter(line.text))])


def _write_table(canvas: Canvas, block: TableBlock, name: str, limits: Limits) -> list[Diagnostic]:
    canvas.write_table(block.rows)
    if not block.is_cut:
        return []
    what = f"a table has more than {limits.columns} columns or {limits.cells} cells"
    return [diagnose("R055", f"{name}: {what}; the rest was left out", about=name)]


def _report_article(article: FoundArticle, text: str, name: str) -> list[Diagnostic]:
    found = []
    if article.is_whole_page and article.link_share > 0.3:
        message = f"{name}: {article.link_share:.0%} of the words are links"
        found.append(diagnose("R061", message, about=name))
    sample = text[:20000]
    if len(sample) >= 200 and len(_CHINESE.findall(sample)) * 20 < len(sample):
        found.append(diagnose("R006", f"{name} has hardly any Chinese characters", about=name))
    return found
