"""Warnings as pages print them: level, cause, figures and steps in words.

In: rows of warnings with their steps. Out: lines with a way to what they are about. Left out on purpose: deciding; the steps say
what was decided with which figures.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy

from lantu.core.definition import Definition
from lantu.core.warning import Level
from lantu.show.addresses import link_indicator
from lantu.show.language import is_english
from lantu.show.titles import department_name, indicator_name, place_name
from lantu.show.words import CLASSES, word_for
from lantu.store import models
from lantu.store.fetch.departments import list_departments
from lantu.store.fetch.indicators import definitions_by_code

LEVELS: dict[str, Any] = {
    Level.BLUE: gettext_lazy("蓝色"),
    Level.YELLOW: gettext_lazy("黄色"),
    Level.ORANGE: gettext_lazy("橙色"),
    Level.RED: gettext_lazy("红色"),
}
"""From the least grave."""

CAUSES: dict[str, Any] = {
    "progress": gettext_lazy("进展"),
    "outlook": gettext_lazy("趋势"),
    "data": gettext_lazy("数据"),
}

STEPS: dict[str, Any] = {
    "opened": gettext_lazy("发布"),
    "raised": gettext_lazy("升级"),
    "lowered": gettext_lazy("降级"),
    "closed": gettext_lazy("解除"),
}

EVIDENCE: dict[str, Any] = {
    "class": gettext_lazy("进展"),
    "data_date": gettext_lazy("数据日期"),
    "done": gettext_lazy("完成进度"),
    "expected": gettext_lazy("应有进度"),
    "figure": gettext_lazy("最新"),
    "period": gettext_lazy("时期"),
    "chance": gettext_lazy("如期的可能"),
}
_SHARES = ("done", "expected", "chance")


@dataclass(frozen=True, slots=True)
class Choice:
    """A word to filter by."""

    code: str
    word: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a warning."""

    word: str
    level: str
    level_word: str
    rule: str
    day: date
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WarningLine:
    """A warning."""

    key: int
    address: str
    href: str
    level: str
    level_word: str
    cause: str
    cause_word: str
    rule: str
    name: str
    about_href: str
    subject: str
    place: str
    place_code: str
    department: str
    department_word: str
    indicator_code: str
    since: date
    opened_on: date
    closed_on: date | None
    is_open: bool
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many warnings are open at a level."""

    level: str
    word: str
    number: int
    href: str


def build_warnings(rows: Iterable[models.WarningRow]) -> list[WarningLine]:
    """Warnings in the order they come in, with the names of the language of the page."""
    if not is_english():
        return [build_warning(row) for row in rows]
    definitions = definitions_by_code()
    departments = {(row.place_id, row.name): department_name(row) for row in list_departments()}
    return [_in_english(build_warning(row), definitions, departments) for row in rows]


def _in_english(
    line: WarningLine, definitions: dict[str, Definition], departments: dict[tuple[str, str], str]
) -> WarningLine:
    definition = definitions.get(line.indicator_code)
    return replace(
        line,
        name=indicator_name(definition) if definition else line.name,
        department_word=departments.get((line.place_code, line.department), line.department),
    )


def build_warning(row: models.WarningRow) -> WarningLine:
    """A warning with its steps, the newest last, named as the registry names it."""
    steps = tuple(_build_step(step) for step in sorted(row.steps.all(), key=lambda step: step.pk))
    return WarningLine(
        key=row.pk,
        address=row.address,
        href=reverse("warning", args=[row.pk]),
        level=row.level,
        level_word=word_for(LEVELS, row.level),
        cause=row.cause,
        cause_word=word_for(CAUSES, row.cause),
        rule=steps[-1].rule if steps else row.rule,
        name=row.name,
        about_href=link_indicator(row.indicator_code, row.place_id) if row.indicator_code else "",
        subject=row.subject,
        place=place_name(row.place),
        place_code=row.place_id,
        department=row.department,
        department_word=row.department,
        indicator_code=row.indicator_code,
        since=row.since,
        opened_on=row.opened_on,
        closed_on=row.closed_on,
        is_open=row.is_open,
        steps=steps,
    )


def _build_step(step: models.WarningStep) -> StepLine:
    rule = step.rule_name_en if is_english() and step.rule_name_en else step.rule_name
    return StepLine(
        word=word_for(STEPS, step.step),
        level=step.level,
        level_word=word_for(LEVELS, step.level),
        rule=rule or step.rule,
        day=step.as_of,
        figures=tuple((word_for(EVIDENCE, name), _write(name, told)) for name, told in step.evidence),
    )


def _write(name: str, told: str) -> str:
    if name == "class":
        return word_for(CLASSES, told)
    return f"{float(told):.0%}" if name in _SHARES else told


def count_levels(rows: Iterable[models.WarningRow]) -> list[LevelCount]:
    """Open warnings by level, the gravest first; for the overview."""
    counted = Counter(row.level for row in rows)
    return [
        LevelCount(
            level,
            word_for(LEVELS, level),
            counted.get(level, 0),
            f"{reverse('warnings')}?{urlencode({'level': level})}",
        )
        for level in reversed(list(LEVELS))
    ]
