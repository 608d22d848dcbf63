"""Targets counted by part of the plan, department and place, for the overview.

In: targets as lists know them. Out: tables of counts whose figures lead to the targets they count. Left out on purpose: shares
and means; unlike targets do not add up. The same counts as `judge.rollup` gives of the nouns, from columns: a test compares them.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantu.core.standing import Class
from lantu.judge.rollup import WORST
from lantu.show.addresses import link_indicator
from lantu.show.target_filter import NAMELESS, ORDERS, ListedTarget
from lantu.show.words import CATEGORIES, CLASSES, word_for

TITLES: dict[str, Any] = {
    "group": gettext_lazy("按领域"),
    "department": gettext_lazy("按部门"),
    "place": gettext_lazy("按地区"),
}
GROUPS: dict[str, Callable[[ListedTarget], str]] = {
    "group": lambda t: t.group,
    "department": lambda t: t.owner,
    "place": lambda t: t.row.place_code,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A count that leads to what it counts."""

    klass: str
    word: str
    number: int
    href: str


@dataclass(frozen=True, slots=True)
class Worst:
    """A binding target that stands badly."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class RollRow:
    """One group."""

    name: str
    href: str
    total: int
    cells: tuple[Cell, ...]
    worst: tuple[Worst, ...]


@dataclass(frozen=True, slots=True)
class RollTable:
    """Groups of one kind."""

    code: str
    title: str
    rows: tuple[RollRow, ...]


def build_rollups(targets: Sequence[ListedTarget]) -> list[RollTable]:
    """One table for each way to count."""
    return [RollTable(by, str(TITLES[by]), _build_rows(by, targets)) for by in GROUPS]


def count_classes(targets: Sequence[ListedTarget], **asked: str) -> tuple[Cell, ...]:
    """How many stand in each class, all six in their order; each count leads to the list of them."""
    counted = Counter(t.row.klass for t in targets)
    return tuple(
        Cell(klass, str(word), counted[Class(klass)], _link(**asked, **{"class": klass}))
        for klass, word in CLASSES.items()
    )


def _build_rows(by: str, targets: Sequence[ListedTarget]) -> tuple[RollRow, ...]:
    groups: dict[str, list[ListedTarget]] = {}
    for target in targets:
        groups.setdefault(GROUPS[by](target), []).append(target)
    named = [name for name in groups if name]
    return tuple(_build_row(by, name, groups[name]) for name in (*named, *([""] if "" in groups else [])))


def _build_row(by: str, group: str, members: Sequence[ListedTarget]) -> RollRow:
    asked = {by: group or NAMELESS}
    grave = [t for t in members if t.row.is_binding and t.row.klass in (Class.MISSED, Class.BEHIND)]
    return RollRow(
        name=_name_group(by, group, members[0]),
        href=_link(**asked),
        total=len(members),
        cells=count_classes(members, **asked),
        worst=tuple(Worst(t.name, _link_target(t)) for t in sorted(grave, key=ORDERS["standing"])[:WORST]),
    )


def _name_group(by: str, group: str, member: ListedTarget) -> str:
    if by == "place":
        return member.place
    named = word_for(CATEGORIES, group) if by == "group" else group
    return named or (_("未定") if by == "department" else _("正文中的目标"))


def _link(**asked: str) -> str:
    return f"{reverse('targets')}?{urlencode(asked)}"


def _link_target(target: ListedTarget) -> str:
    if target.row.code:
        return link_indicator(target.row.code, target.row.place_code)
    return _link(q=target.row.name)
