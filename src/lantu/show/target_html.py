"""The rows of the list of targets, written by functions.

In: targets with their lines. Out: the HTML of their rows, escaped. Left out on purpose: the table around them, which is a template.
"""

from collections.abc import Callable
from functools import cache
from html import escape

from django.urls import reverse
from django.utils.translation import gettext_noop

from lantu.show.lines import TargetLine
from lantu.show.parts import (
    say,
    write_bar_html,
    write_chinese,
    write_figure_html,
    write_standing_html,
    write_trend_html,
)
from lantu.show.target_filter import ListedTarget

LATE = ("missed", "behind")
BINDING, EXPECTED, UNOWNED, GUESSED = (
    gettext_noop("约束性"), gettext_noop("预期性"), gettext_noop("未定"), gettext_noop("推定"),
)  # fmt: skip


@cache
def _link_plan(key: int) -> str:
    return escape(reverse("plan", args=[key]))


CELLS: tuple[tuple[str, str, Callable[[ListedTarget, TargetLine], str]], ...] = (
    ("place", gettext_noop("地区"), lambda item, line: write_chinese(item.place)),
    (
        "plan",
        gettext_noop("规划"),
        lambda item, line: f'<a href="{_link_plan(item.row.plan_key)}">{write_chinese(item.plan)}</a>',
    ),
    ("base", gettext_noop("基期"), lambda item, line: write_figure_html(line.base)),
    ("goal", gettext_noop("目标"), lambda item, line: write_figure_html(line.goal)),
    ("latest", gettext_noop("最新"), lambda item, line: write_figure_html(line.latest)),
    ("bar", gettext_noop("进度"), lambda item, line: write_bar_html(line.bar, line.klass, line.form)),
    ("standing", gettext_noop("进展"), lambda item, line: _write_standing_cell(line)),
    ("owner", gettext_noop("责任部门"), lambda item, line: _write_owner(item)),
)
"""Columns after the name: code, word, what stands in them."""


def write_target_row(item: ListedTarget, line: TargetLine, shown: frozenset[str]) -> str:
    """One row, with the columns shown."""
    name = write_chinese(line.name) if line.has_chinese_name else escape(line.name)
    tag = ""
    if line.is_binding:
        tag = f' <span class="tag tag-binding">{escape(say(BINDING))}</span>'
    elif line.is_expected:
        tag = f' <span class="tag">{escape(say(EXPECTED))}</span>'
    cells = "".join(
        f'<td class="c-{code}" data-label="{escape(say(word))}">{write(item, line)}</td>\n'
        for code, word, write in CELLS
        if code in shown
    )
    binding = " is-binding" if line.is_binding else ""
    return (
        f'<tr id="{line.anchor}" class="target is-{line.klass}{binding}" data-class="{line.klass}">\n'
        f'<th scope="row" class="c-name"><a href="{escape(line.href)}">{name}</a>{tag}</th>\n{cells}</tr>'
    )


def _write_standing_cell(line: TargetLine) -> str:
    why = line.reason or (line.why if line.klass in LATE else "")
    reason = f'<span class="reason">{escape(why)}</span>' if line.reason or line.klass in LATE else ""
    return write_standing_html(line.klass, line.word, line.is_preliminary) + write_trend_html(line.trend) + reason


def _write_owner(item: ListedTarget) -> str:
    if not item.owner:
        return f'<span class="missing">{escape(say(UNOWNED))}</span>'
    guess = f' <span class="guess">{escape(say(GUESSED))}</span>' if item.is_owner_guessed else ""
    return f"{write_chinese(item.owner)}{guess}"
