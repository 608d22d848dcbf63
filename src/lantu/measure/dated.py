"""Figures of rules by item and by the date of the data, as expressions.

In: a rule's editions, columns of items and periods. Out: an expression that gives what
held for the row. Left out on purpose: today; a rule is picked by what the row is about.

A period falls under the edition in force on its last day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
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
    spans = _merge_editions(dated, rows.items, same)
    if len(spans) == 1 and spans[0].ends_on is None:
        return _choose_item(spans[0], rows, write, same)
    branches = [(_hold(held, rows), _choose_item(held, rows, write, same)) for held in spans]
    return ibis.cases(*branches, else_=ibis.null("int64"))


def _merge_editions(dated: Dated, items: tuple[str, ...], same: Callable[[Any], Any]) -> list[Held]:
    """Neighbouring editions that hold the same as one: a condition on the day is asked for every row."""
    merged: list[Held] = []
    for held in dated.editions:
        if merged:
            last = merged[-1]
            is_next = last.ends_on is not None and last.ends_on + timedelta(days=1) == held.begins_on
            if is_next and all(same(last.find(item)) == same(held.find(item)) for item in items):
                merged[-1] = replace(last, ends_on=held.ends_on)
                continue
        merged.append(held)
    return merged


def _choose_item(held: Held, rows: Rows, write: Callable[[Any], ibis.Value], same: Callable[[Any], Any]) -> ibis.Value:
    """What one edition holds for the row's item; the figure that most items have stands last and is not asked for."""
    groups: dict[Any, list[str]] = {}
    for item in rows.items:
        groups.setdefault(same(held.find(item)), []).append(item)
    rest, *others = sorted(groups.values(), key=len, reverse=True)

    def state(items: list[str]) -> ibis.Value:
        value = held.find(items[0])
        return ibis.null("int64") if value is None else write(value)

    if rows.item is None or not others:
        return state(rest)
    item = rows.item
    return ibis.cases(*((item.isin(items), state(items)) for items in others), else_=state(rest))


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
