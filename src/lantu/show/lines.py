"""One line of the overview: a target with its figures, its progress and its standing.

In: targets with standings, definitions, observations. Out: `TargetLine`, ready to
be printed. Left out on purpose: order and grouping, which belong to the page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from django.utils import timezone
from django.utils.translation import gettext as _

from lantu.core.definition import Definition
from lantu.core.entry import Entry
from lantu.core.standing import Class
from lantu.show.addresses import link_entry, link_indicator
from lantu.show.figures import (
    Figure,
    Missing,
    Observations,
    share_of,
    show_adjusted,
    show_base,
    show_target,
    show_value,
)
from lantu.show.language import is_english
from lantu.show.numbers import write_date, write_share
from lantu.show.owners import NOBODY, Owner, find_owners
from lantu.show.sentences import explain_reason, explain_standing
from lantu.show.titles import place_name, plan_title
from lantu.show.trends import TrendView, show_trend
from lantu.show.words import CLASSES, FORMS, PLAN_KINDS, word_for
from lantu.store import models
from lantu.store.adjustments import adjust_entry, adjust_target, adjustments_in_force
from lantu.store.fetch.figures import observations_by_key
from lantu.store.fetch.standings import StandingTarget

NOTHING: Mapping[tuple[str, str], models.Adjustment] = MappingProxyType({})
BAR = 120
"""Width of the progress bar in its own units."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Progress as drawn: how far done, where the time stands, both on a scale of BAR."""

    done: int
    elapsed: int
    done_text: str
    elapsed_text: str


@dataclass(frozen=True, slots=True)
class TargetLine:
    """What a page shows of one target."""

    key: int
    anchor: str
    no: str
    name: str
    has_chinese_name: bool
    href: str
    plan: str
    plan_short: str
    category: str
    is_binding: bool
    is_expected: bool
    is_sub: bool
    is_tabled: bool
    due_year: int
    form: str
    base: Figure | Missing
    goal: Figure
    latest: Figure | Missing
    bar: Bar | None
    klass: str
    word: str
    is_preliminary: bool
    reason: str
    why: str
    note: str
    data_date: str
    owner: str
    is_owner_guessed: bool
    trend: TrendView | None = None


def build_lines(targets: Iterable[StandingTarget], definitions: Mapping[str, Definition]) -> list[TargetLine]:
    """Lines in the order of the targets given; observations are fetched once for all."""
    targets = list(targets)
    keys = {key for t in targets if t.standing and t.standing.latest for key in t.standing.latest.inputs}
    observations, owners = observations_by_key(keys), find_owners(definitions)
    now = timezone.now()
    adjusted = adjustments_in_force(now, timezone.localdate(now))
    return [
        build_line(
            target,
            definitions.get(target.row.indicator_code),
            observations,
            owners.of(target.row.address, target.row.indicator_code, target.row.place_id),
            adjusted,
        )
        for target in targets
    ]


def build_line(
    item: StandingTarget,
    definition: Definition | None,
    observations: Observations,
    owner: Owner = NOBODY,
    adjusted: Mapping[tuple[str, str], models.Adjustment] = NOTHING,
) -> TargetLine:
    """One target as a line; where an adjustment holds, its figure with the plan's beside it."""
    row, entry, standing = item.row, item.entry, item.standing
    plan = row.version.plan
    klass = standing.klass if standing else Class.CANNOT_SAY
    has_english = bool(definition and definition.name_en) and is_english()
    return TargetLine(
        key=row.pk,
        anchor=f"t-{row.pk}",
        no="" if entry.row_no is None else str(entry.row_no),
        name=definition.name_en if has_english and definition else row.name,
        has_chinese_name=not has_english,
        href=_link_name(item),
        plan=plan_title(plan),
        plan_short=f"{place_name(plan.place)} {word_for(PLAN_KINDS, plan.kind)}",
        category=entry.category,
        is_binding=row.is_binding,
        is_expected=entry.attribute == "预期性",
        is_sub=entry.is_sub,
        is_tabled=entry.origin == "table",
        due_year=row.due_year,
        form=word_for(FORMS, row.form),
        base=show_adjusted(show_base(entry, plan.pk, plan_title(plan)), adjusted.get((row.address, "base"))),
        goal=show_target_figure(entry, plan, row, adjusted),
        latest=_show_latest(item, definition, observations),
        bar=_draw_bar(standing.done, standing.elapsed) if standing else None,
        klass=str(klass),
        word=word_for(CLASSES, klass),
        is_preliminary=bool(standing and standing.is_preliminary),
        reason=explain_reason(standing) if standing and klass is Class.CANNOT_SAY else "",
        why=explain_standing(
            adjust_target(item.target, adjusted), adjust_entry(entry, row.address, adjusted), standing
        ),
        note=standing.note if standing else "",
        data_date=write_date(standing.data_date) if standing and standing.data_date else "",
        owner=owner.name,
        is_owner_guessed=owner.is_guessed,
        trend=show_trend(standing.trend) if standing else None,
    )


def show_target_figure(
    entry: Entry,
    plan: models.Plan,
    row: models.PlanTarget,
    adjusted: Mapping[tuple[str, str], models.Adjustment],
) -> Figure:
    """What is to be reached: the plan's figure, or the adjusted one with the plan's beside it."""
    figure = show_target(entry, plan.pk, plan_title(plan), row.due_year)
    shown = show_adjusted(figure, adjusted.get((row.address, "value")))
    return shown if isinstance(shown, Figure) else figure


def _link_name(item: StandingTarget) -> str:
    row = item.row
    if row.indicator_code:
        return link_indicator(row.indicator_code, row.place_id)
    return link_entry(row.version.plan_id, item.entry.id, item.entry.value_span)


def _show_latest(item: StandingTarget, definition: Definition | None, observations: Observations) -> Figure | Missing:
    standing = item.standing
    if standing is None or standing.latest is None:
        return Missing(_("无数据"))
    return show_value(standing.latest, definition, observations)


def _draw_bar(done: Decimal | None, elapsed: Decimal | None) -> Bar | None:
    done_share, elapsed_share = share_of(done), share_of(elapsed)
    if done is None or elapsed is None or done_share is None or elapsed_share is None:
        return None
    return Bar(round(done_share * BAR), round(elapsed_share * BAR), write_share(done), write_share(elapsed))
