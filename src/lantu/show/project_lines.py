"""Projects as pages print them: whose, by when, how much, how far, how they stand.

In: known projects with their standings. Out: lines. Left out on purpose: judging, and who may.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from lantu.core.project import ProjectStanding
from lantu.show.addresses import link_entry
from lantu.show.adjusted import AdjustedFrom, tell_adjusted, write_yi
from lantu.show.numbers import write_amount, write_year
from lantu.show.titles import department_name, place_name, plan_title
from lantu.show.words import CLASSES, word_for
from lantu.store import models
from lantu.store.fetch.projects import KnownProject

STAGES: dict[str, Any] = {
    "preparing": _("前期"),
    "started": _("开工"),
    "building": _("在建"),
    "completed": _("完工"),
    "suspended": _("停缓建"),
}
GROUNDS: dict[str, Any] = {
    "completed": _("已报完工"),
    "overdue": _("建成年份已过，未报完工"),
    "suspended": _("停缓建"),
    "not_begun": _("开工年份已过，仍在前期"),
    "time_lead": _("按本年投资完成率与时序之差"),
    "share": _("按形象进度与工期之差"),
    "": _("没有本年计划投资，也没有起止年份和形象进度"),
}


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """One project; sums are in 亿元, "" is what nobody stated."""

    key: int
    name: str
    plan: str
    plan_key: int
    sentence_href: str
    place: str
    place_code: str
    lead: str
    lead_code: str
    is_presumed: bool
    due: str
    due_from: AdjustedFrom | None
    total: str
    total_from: AdjustedFrom | None
    scope: str
    scope_from: AdjustedFrom | None
    stage: str
    stage_word: str
    planned: str
    invested: str
    all_invested: str
    completion: str
    time_lead: str
    total_completion: str
    done: str
    klass: str
    word: str
    ground: str
    data_date: date | None
    report_key: int | None


def build_project_line(known: KnownProject, standing: ProjectStanding) -> ProjectLine:
    """One project."""
    row, setting, facts, rates = known.row, known.setting, known.facts, standing.rates
    href = link_project_text(row)
    adjusted = known.adjusted
    return ProjectLine(
        key=row.pk,
        name=row.name,
        plan=plan_title(row.plan),
        plan_key=row.plan_id,
        sentence_href=href,
        place=place_name(setting.place),
        place_code=setting.place_id,
        lead=department_name(setting.lead) if setting.lead else "",
        lead_code=setting.lead_id or "",
        is_presumed=setting.is_presumed,
        due=_write_year(facts.due_year),
        due_from=tell_adjusted(adjusted.get("due"), _write_year(setting.due_year), href),
        total=write_yi(facts.total),
        total_from=tell_adjusted(adjusted.get("sum"), write_yi(setting.total_yuan), href),
        scope=known.scope,
        scope_from=tell_adjusted(adjusted.get("scope"), setting.scope, href),
        stage=str(facts.stage or ""),
        stage_word=word_for(STAGES, facts.stage) if facts.stage else "",
        planned=write_yi(facts.year_planned),
        invested=write_yi(facts.year_invested),
        all_invested=write_yi(facts.all_invested),
        completion=_write_points(rates.completion, "%"),
        time_lead=_write_points(rates.time_lead, "", is_signed=True),
        total_completion=_write_points(rates.total_completion, "%"),
        done="" if facts.done_pct is None else f"{write_amount(facts.done_pct)}%",
        klass=str(standing.klass),
        word=word_for(CLASSES, standing.klass),
        ground=str(GROUNDS[standing.ground]) if facts.stage else "",
        data_date=facts.data_date,
        report_key=known.accepted[-1].pk if known.accepted else None,
    )


def _write_year(year: int | None) -> str:
    return "" if year is None else write_year(year)


def _write_points(figure: Decimal | None, unit: str, *, is_signed: bool = False) -> str:
    if figure is None:
        return ""
    exponent = figure.as_tuple().exponent
    # The formulas round once, to the places their setting says; those places are printed, a zero at the end too.
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    sign = "+" if is_signed and figure > 0 else ""
    return f"{sign}{write_amount(figure, places)}{unit}"


def link_project_text(row: models.Project) -> str:
    """The plan's words, in the version the project was taken from."""
    return link_entry(row.plan_id, row.entry.entry_id, None, row.entry.version.number)
