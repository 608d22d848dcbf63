"""Figures that the law or a setting fixes, by the date they are in force.

In: dated values. Out: the one that holds on a date, with its source. Left out
on purpose: what the figure is used for.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RuleValue:
    """One figure of a rule.

    Attributes:
        value: The figure.
        valid_from: First day it holds.
        source: Standard or document, clause, address.
    """

    value: Decimal
    valid_from: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named figure that changes over time.

    Attributes:
        name: Unique within its pack.
        unit: Symbol of the unit.
        values: By valid_from, oldest first.
    """

    name: str
    unit: str
    values: tuple[RuleValue, ...]

    def value_on(self, day: date) -> RuleValue:
        """The figure that holds on that day.

        Raises:
            LookupError: If the day lies before the first value.
        """
        held = [value for value in self.values if value.valid_from <= day]
        if not held:
            raise LookupError(f"rule {self.name} has no value on {day}")
        return held[-1]
