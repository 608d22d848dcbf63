"""Targets counted by part of the plan, department and place, for the overview.

In: targets with standings. Out: tables of counts whose figures lead to the targets they count. Left out on purpose: shares
and means; unlike targets do not add up.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantu.core.definition import Definition
from lantu.judge.rollup import Member, RollUp, roll_up
from lantu.show.addresses import link_entry, link_indicator
from lantu.show.titles import place_name
from lantu.show.words import CATEGORIES, CLASSES, word_for
from lantu.store.fetch.standings import StandingTarget

TITLES: dict[str, Any] = {
    "group": gettext_lazy("按领域"),
    "department": gettext_lazy("按部门"),
    "place": gettext_lazy("按地区"),
}
NAMELESS = "-"
"""How a filter asks for targets that have no such name."""


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


def build_rollups(items: Sequence[StandingTarget], definitions: Mapping[str, Definition]) -> list[RollTable]:
    """One table for each way to count."""
    by_id = {item.target.id: item for item in items}
    return [_build_table(by, items, by_id, name) for by, name in _names(definitions).items()]


def is_in(item: StandingTarget, by: str, name: str, definitions: Mapping[str, Definition]) -> bool:
    """Whether a target is counted under that name; everything is where no known kind is asked for."""
    names = _names(definitions)
    return by not in names or names[by](item) == ("" if name == NAMELESS else name)


def _names(definitions: Mapping[str, Definition]) -> dict[str, Callable[[StandingTarget], str]]:
    def department(item: StandingTarget) -> str:
        definition = definitions.get(item.row.indicator_code)
        return definition.owner if definition else ""

    return {
        "group": lambda item: item.entry.category,
        "department": department,
        "place": lambda item: place_name(item.row.place),
    }


def _build_table(
    by: str, items: Sequence[StandingTarget], by_id: Mapping[str, StandingTarget], name: Callable[[StandingTarget], str]
) -> RollTable:
    rolled = roll_up(Member(name(item), item.target, item.standing) for item in items)
    return RollTable(by, str(TITLES[by]), tuple(_build_row(by, group, by_id) for group in rolled))


def _build_row(by: str, group: RollUp, by_id: Mapping[str, StandingTarget]) -> RollRow:
    asked = {"by": by, "name": group.group or NAMELESS}
    named = word_for(CATEGORIES, group.group) if by == "group" else group.group
    return RollRow(
        name=named or (_("未定") if by == "department" else _("正文中的目标")),
        href=f"?{urlencode(asked)}",
        total=group.total,
        cells=tuple(
            Cell(klass, word_for(CLASSES, klass), count, f"?{urlencode({**asked, 'class': klass})}")
            for klass, count in group.counts
        ),
        worst=tuple(Worst(target.name, _link(by_id[target.id])) for target in group.worst),
    )


def _link(item: StandingTarget) -> str:
    row = item.row
    if row.indicator_code:
        return link_indicator(row.indicator_code, row.place_id)
    return link_entry(row.version.plan_id, item.entry.id, item.entry.value_span)
