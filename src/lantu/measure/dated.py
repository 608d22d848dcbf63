"""Figures of rules by item and by the date of the data, as expressions.

In: a rule's editions, columns of items and periods. Out: an expression that gives what
held for the row. Left out on purpose: today; a rule is picked by what the row is about.

A period falls under the edition in force on its last day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import ibis

from lantu.core.step import Dated, Held
from lantu.measure.calendar import number_period


@dataclass(frozen=True, slots=True)
class Rows:
    """The columns that decide what holds.

    Attributes:
        item: Of each row; None where the rule is not by item.
        period: Number of the period.
        grain: Of the period.
        items: All that there are.
    """

    item: ibis.Value | None
    period: ibis.Value
    grain: str
    items: tuple[str, ...]


def choose_figure(dated: Dated, rows: Rows, read: Callable[[Any], int | None]) -> ibis.Value:
    """A whole number for each row; null where no edition holds or says anything.

    Args:
        dated: The rule.
        rows: The columns that decide.
        read: From what the rule holds to a whole number.
    """

    def write(value: Any) -> ibis.Value:
        number = read(value)
        return ibis.null("int64") if number is None else ibis.literal(number, "int64")

    return choose_expression(dated, rows, write, read)


def choose_expression(
    dated: Dated, rows: Rows, write: Callable[[Any], ibis.Value], same: Callable[[Any], Any] = repr
) -> ibis.Value:
    """An expression for each row; null where no edition holds.

    Args:
        dated: The rule.
        rows: The columns that decide.
        write: From what the rule holds to an expression.
        same: Gives equal answers where the expressions would be the same, so that no cases are written for them.
    """
    cases = [(item, held, held.find(item)) for held in dated.editions for item in rows.items]
    if len({same(value) for _, _, value in cases}) == 1 and _is_gapless(dated):
        return write(cases[0][2])
    is_by_item = rows.item is not None and any(
        len({same(held.find(item)) for item in rows.items}) > 1 for held in dated.editions
    )
    branches = []
    for held in dated.editions:
        is_held = _hold(held, rows)
        for item in rows.items if is_by_item else rows.items[:1]:
            condition = is_held & (rows.item == item) if is_by_item and rows.item is not None else is_held
            value = held.find(item)
            if value is not None:
                branches.append((condition, write(value)))
    return ibis.cases(*branches, else_=ibis.null("int64"))


def _is_gapless(dated: Dated) -> bool:
    """Whether some edition holds from the oldest on; days before it are read by it as well."""
    pairs = zip(dated.editions, dated.editions[1:], strict=False)
    return dated.editions[-1].ends_on is None and all(
        first.ends_on is not None and first.ends_on + timedelta(days=1) == second.begins_on for first, second in pairs
    )


def _hold(held: Held, rows: Rows) -> ibis.Value:
    is_held = rows.period >= number_period(held.begins_on, rows.grain)
    if held.ends_on is not None:
        # a month or year that an edition ends within falls under the next one
        is_held &= rows.period < number_period(held.ends_on + timedelta(days=1), rows.grain)
    return is_held


def list_editions(dated: Dated, first: int, last: int, grain: str) -> Iterator[str]:
    """Names of the editions that some period of a stretch falls under, oldest first."""
    for held in dated.editions:
        ends = None if held.ends_on is None else number_period(held.ends_on + timedelta(days=1), grain)
        if number_period(held.begins_on, grain) <= last and (ends is None or first < ends):
            yield held.edition
