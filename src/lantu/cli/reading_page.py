"""A reading as one page of HTML that needs nothing else: the text with its entries marked, and their list.

In: a reading. Out: the page; a click in the list shows the words, a click on the
words shows the entry in the list.
Left out on purpose: correcting entries, which the review page of the site does.
"""

from collections import Counter
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from lantu.core.diagnostic import Diagnostic
from lantu.core.entry import Comparator, Entry, EntryKind, Reading
from lantu.core.mark import Mark, mark_at
from lantu.core.quantity import format_amount
from lantu.read.inference_words import say_field, say_prices, say_reason

_KINDS = {EntryKind.TARGET: "目标", EntryKind.ACTUAL: "实绩", EntryKind.TASK: "任务", EntryKind.PROJECT: "项目"}
_SIGNS = {
    Comparator.EQUAL: "",
    Comparator.AT_LEAST: "≥ ",
    Comparator.AT_MOST: "≤ ",
    Comparator.MORE_THAN: "> ",
    Comparator.LESS_THAN: "< ",
    Comparator.ABOUT: "约 ",
    Comparator.WITHIN: "",
}
_DOCUMENTS = {
    "outline": "规划纲要",
    "special_plan": "专项规划",
    "action_plan": "行动计划",
    "annual_plan": "年度计划",
    "work_report": "政府工作报告",
    "bulletin": "统计公报",
    "news": "其他文件",
}
_UNSEEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), "�")


def reading_to_html(reading: Reading) -> str:
    """The whole page."""
    facts = reading.facts
    page = files("lantu.cli").joinpath("reading_page.html").read_text("utf-8")
    parts = {
        "title": escape(facts.title or facts.source),
        "facts": escape(_say_facts(reading)),
        "text": mark_text(reading.text, reading.entries),
        "filters": _write_filters(reading.entries),
        "entries": "".join(_write_item(at, entry, reading.marks) for at, entry in enumerate(reading.entries)),
        "diagnostics": _write_diagnostics(reading.diagnostics),
    }
    pieces = _split_template(page, tuple(parts))
    return "".join(parts.get(piece[1:-1], piece) if piece.startswith("{") else piece for piece in pieces)


def _split_template(page: str, names: Sequence[str]) -> list[str]:
    """The template cut at its places, so that nothing in the document can be taken for one."""
    pieces = [page]
    for name in names:
        mark = "{" + name + "}"
        cut: list[str] = []
        for piece in pieces:
            for at, part in enumerate(piece.split(mark)):
                cut += [mark, part] if at else [part]
        pieces = cut
    return pieces


def mark_text(text: str, entries: Sequence[Entry]) -> str:
    """The text, escaped, each stretch of it naming the entries it belongs to.

    Args:
        text: The canonical text.
        entries: Their spans may overlap; an entry is known by its place in this order.
    """
    changes: dict[int, list[tuple[int, bool, int]]] = {}
    for number, entry in enumerate(entries):
        for span, is_value in ((entry.span, False), (entry.value_span, True)):
            if span is not None:
                changes.setdefault(span.start, []).append((number, is_value, 1))
                changes.setdefault(span.end, []).append((number, is_value, -1))
    inside: Counter[tuple[int, bool]] = Counter()
    parts: list[str] = []
    at = 0
    for place in (*sorted(changes), len(text)):
        parts.append(_mark_stretch(text[at:place], +inside))
        for number, is_value, step in changes.get(place, ()):
            inside[number, is_value] += step
        at = place
    return "".join(parts)


def _mark_stretch(text: str, inside: Counter[tuple[int, bool]]) -> str:
    words = escape(text.translate(_UNSEEN))
    if not text or not inside:
        return words
    numbers = " ".join(str(number) for number in sorted({number for number, _ in inside}))
    kind = "e v" if any(is_value for _, is_value in inside) else "e"
    return f'<span class="{kind}" data-e="{numbers}">{words}</span>'


def _say_facts(reading: Reading) -> str:
    facts = reading.facts
    period = f"{facts.period[0]}–{facts.period[1]}年" if facts.period else ""
    counts = Counter(_KINDS[entry.kind] for entry in reading.entries)
    found = [f"{kind} {count}" for kind, count in counts.items()]
    rows = sum(len(table.rows) for table in reading.tables)
    told = [
        _DOCUMENTS.get(facts.kind, ""),
        facts.region_name,
        period,
        f"{facts.characters} 字",
        f"表格行 {rows}",
        *found,
    ]
    return " · ".join(part for part in (*told, facts.source) if part)


def _write_filters(entries: Sequence[Entry]) -> str:
    counts = Counter(entry.kind for entry in entries)
    return "".join(
        f'<label><input type="checkbox" checked value="{kind.value}"> {_KINDS[kind]} {count}</label>'
        for kind, count in counts.items()
    )


def _write_item(number: int, entry: Entry, marks: Sequence[Mark]) -> str:
    year = f"{entry.year}年" if entry.year is not None else ""
    place = say_place(mark_at(marks, entry.span.start))
    value = say_value(entry)
    prices = say_prices(entry.price_basis, entry.price_year)
    told = (_KINDS[entry.kind], year, entry.region, entry.attribute, prices, place)
    notes = " · ".join(part for part in told if part)
    words = " ".join(entry.span.quote.split())[:60]
    return (
        f'<li data-kind="{entry.kind.value}"><button type="button" data-id="{number}">'
        f"<b>{escape(entry.indicator)}</b><i>{escape(value)}</i>"
        f"<small>{escape(notes)}</small><small>{escape(words)}</small>"
        f"<small>{escape(say_inferred(entry))}</small></button></li>"
    )


def say_place(mark: Mark | None) -> str:
    """Where it stands in the original file, or "" where that is the text itself."""
    if mark is None:
        return ""
    page = f"第{mark.page}页" if mark.page else ""
    if mark.table:
        return f"{page} 表{mark.table} 第{mark.row}行".strip()
    return f"{page} 第{mark.paragraph}段".strip() if mark.paragraph else page


def say_inferred(entry: Entry) -> str:
    """The fields that rest on other text, each with how it was found and how sure that is."""
    told = [f"{say_field(i)}：{say_reason(i)}（{i.confidence:.0%}）" for i in entry.inferred]
    return f"推断：{'；'.join(told)}" if told else ""


def say_value(entry: Entry) -> str:
    """An entry's figure as a person writes it; the kind of measure where it has none."""
    if entry.value is None:
        return f"同{entry.relative_to}" if entry.relative_to else ""
    upper = f"–{format_amount(entry.value_max)}" if entry.value_max is not None else ""
    return f"{_SIGNS[entry.comparator]}{format_amount(entry.value)}{upper}{entry.unit}"


def _write_diagnostics(diagnostics: Sequence[Diagnostic]) -> str:
    if not diagnostics:
        return ""
    items = "".join(
        f"<li>{escape(d.code)} {escape(d.place)} {escape(d.message)}<br>{escape(d.hint)}</li>" for d in diagnostics
    )
    return f"<details><summary>读取提示 {len(diagnostics)}</summary><ol>{items}</ol></details>"
