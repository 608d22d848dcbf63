"""A publication as the public reads it: figures with unit and date, the sentence of each target, standings in words.

In: a publication's nouns. Out: lines for pages, tables and files. Left out on purpose: ways into the registry; whoever may not read
it would find doors that are shut.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from lantu.core.entry import Entry
from lantu.core.standing import Class, Standing
from lantu.core.target import Target
from lantu.show.adjusted import AdjustedFrom
from lantu.show.figures import Figure, Missing, put_in_place, show_base, show_target, show_value, write_figure
from lantu.show.language import is_english
from lantu.show.numbers import write_date
from lantu.show.sentences import explain_reason, explain_standing
from lantu.show.words import CLASSES, word_for
from lantu.store import models
from lantu.store.codec import decode

Told = Mapping[str, Any]
"""What a publication says of an adjustment: part, amount, unit, since."""


@dataclass(frozen=True, slots=True)
class PublicLine:
    """One target of a publication."""

    number: int
    name: str
    place: str
    code: str
    is_binding: bool
    due_year: int
    base: Figure | Missing
    goal: Figure
    latest: Figure | Missing
    klass: str
    word: str
    is_preliminary: bool
    why: str
    data_date: str
    quote: str
    base_year: int | None
    base_amount: float | None
    goal_amount: float | None
    years: tuple[tuple[int, float], ...]
    unit: str


def read_lines(publication: models.Publication) -> list[PublicLine]:
    """The targets of a publication in the order of the plan."""
    return [_read_line(number, body) for number, body in enumerate(publication.body, start=1)]


def _read_line(number: int, body: dict[str, Any]) -> PublicLine:
    target, entry = decode(Target, body["target"]), decode(Entry, body["entry"])
    standing = decode(Standing, body["standing"]) if body["standing"] else None
    klass = standing.klass if standing else Class.CANNOT_SAY
    adjusted = {told["part"]: told for told in body.get("adjusted", ())}
    held = _hold_entry(entry, adjusted.get("value"), adjusted.get("base"))
    says_why = klass is not Class.CANNOT_SAY or standing is None
    latest = standing.latest if standing else None
    return PublicLine(
        number=number,
        name=body["name_en"] if is_english() and body["name_en"] else target.name,
        place=body["place_en"] if is_english() and body["place_en"] else body["place"],
        code=target.indicator_code,
        is_binding=target.is_binding,
        due_year=target.due_year,
        base=_show_held(show_base(entry, 0, ""), adjusted.get("base")),
        goal=_show_adjusted(show_target(entry, 0, "", target.due_year), adjusted.get("value")),
        latest=show_value(latest, None, {}) if latest else Missing(_("无数据")),
        klass=str(klass),
        word=word_for(CLASSES, klass),
        is_preliminary=bool(standing and standing.is_preliminary),
        why=explain_standing(target, held, standing) if says_why or standing is None else explain_reason(standing),
        data_date=write_date(standing.data_date) if standing and standing.data_date else "",
        quote=entry.span.quote,
        base_year=entry.base_year,
        base_amount=_draw(held.base_value, entry, adjusted.get("base")),
        goal_amount=_draw(held.value, entry, adjusted.get("value")),
        years=tuple((int(year), float(amount)) for year, amount, unit in body["years"] if unit == entry.unit),
        unit=entry.unit,
    )


def _hold_entry(entry: Entry, value: Told | None, base: Told | None) -> Entry:
    """The entry with the figures that held when it was published."""
    if value is not None:
        entry = replace(entry, value=Decimal(value["amount"]), value_max=None, unit=value["unit"])
    return entry if base is None else replace(entry, base_value=Decimal(base["amount"]))


def _show_held(figure: Figure | Missing, told: Told | None) -> Figure | Missing:
    return figure if told is None or isinstance(figure, Missing) else _show_adjusted(figure, told)


def _show_adjusted(figure: Figure, told: Told | None) -> Figure:
    """The figure that holds, with the plan's own beside it."""
    if told is None:
        return figure
    before = AdjustedFrom(write_figure(figure), "", since=write_date(date.fromisoformat(told["since"])))
    return put_in_place(figure, Decimal(told["amount"]), told["unit"], before)


def _draw(amount: Decimal | None, entry: Entry, told: Told | None) -> float | None:
    """A figure of the chart; one adjusted into another unit than the plan's years are told in is not drawn."""
    if amount is None or (told is not None and told["unit"] != entry.unit):
        return None
    return float(amount)
