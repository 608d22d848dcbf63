"""设计: every component the pages are put together from, on one page, to be looked at in each look, width and language.

In: samples made here, which no page of the city shows. Out: one page. Left out on purpose: pages; this shows their parts.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantu.core.warning import Level
from lantu.show.access import needs
from lantu.show.columns import Column, lay_columns
from lantu.show.figures import Figure, Missing
from lantu.show.lines import Bar
from lantu.show.warning_lines import LEVELS
from lantu.show.words import CLASS_MEANINGS, CLASSES, SHEET_STATES, word_for

COLOURS = ("paper", "sheet", "ink", "ink-2", "ink-3", "rule", "blue", "blue-soft", "vermilion")
STEPS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Sample:
    """A figure with what it shows."""

    figure: Figure | Missing
    what: str


@needs("open")
def design(request: HttpRequest) -> HttpResponse:
    """The page."""
    context: dict[str, Any] = {
        "colours": COLOURS,
        "steps": STEPS,
        "classes": [(klass, word, CLASS_MEANINGS[klass]) for klass, word in CLASSES.items()],
        "levels": [(str(level), word_for(LEVELS, level)) for level in Level],
        "states": list(SHEET_STATES.items()),
        "figures": make_figures(),
        "bar": Bar(70, 86, "58%", "72%"),
        "tools": lay_columns(
            (Column("name", _("指标"), "name", is_fixed=True), Column("value", _("数值"), "value", is_number=True),
             Column("note", _("备注"))),
            request.GET,
        ),
    }  # fmt: skip
    return render(request, "lantu/design.html", context)


def make_figures() -> list[Sample]:
    """A figure of each kind: unit, sign, comparator, words, bound, preliminary, absent, zero."""

    def make(number: str, unit: str, **more: Any) -> Figure:
        return Figure(number, unit, _("%(year)s年") % {"year": 2025}, "#figures", _("示例"), **more)

    return [
        Sample(make("7,851", "亿元", is_preliminary=True), _("初步数带标记")),
        Sample(make("93", "%", after=_("以上")), _("百分号紧跟数字；界限用原文的词")),
        Sample(make("−3.5", _("个百分点")), _("负号与数字同宽；百分点不写成百分号")),
        Sample(make("129", _("万人")), _("单位用规划所用的量级，不换算")),
        Sample(make("0", _("起")), _("零是一个数")),
        Sample(Missing(_("尚无填报数据")), _("没有数据说明原因，与零不同")),
        Sample(make(_("完成省下达指标"), "", is_words=True), _("没有数值的目标引原文")),
    ]
