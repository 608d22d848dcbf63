"""Targets in force as columns: what lists filter, sort and count by, without reading the nouns.

In: the registry. Out: one `TargetRow` a target. Left out on purpose: figures with their sources, which the lines of a page
take from the nouns of the few that are printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models.fields.json import KT

from lantu.core.standing import Class
from lantu.store import models
from lantu.store.fetch.plans import list_plans, versions_in_force


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target with its standing in force.

    Attributes:
        key: Of the target's row.
        rank: Its plan's place in the order of plans, then its own in the plan.
        category: The heading it stands under in the plan's table, or "".
        chance: That it is kept in the due year, 0 to 1, or None where no trend says so.
        done: Share of the way gone, or None.
        expected: Share that should be gone, or None.
    """

    key: int
    rank: tuple[int, int]
    address: str
    plan_key: int
    name: str
    code: str
    place_code: str
    category: str
    form: str
    due_year: int
    is_binding: bool
    klass: Class
    is_preliminary: bool
    data_date: date | None
    chance: Decimal | None
    done: Decimal | None
    expected: Decimal | None

    @property
    def gap(self) -> Decimal:
        """How far behind the time it is; 0 where nothing is told."""
        return Decimal(0) if self.done is None or self.expected is None else self.expected - self.done


def list_target_rows() -> list[TargetRow]:
    """Every target of a version in force, in the order of plans and of the text."""
    versions = versions_in_force()
    order = {plan.pk: n for n, plan in enumerate(list_plans())}
    standings = _standings_of(v.pk for v in versions.values())
    rows = models.PlanTarget.objects.filter(version__in=[v.pk for v in versions.values()]).order_by()
    found = rows.values_list(
        "pk", "version__plan_id", "position", "address", "name", "indicator_code", "place_id", "entry__category",
        "form", "due_year", "is_binding",
    )  # fmt: skip
    made = (_make_row(row, order[row[1]], standings.get(row[0])) for row in found)
    return sorted(made, key=lambda row: row.rank)


def _standings_of(version_keys: Iterable[int]) -> dict[int, tuple[Any, ...]]:
    rows = models.StandingRow.objects.filter(target__version__in=list(version_keys)).order_by("recorded_at", "id")
    told = rows.values_list(
        "target_id", "klass", "is_preliminary", "data_date", KT("body__trend__chance"), KT("body__done"),
        KT("body__expected"),
    )  # fmt: skip
    return {row[0]: row[1:] for row in told}


def _make_row(row: tuple[Any, ...], plan_rank: int, standing: tuple[Any, ...] | None) -> TargetRow:
    key, plan_key, position, address, name, code, place, category, form, due, is_binding = row
    klass, is_preliminary, data_date, chance, done, expected = standing or (Class.CANNOT_SAY, False, None, "", "", "")
    return TargetRow(
        key=key,
        rank=(plan_rank, position),
        address=address,
        plan_key=plan_key,
        name=name,
        code=code,
        place_code=place,
        category=category,
        form=form,
        due_year=due,
        is_binding=is_binding,
        klass=Class(klass),
        is_preliminary=is_preliminary,
        data_date=data_date,
        chance=_read_number(chance),
        done=_read_number(done),
        expected=_read_number(expected),
    )


def _read_number(told: str | None) -> Decimal | None:
    """A number kept as text in JSON; SQLite writes a null of JSON as the word."""
    return Decimal(told) if told and told != "null" else None
