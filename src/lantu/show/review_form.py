"""The form on which a person corrects an entry or adds one, and the entry it states.

In: the words of a form, the text of the plan. Out: an entry whose spans quote the text,
or what is wrong with the form, field by field. Left out on purpose: keeping it.
"""

import re
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantu.core.entry import Comparator, Entry, EntryKind, Modality, YearSource
from lantu.core.quantity import format_amount
from lantu.core.span import Span, span_of
from lantu.show.words import ENTRY_KINDS

LONGEST = 400
"""Characters of an entry: longer than any promise, shorter than a page."""

COMPARATORS: dict[str, Any] = {
    Comparator.EQUAL: gettext_lazy("达到（=）"),
    Comparator.AT_LEAST: gettext_lazy("不低于（≥）"),
    Comparator.MORE_THAN: gettext_lazy("超过（>）"),
    Comparator.AT_MOST: gettext_lazy("不高于（≤）"),
    Comparator.LESS_THAN: gettext_lazy("低于（<）"),
    Comparator.ABOUT: gettext_lazy("左右（≈）"),
    Comparator.WITHIN: gettext_lazy("区间（从—到）"),
}
MEASURES: dict[str, Any] = {
    "level": gettext_lazy("水平"),
    "count": gettext_lazy("个数"),
    "growth_rate": gettext_lazy("增长率"),
    "increment": gettext_lazy("增加量"),
    "decrement": gettext_lazy("减少量"),
    "share": gettext_lazy("比重"),
    "ratio": gettext_lazy("比值"),
    "rank": gettext_lazy("位次"),
    "multiple": gettext_lazy("倍数"),
    "coverage": gettext_lazy("覆盖"),
    "relative": gettext_lazy("与另一指标相比"),
    "assigned": gettext_lazy("上级下达"),
    "cumulative_cut": gettext_lazy("累计降低"),
    "sum": gettext_lazy("累计总量"),
    "text": gettext_lazy("文字"),
}
MODALITIES: dict[str, Any] = {
    Modality.FIRM: gettext_lazy("确定"),
    Modality.STRIVE: gettext_lazy("力争"),
    Modality.EXPECTED: gettext_lazy("预计"),
    Modality.PLAN: gettext_lazy("计划"),
}
ATTRIBUTES = (("", gettext_lazy("未注明")), ("约束性", gettext_lazy("约束性")), ("预期性", gettext_lazy("预期性")))


def _choices(table: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(str(code), word) for code, word in table.items()]


