"""Figures ready to be shown: text, unit, date, and the way to the source.

In: entries and values with the observations they rest on. Out: `Figure`, or
`Missing` with the reason in words. Left out on purpose: a third possibility; a
figure without unit, date or source is not shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from lantu.core.absence import Absence
from lantu.core.definition import Definition
from lantu.core.entry import Entry
from lantu.core.observation import Status
from lantu.core.value import Value
from lantu.show.addresses import link_entry, link_indicator, link_row, value_anchor
from lantu.show.adjusted import AdjustedFrom, tell_adjusted
from lantu.show.comparators import write_bound, write_comparator
from lantu.show.numbers import write_amount, write_date, write_period, write_quantity, write_year
from lantu.show.units import unit_word
from lantu.store import models

Observations = Mapping[str, models.StagedObservation]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as the page prints it.

    Attributes:
        number: Digits, or the plan's own words where it gives none.
        unit: Unit as a word.
        before: Words in front, such as a comparator in English.
        after: Words behind, such as 以上.
        when: Period or due year.
        href: Where it comes from.
        source: What is found there, in a few words.
        is_preliminary: Whether it is not settled yet.
        is_words: Whether `number` is the plan's words (and may be long).
        more: A further remark: a stretch goal, a bound.
        adjusted: What the plan printed, where an adjustment holds and `number` is the adjusted one.
    """

    number: str
    unit: str
    when: str
    href: str
    source: str
    before: str = ""
    after: str = ""
    is_preliminary: bool = False
    is_words: bool = False
    more: str = ""
    is_missing: bool = False
    adjusted: AdjustedFrom | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """No figure, and why."""

    reason: str
    is_missing: bool = True


def show_base(entry: Entry, plan_key: int, plan_word: str) -> Figure | Missing:
    """What a target starts from, as the plan prints it."""
    if entry.base_value is None:
        return Missing(_("规划未给出"))
    year = write_year(entry.base_year) if entry.base_year is not None else _("基期")
    return Figure(
        number=write_amount(entry.base_value),
        unit=unit_word(entry.unit),
        when=year,
        href=link_entry(plan_key, entry.id, entry.base_span or entry.span),
        source=plan_word,
    )


def show_target(entry: Entry, plan_key: int, plan_word: str, due_year: int) -> Figure:
    """What was promised, as the plan prints it; its own words where it gives no number."""
    span = entry.value_span or entry.span
    href = link_entry(plan_key, entry.id, span)
    if entry.value is None:
        return Figure(span.quote.strip(), "", write_year(due_year), href, plan_word, is_words=True)
    before, after = write_comparator(entry.comparator)
    number = write_amount(entry.value)
    if entry.value_max is not None:
        number = f"{number}–{write_amount(entry.value_max)}"
    return Figure(
        number=number,
        unit=unit_word(entry.unit),
        when=write_year(due_year),
        href=href,
        source=plan_word,
        before=_("累计") if entry.is_cumulative else before,
        after=after,
        more=_write_stretch(entry),
    )


def show_adjusted(figure: Figure | Missing, row: models.Adjustment | None) -> Figure | Missing:
    """The figure that an adjustment put in place of the plan's, with the plan's beside it; the plan's where none holds."""
    if row is None or row.amount is None or isinstance(figure, Missing):
        return figure
    adjusted = tell_adjusted(row, write_figure(figure), figure.href)
    return put_in_place(figure, row.amount, row.unit, adjusted)


def put_in_place(figure: Figure, amount: Decimal, unit: str, adjusted: AdjustedFrom | None) -> Figure:
    """A plan's figure with another in its place, and what it said beside it."""
    href = adjusted.href if adjusted else figure.href
    number = write_amount(amount)
    return replace(figure, number=number, unit=unit_word(unit), href=href, is_words=False, adjusted=adjusted)


def write_figure(figure: Figure) -> str:
    """A figure as one piece of text."""
    said = (figure.before, f"{figure.number}{figure.unit}", figure.after)
    return " ".join(word for word in said if word)


def _write_stretch(entry: Entry) -> str:
    if not entry.stretch:
        return ""
    goals = _("、").join(write_quantity(s.value, s.unit) for s in entry.stretch)
    return _("力争%(goals)s") % {"goals": goals}


def show_value(
    value: Value, definition: Definition | None, observations: Observations, decimals: int | None = None
) -> Figure | Missing:
    """A measured figure with the way to its return, or to its lineage where it was computed."""
    if isinstance(value.quantity, Absence):
        return Missing(value.quantity.reason or _("未填报"))
    is_reported = value.rule.startswith("reported")
    places = decimals if decimals is not None or is_reported or definition is None else definition.decimals
    source = [observations[key] for key in value.inputs if key in observations]
    first = source[0] if source else None
    lineage = link_indicator(value.indicator_code, value.place_code, value_anchor(value.period))
    return Figure(
        number=write_bound(value.bound) + write_amount(value.quantity.amount, places),
        unit=unit_word(value.quantity.unit.symbol),
        when=write_period(value.period),
        href=link_row(first) if is_reported and first is not None else lineage,
        source=(first.source_name or first.batch.name) if is_reported and first is not None else _("计算得出"),
        is_preliminary=value.status is Status.PRELIMINARY,
        more="" if value.published_on is None else _("%(day)s发布") % {"day": write_date(value.published_on)},
    )


def share_of(number: Decimal | None) -> float | None:
    """A share between 0 and 1 for drawing; what lies beyond is drawn at the edge."""
    return None if number is None else float(min(max(number, Decimal(0)), Decimal(1)))
