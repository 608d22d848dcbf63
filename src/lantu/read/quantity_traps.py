"""Numerals that are not figures of an indicator, one rule after the other.

In: a stream's text and a quantity in it. Out: a short reason where the numeral
belongs to a date, a name, an ordinal, a threshold or a subsidy; "" otherwise.
Left out on purpose: names of programmes; what is quoted and short is a name.
"""

from collections.abc import Callable

from lantu.read import quantity_names as names
from lantu.read import quantity_thresholds as thresholds
from lantu.read.quantity_grammar import Quantity
from lantu.read.quantity_place import Place, look_around

TRAPS: tuple[tuple[str, Callable[[Place], bool]], ...] = (
    ("year", names.is_year),
    ("name", names.is_in_name),
    ("ordinal", names.is_ordinal),
    ("date", names.is_date_or_times),
    ("quoted", names.is_quoted),
    ("bare", names.is_bare),
    ("round", names.is_round_name),
    ("word", names.is_worded_name),
    ("policy", thresholds.is_policy),
    ("peers", thresholds.is_peers),
    ("duration", names.is_duration),
    ("norm", thresholds.is_norm),
    ("subsidy", thresholds.is_subsidy),
    ("threshold", thresholds.is_threshold),
)
"""Reason and rule; the first that holds decides."""


def find_trap(text: str, quantity: Quantity, start: int, limit: int, has_later: bool) -> str:
    """Why the numeral is no figure of an indicator, or "".

    Args:
        text: The stream.
        quantity: The numeral as a quantity.
        start: Where its sentence begins.
        limit: Where its clause ends.
        has_later: Whether another figure follows in the same clause.
    """
    place = look_around(text, quantity, start, limit, has_later)
    return next((reason for reason, holds in TRAPS if holds(place)), "")