class EntryForm(forms.Form):
    """An entry, field by field. `words` and `value_words` are looked up in the text."""

    kind = forms.ChoiceField(label=gettext_lazy("类别"), choices=_choices(ENTRY_KINDS))
    indicator = forms.CharField(label=gettext_lazy("指标或名称"), max_length=300)
    words = forms.CharField(
        label=gettext_lazy("原文（逐字）"),
        max_length=2 * LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "zh-Hans"}),
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    value_words = forms.CharField(label=gettext_lazy("原文中的数值和单位（逐字）"), max_length=100, required=False)
    value_start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    value = forms.DecimalField(label=gettext_lazy("数值"), max_digits=28, decimal_places=10, required=False)
    value_max = forms.DecimalField(label=gettext_lazy("区间上端"), max_digits=28, decimal_places=10, required=False)
    comparator = forms.ChoiceField(label=gettext_lazy("怎样才算达到"), choices=_choices(COMPARATORS))
    unit = forms.CharField(label=gettext_lazy("单位"), max_length=60, required=False)
    year = forms.IntegerField(label=gettext_lazy("年份"), min_value=1949, max_value=2100, required=False)
    measure = forms.ChoiceField(label=gettext_lazy("数值的含义"), choices=_choices(MEASURES))
    is_cumulative = forms.BooleanField(label=gettext_lazy("整个规划期累计"), required=False)
    modality = forms.ChoiceField(label=gettext_lazy("语气"), choices=_choices(MODALITIES))
    attribute = forms.ChoiceField(label=gettext_lazy("属性"), choices=ATTRIBUTES, required=False)
    base_year = forms.IntegerField(label=gettext_lazy("基期年份"), min_value=1949, max_value=2100, required=False)
    base_value = forms.DecimalField(label=gettext_lazy("基期数值"), max_digits=28, decimal_places=10, required=False)
    relative_to = forms.CharField(label=gettext_lazy("与之相比的指标"), max_length=300, required=False)
    region = forms.CharField(label=gettext_lazy("所指地区（本规划的地区不填）"), max_length=80, required=False)
    reason = forms.CharField(label=gettext_lazy("为什么"), max_length=500, required=False)

    def __init__(self, text: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text

    def clean(self) -> dict[str, Any]:
        """Find the words in the text, and the figure in the words."""
        data = dict(super().clean() or {})
        if "words" in data:
            data["span"] = self._find("words", data["words"], data.get("start"), 0, len(self.text))
        span = data.get("span")
        if span is not None and data.get("value_words"):
            data["value_span"] = self._find(
                "value_words", data["value_words"], data.get("value_start"), span.start, span.end
            )
        if data.get("value") is not None and not data.get("value_words"):
            self.add_error("value_words", _("有数值就要指出它在原文中的位置。"))
        if data.get("comparator") == "in" and (data.get("value") is None or data.get("value_max") is None):
            self.add_error("value_max", _("区间要有两端。"))
        return data

    def _find(self, field: str, words: str, hint: int | None, start: int, end: int) -> Span | None:
        found = find_words(self.text, words, start, end)
        near = [span for span in found if span[0] == hint]
        if len(found) == 1 or near:
            a, b = (near or found)[0]
            if b - a > LONGEST:
                self.add_error(field, _("太长：最多 %(n)s 字。") % {"n": LONGEST})
                return None
            return span_of(self.text, a, b)
        if found:
            self.add_error(field, _("原文中有 %(n)s 处，请在原文中选中要的那一处，或多写几个字。") % {"n": len(found)})
        else:
            self.add_error(field, _("原文中没有这些字。请逐字照抄。"))
        return None


def find_words(text: str, words: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where words stand in a stretch of the text; blanks and line breaks between them do not matter."""
    letters = [re.escape(letter) for letter in "".join(words.split())]
    if not letters:
        return []
    return [match.span() for match in re.compile(r"\s*".join(letters)).finditer(text, start, end)]


def state_form(entry: Entry) -> dict[str, Any]:
    """An entry as the form shows it at first."""
    value = entry.value_span
    return {
        "kind": str(entry.kind),
        "indicator": entry.indicator,
        "words": entry.span.quote,
        "start": entry.span.start,
        "value_words": value.quote if value is not None else "",
        "value_start": value.start if value is not None else None,
        "value": None if entry.value is None else format_amount(entry.value),
        "value_max": None if entry.value_max is None else format_amount(entry.value_max),
        "comparator": str(entry.comparator),
        "unit": entry.unit,
        "year": entry.year,
        "measure": entry.measure,
        "is_cumulative": entry.is_cumulative,
        "modality": str(entry.modality),
        "attribute": entry.attribute,
        "base_year": entry.base_year,
        "base_value": None if entry.base_value is None else format_amount(entry.base_value),
        "relative_to": entry.relative_to,
        "region": entry.region,
    }


def build_entry(data: dict[str, Any], before: Entry | None, document: str) -> Entry:
    """The entry a valid form states.

    Args:
        data: Cleaned fields.
        before: The entry that is corrected, for what the form does not ask; None for one that is added.
        document: Hash of the document.
    """
    span, value = data["span"], data.get("value_span")
    is_figure = data["value"] is not None
    entry = before or Entry("", EntryKind(data["kind"]), "prose", span, "", "")
    return replace(
        entry,
        kind=EntryKind(data["kind"]),
        span=_take_over(entry.span, span, document),
        indicator=data["indicator"].strip(),
        indicator_span=_find_indicator(entry, span, data["indicator"].strip(), document),
        value=data["value"],
        value_max=data["value_max"] if data["comparator"] == "in" else None,
        unit=data["unit"].strip(),
        value_span=_take_over(entry.value_span, value, document) if is_figure and value is not None else None,
        comparator=Comparator(data["comparator"]),
        year=data["year"],
        year_source=entry.year_source if data["year"] == entry.year else _name_year_source(data["year"], span),
        measure=data["measure"],
        is_cumulative=data["is_cumulative"],
        modality=Modality(data["modality"]),
        stretch=tuple(stretch for stretch in entry.stretch if span.contains(stretch.span)),
        base_year=data["base_year"],
        base_value=data["base_value"],
        base_span=entry.base_span if data["base_value"] == entry.base_value else None,
        relative_to=data["relative_to"].strip(),
        attribute=data["attribute"],
        region=data["region"].strip(),
        region_code=entry.region_code if data["region"].strip() == entry.region else "",
        confidence=1.0,
        inferred=(),
    )


def _take_over(before: Span | None, span: Span, document: str) -> Span:
    """The span as it was where it is the same place: it knows its page."""
    is_same = before is not None and (before.start, before.end) == (span.start, span.end)
    return before if is_same and before is not None else replace(span, document=document)


def _find_indicator(entry: Entry, span: Span, name: str, document: str) -> Span | None:
    if name == entry.indicator and entry.indicator_span is not None and entry.span.start == span.start:
        return entry.indicator_span
    at = span.quote.find(name)
    if at < 0:
        return None
    around = span.before + span.quote + span.after
    start = len(span.before) + at
    return replace(
        span_of(around, start, start + len(name), document), start=span.start + at, end=span.start + at + len(name)
    )


def _name_year_source(year: int | None, span: Span) -> YearSource:
    if year is None:
        return YearSource.NONE
    return YearSource.EXPLICIT if str(year) in "".join(span.quote.split()) else YearSource.INHERITED
