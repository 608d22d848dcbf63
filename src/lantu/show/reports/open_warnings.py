"""Warnings that were open when a report speaks, and tasks as they stood then, told with bound counts.

In: material. Out: paragraphs. Left out on purpose: why; people write that.
"""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse

from lantu.core.report import Block, Paragraph, Piece
from lantu.core.standing import Class
from lantu.core.warning import Level
from lantu.run.report_material import Material
from lantu.show.reports.ledger import Ledger
from lantu.show.warning_lines import CAUSES, LEVELS
from lantu.show.words import CLASSES, word_for
from lantu.store.fetch.warnings_then import WarningThen

MINOR = (Level.YELLOW, Level.BLUE)
GRAVEST_FIRST = (Level.RED, Level.ORANGE, Level.YELLOW, Level.BLUE)


def tell_warnings(ledger: Ledger, material: Material) -> list[Block]:
    """How many were open, at which level, of what."""
    if not material.warnings:
        return []
    address, href = "warnings", reverse("warnings")
    total = ledger.fact_of_count(address, len(material.warnings), "条", "未解除的预警 数量", (), href)
    blocks: list[Block] = []
    pieces = [Piece("未解除的预警共"), ledger.bind(total)]
    for level in GRAVEST_FIRST:
        own = [warning for warning in material.warnings if warning.level == level]
        if own:
            word = word_for(LEVELS, level)
            fact = ledger.fact_of_count(f"{address}/{level}", len(own), "条", f"{word}预警 数量", (), href)
            pieces += [Piece(f"，{word}"), ledger.bind(fact)]
            blocks.append(_name_warnings(ledger, level, own, href))
    return [Paragraph((*pieces, Piece("。"))), *blocks]


def _name_warnings(ledger: Ledger, level: Level, own: Sequence[WarningThen], href: str) -> Paragraph:
    """The warnings of a level by name; of minor ones only the first, the rest as a number with where they stand."""
    told = own[: settings.LANTU_REPORT_MINOR] if level in MINOR else own
    word, rest = word_for(LEVELS, level), len(own) - len(told)
    named = "、".join(f"{warning.name}（{word_for(CAUSES, warning.cause)}）" for warning in told)
    if not rest:
        return Paragraph((Piece(f"{word}预警：{named}。"),))
    fact = ledger.fact_of_count(f"warnings/{level}/rest", rest, "条", f"未列名的{word}预警 数量", (), href)
    lead = f"{word}预警：{named}，另有" if named else f"{word}预警："
    return Paragraph((Piece(lead), ledger.bind(fact), Piece("，名单见系统“预警”页。")))


def tell_tasks(ledger: Ledger, material: Material) -> list[Block]:
    """How many tasks were set, and how those that somebody reported on stand."""
    if not material.tasks:
        return []
    href = reverse("tasks")
    total = ledger.fact_of_count("tasks", len(material.tasks), "条", "已分解的任务 数量", (), href)
    pieces = [Piece("已分解落实的任务"), ledger.bind(total)]
    for klass in Class:
        own = [name for name, standing in material.tasks if standing.klass is klass]
        if own:
            word = "尚无认定的进度" if klass is Class.CANNOT_SAY else word_for(CLASSES, klass)
            fact = ledger.fact_of_count(f"tasks/{klass}", len(own), "条", f"{word}的任务 数量", (), href)
            pieces += [Piece(f"，{word}"), ledger.bind(fact)]
    late = [name for name, standing in material.tasks if standing.klass in (Class.BEHIND, Class.MISSED)]
    named = [Paragraph((Piece(f"滞后或未完成的任务：{'、'.join(late)}。"),))] if late else []
    return [Paragraph((*pieces, Piece("。"))), *named]
