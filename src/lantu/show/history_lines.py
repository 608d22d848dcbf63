"""Every version of a value in words: figure, why it changed, who handed it in, from when to when it held, and how targets stood.

In: versions and standings. Out: lines. Left out on purpose: deciding anything; what changed is read off two versions beside each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from lantu.core.definition import Definition
from lantu.core.entry import Comparator
from lantu.core.time import Period
from lantu.show.addresses import link_entry
from lantu.show.comparators import write_bound
from lantu.show.numbers import write_amount, write_date
from lantu.show.series import Report, build_report
from lantu.show.units import unit_word
from lantu.show.words import CLASSES, STATUSES, word_for
from lantu.store import models
from lantu.store.fetch.value_history import Version, standings_during


@dataclass(frozen=True, slots=True)
class StoodLine:
    """How a target stood by a version."""

    name: str
    klass: str
    word: str
    judged_at: datetime
    href: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version."""

    key: int
    number: int
    figure: str
    unit: str
    status: str
    why: str
    note: str
    who: str
    published: str
    known_from: datetime
    known_until: datetime | None
    rule: str
    reports: tuple[Report, ...]
    stood: tuple[StoodLine, ...]


def build_versions(
    versions: Sequence[Version],
    standings: Sequence[tuple[models.StandingRow, Period | None]],
    definitions: dict[str, Definition],
) -> list[VersionLine]:
    """Lines, the newest version first."""
    lines = []
    for number, version in enumerate(versions, start=1):
        before = versions[number - 2].row if number > 1 else None
        row = version.row
        lines.append(
            VersionLine(
                key=row.pk,
                number=number,
                figure=_("无数据")
                if row.amount is None
                else write_bound(Comparator(row.bound)) + write_amount(row.amount),
                unit=unit_word(row.unit) if row.unit else "",
                status=word_for(STATUSES, row.status),
                why=_("；").join(tell_change(before, row)),
                note=row.note,
                who=_("、").join(version.actors) or _("系统按监测数据计算"),
                published=write_date(row.published_on) if row.published_on else "",
                known_from=row.recorded_at,
                known_until=version.until,
                rule=row.rule,
                reports=tuple(build_report(o, definitions) for o in version.inputs),
                stood=tuple(_build_stood(s) for s in standings_during(version, standings)),
            )
        )
    return lines[::-1]


def tell_change(before: models.ValueRow | None, row: models.ValueRow) -> list[str]:
    """What is different from the version before."""
    if before is None:
        return [_("首次登记")]
    said: list[tuple[bool, Any]] = [
        (row.amount is None and before.amount is not None, _("数值撤回")),
        (row.amount is not None and before.amount is None, _("有了数值")),
        (None not in (row.amount, before.amount) and row.amount != before.amount, _("数值修订")),
        (row.unit != before.unit and bool(row.unit and before.unit), _("单位不同")),
        (row.bound != before.bound, _("界限不同")),
        (row.status != before.status, _("初步与最终的变化")),
        (row.rule != before.rule, _("计算规则不同")),
    ]
    told = [str(word) for is_so, word in said if is_so]
    return told or [_("数值不变，依据的填报或备注不同")]


def _build_stood(row: Any) -> StoodLine:
    target = row.target
    return StoodLine(
        target.name, row.klass, word_for(CLASSES, row.klass), row.recorded_at,
        link_entry(row.plan_key, row.entry_key),
    )  # fmt: skip
