"""Targets counted by responsible department and by place, as tables whose counts are bound.

In: judged targets. Out: tables. Left out on purpose: any mean; unlike targets do not add up.
"""

from collections.abc import Callable, Sequence

from django.urls import reverse

from lantu.core.report import Piece, Table
from lantu.core.standing import Class
from lantu.run.report_material import Judged, Material
from lantu.show.reports.ledger import Ledger
from lantu.show.words import CLASSES, word_for

NOBODY = "未定"
NOTHING = (Piece("—"),)
WIDTHS = (40, 12, 12, 12, 12, 12, 12, 12)


def build_rollups(ledger: Ledger, material: Material) -> list[tuple[str, Table]]:
    """A table by department, and one by place where the plan has targets of more than one; each with what it counts by."""
    made = []
    for by, word, name in (("department", "责任部门", _name_department), ("place", "地区", _name_place)):
        groups = _group(material, name)
        if len(groups) > 1:
            made.append((word, _build_table(ledger, by, word, groups)))
    return made


def _group(material: Material, name: Callable[[Material, Judged], str]) -> dict[str, list[Judged]]:
    groups: dict[str, list[Judged]] = {}
    for judged in material.judged:
        groups.setdefault(name(material, judged), []).append(judged)
    named = [group for group in groups if group != NOBODY]
    return {group: groups[group] for group in (*named, *([NOBODY] if NOBODY in groups else []))}


def _name_department(material: Material, judged: Judged) -> str:
    definition = material.definitions.get(judged.target.indicator_code)
    return (definition.owner if definition else "") or NOBODY


def _name_place(material: Material, judged: Judged) -> str:
    code = judged.target.place_code
    return material.places.get(code, code)


def _build_table(ledger: Ledger, by: str, word: str, groups: dict[str, list[Judged]]) -> Table:
    head = (word, "目标", *(word_for(CLASSES, klass) for klass in Class))
    rows = tuple(_build_row(ledger, by, name, judged) for name, judged in groups.items())
    return Table((Piece(f"按{word}汇总的目标进展（项）"),), head, rows, WIDTHS)


def _build_row(ledger: Ledger, by: str, name: str, judged: Sequence[Judged]) -> tuple[tuple[Piece, ...], ...]:
    cells = [_count(ledger, f"{by}/{name}/all", f"{name} 目标 数量", judged)]
    for klass in Class:
        own = [j for j in judged if j.standing.klass is klass]
        what = f"{name} {word_for(CLASSES, klass)}的目标 数量"
        cells.append(_count(ledger, f"{by}/{name}/{klass}", what, own) if own else NOTHING)
    return ((Piece(name),), *cells)


def _count(ledger: Ledger, name: str, what: str, judged: Sequence[Judged]) -> tuple[Piece, ...]:
    fact = ledger.fact_of_count(name, len(judged), "项", what, judged, reverse("targets"))
    return (ledger.bind_number(fact),)
