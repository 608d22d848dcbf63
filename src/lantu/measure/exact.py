"""Figures as whole numbers, rounded by the rule of the standards, the same on every engine.

In: tables with columns of whole numbers. Out: the tables with one column more. Left out on
purpose: binary fractions, whose sums depend on the order and whose rounding on the engine.
"""

from decimal import Decimal

import ibis

from lantu.measure.calendar import floor_div

MOST = 2**53
"""Whole numbers above this have no exact binary fraction, and `floor_div` goes by those."""


def scale_figure(value: ibis.Value, decimals: int) -> ibis.Value:
    """A reading as a whole number of 10^-decimals; what a sensor sends has fewer places than are kept."""
    return (value * float(10**decimals) + 0.5).floor().cast("int64")


def scale_inverse(value: ibis.Value, decimals: int) -> ibis.Value:
    """One over a reading above zero, likewise."""
    return (float(10**decimals) / value + 0.5).floor().cast("int64")


def scale_decimal(figure: Decimal, decimals: int) -> int:
    """A figure of a rule as a whole number of 10^-decimals.

    Raises:
        ValueError: If it has more places than are kept.
    """
    scaled = figure.scaleb(decimals)
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{figure} has more than {decimals} places")
    return int(scaled)


def add_half_even(table: ibis.Table, name: str, above: ibis.Value, below: ibis.Value | int) -> ibis.Table:
    """A column with a quotient rounded to a whole number, a lone half to the even neighbour.

    Source: GB/T 8170-2008, 3.2, in force from 2009-01-01.

    Args:
        table: What both figures are of.
        name: Of the new column.
        above: Below 2^53.
        below: Above zero.
    """
    named = table.mutate(_above=above, _below=below)
    named = named.mutate(_whole=floor_div(named._above, named._below))
    named = named.mutate(_twice=2 * (named._above - named._whole * named._below), _half=floor_div(named._whole, 2))
    is_odd = named._whole - 2 * named._half == 1
    is_up = (named._twice > named._below) | ((named._twice == named._below) & is_odd)
    return named.mutate(**{name: named._whole + ibis.cases((is_up, 1), else_=0).cast("int64")}).drop(
        "_above", "_below", "_whole", "_twice", "_half"
    )


def ceil_div(above: ibis.Value, below: ibis.Value | int) -> ibis.Value:
    """The whole number at or above a quotient."""
    return -floor_div(-above, below)
