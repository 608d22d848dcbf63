"""What the checker found as one HTML page that needs nothing else.

In: readings and findings. Out: the page's text, with the evidence side by side and
marked in its sentence. Left out on purpose: states of findings, which the running
program keeps.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from lantu.core.diagnostic import Severity
from lantu.core.entry import Reading
from lantu.core.finding import Evidence, Finding

WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.INFO: "提示"}
_CONTEXT = 60
_STYLE = """
:root{color-scheme:light dark;--paper:#fafaf7;--ink:#14213d;--rule:#c9ccd4;--blue:#1f4e9e;--red:#c8321e}
@media(prefers-color-scheme:dark){:root{--paper:#0e1a2f;--ink:#e8edf5;--rule:#3a4a68;--blue:#8fb4f0;--red:#f0836f}}
body{background:var(--paper);color:var(--ink);font:16px/1.7 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;
margin:0 auto;max-width:68rem;padding:1.5rem}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin:0}
article{border-top:1px solid var(--rule);padding:1rem 0}
.severity{border:1px solid currentColor;font-size:.8rem;margin-right:.6em;padding:0 .4em}
.error .severity{color:var(--red)}.warning .severity{color:var(--blue)}
.evidence{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));margin:.6rem 0 0;padding:0}
.evidence li{border-left:2px solid var(--rule);list-style:none;overflow-wrap:anywhere;padding-left:.7rem}
.source{display:block;font-size:.8rem;opacity:.8}
mark{background:none;border-bottom:2px solid var(--blue);color:inherit;font-weight:600}
"""


def check_to_html(readings: Sequence[Reading], findings: Sequence[Finding]) -> str:
    """The whole page."""
    texts = {reading.facts.source: reading.text for reading in readings}
    cells = {
        (reading.facts.source, cell.span.start): f"{''.join(row.name.split())} · {cell.column}"
        for reading in readings
        for table in reading.tables
        for row in table.rows
        for cell in row.cells
    }
    counts = Counter(finding.severity for finding in findings)
    told = "，".join(f"{WORDS[severity]}{counts[severity]}条" for severity in Severity)
    names = "、".join(escape(reading.facts.title or reading.facts.source) for reading in readings)
    articles = "\n".join(_article(finding, texts, cells) for finding in findings)
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>检查意见</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>检查意见</h1>\n<p>{names}</p>\n<p>{told}。</p>\n<main>\n{articles}\n</main>\n</body>\n</html>\n"
    )


def _article(finding: Finding, texts: dict[str, str], cells: dict[tuple[str, int], str]) -> str:
    items = "\n".join(f"<li>{item}</li>" for item in _places(finding, texts, cells))
    return (
        f'<article class="{finding.severity.value}">\n'
        f'<h2><span class="severity">{WORDS[finding.severity]}</span>{escape(finding.title)}</h2>\n'
        f"<p>{escape(finding.explanation)} <small>{finding.code}</small></p>\n"
        f'<ul class="evidence">\n{items}\n</ul>\n</article>'
    )


def _places(finding: Finding, texts: dict[str, str], cells: dict[tuple[str, int], str]) -> Iterator[str]:
    for evidence in finding.evidence:
        before, after = _around(evidence, texts.get(evidence.source, ""))
        quote = escape(evidence.span.quote)
        cell = cells.get((evidence.source, evidence.span.start), "")
        where = f"{evidence.source} · {cell or f'{evidence.span.start}–{evidence.span.end}'}"
        yield f'<span class="source">{escape(where)}</span>{escape(before)}<mark>{quote}</mark>{escape(after)}'


def _around(evidence: Evidence, text: str) -> tuple[str, str]:
    """The words before and after, within the paragraph."""
    span = evidence.span
    if text[span.start : span.end] != span.quote:
        return span.before, span.after
    before = text[max(0, span.start - _CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _CONTEXT].partition("\n")[0]
    return before, after
