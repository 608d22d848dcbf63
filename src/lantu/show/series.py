"""A series told period by period: the figure in force, what it rests on, and what was said before.

In: values in force and every reported figure of a series. Out: `PeriodBlock`s,
newest first. Left out on purpose: choosing; which vintage is in force was decided
by `measure`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lantu.core.definition import Definition
from lantu.core.entry import Comparator
from lantu.core.time import Period
from lantu.core.value import Value
from lantu.show.addresses import link_history, link_row, value_anchor
from lantu.show.comparators import write_bound
from lantu.show.figures import Figure, Missing, Observations, show_value
from lantu.show.numbers import write_amount, write_date, write_period
from lantu.show.titles import indicator_name
from lantu.show.units import unit_word
from lantu.show.words import STATUSES, word_for
from lantu.store import models


@dataclass(frozen=True, slots=True)
class Report:
    """One reported figure."""

    indicator: str
    number: str
    unit: str
    when: str
    href: str
    status: str
    is_preliminary: bool
    published: str
    recorded_at: datetime
    source: str
    source_url: str
    quote: str
    note: str


@dataclass(frozen=True, slots=True)
class PeriodBlock:
    """One period of a series."""

    anchor: str
    when: str
    figure: Figure | Missing
    status: str
    is_preliminary: bool
    rule: str
    is_computed: bool
    note: str
    recorded_at: datetime
    history_href: str
    inputs: tuple[Report, ...]
    others: tuple[Report, ...]


def build_report(row: models.StagedObservation, definitions: Mapping[str, Definition]) -> Report:
    """A reported figure with where it stands in its return."""
    definition = definitions.get(row.indicator_code)
    number = "—" if row.amount is None else write_bound(Comparator(row.bound)) + write_amount(row.amount)
    return Report(
        indicator=indicator_name(definition) if definition else row.indicator_code,
        number=number,
        unit=unit_word(row.unit),
        when=write_period(Period(row.period_start, row.period_end)),
        href=link_row(row),
        status=word_for(STATUSES, row.status),
        is_preliminary=row.status == "preliminary",
        published=write_date(row.published_on) if row.published_on else "",
        recorded_at=row.recorded_at,
        source=row.source_name or row.batch.name,
        source_url=row.source_url if row.source_url.startswith(("http://", "https://")) else "",
        quote=row.quote,
        note=row.note,
    )


def build_blocks(
    values: Iterable[tuple[models.ValueRow, Value]],
    reported: Sequence[models.StagedObservation],
    inputs: Observations,
    definitions: Mapping[str, Definition],
) -> list[PeriodBlock]:
    """All periods of a series, newest first.

    Args:
        values: In force, as rows and nouns.
        reported: Every figure reported for the series.
        inputs: All observations the values rest on, other series included.
        definitions: By code.
    """
    blocks = [_build_block(row, value, reported, inputs, definitions) for row, value in values]
    return sorted(blocks, key=lambda block: block.anchor, reverse=True)


def _build_block(
    row: models.ValueRow,
    value: Value,
    reported: Sequence[models.StagedObservation],
    inputs: Observations,
    definitions: Mapping[str, Definition],
) -> PeriodBlock:
    used = [inputs[key] for key in value.inputs if key in inputs]
    same = [o for o in reported if (o.period_start, o.period_end) == (row.period_start, row.period_end)]
    others = [o for o in same if str(o.pk) not in value.inputs]
    return PeriodBlock(
        anchor=value_anchor(value.period),
        when=write_period(value.period),
        figure=show_value(value, definitions.get(value.indicator_code), inputs),
        status=word_for(STATUSES, value.status),
        is_preliminary=row.status == "preliminary",
        rule=row.rule,
        is_computed=not row.rule.startswith("reported"),
        note=row.note,
        recorded_at=row.recorded_at,
        history_href=link_history(row.indicator_code, row.place_code, value.period),
        inputs=tuple(build_report(o, definitions) for o in used),
        others=tuple(build_report(o, definitions) for o in others),
    )
