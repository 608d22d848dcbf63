"""What recognised methods say of one target.

In: nothing (nouns only). Out: opinions that carry their figures, or the reason
why a method does not apply. Left out on purpose: the formulas (`judge.methods`)
and the city's own answer, which is the standing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Method(StrEnum):
    """Whose rule it is."""

    LINEAR = "linear"
    """时序进度: the share of the way against the share of the time."""
    STATCAN = "statcan"
    """Statistics Canada, used by Open SDG as well."""
    UNSD = "unsd"
    """United Nations Statistics Division."""
    ESCAP = "escap"
    """United Nations Economic and Social Commission for Asia and the Pacific."""


class Refusal(StrEnum):
    """Why a method does not apply; where a standing gives the same reason, the word is the same."""

    NONE = ""
    NO_INDICATOR = "no_indicator"
    NO_VALUE = "no_value"
    NO_VALUE_AFTER_BASE = "no_value_after_base"
    NO_FULL_YEAR = "no_full_year"
    NO_BASE = "no_base"
    GROWTH_MISSING = "growth_missing"
    UNIT_DIFFERS = "unit_differs"
    ONLY_A_BOUND = "only_a_bound"
    DATE_AFTER_AS_OF = "date_after_as_of"
    NO_FIGURE = "no_figure"
    """The promise is words, a rank, another indicator, or assigned later: there is no figure to go to."""
    NO_TIME = "no_time"
    """The due year does not lie after the base year."""
    HELD = "held"
    """The base is already there: the promise is to be held, and no way is to be gone."""
    ZERO_BASE = "zero_base"
    NEGATIVE_BASE = "negative_base"
    ZERO_TARGET = "zero_target"
    SIGN_CHANGE = "sign_change"
    GROWTH_SERIES = "growth_series"
    """The figures are rates of growth; a rate of growth of rates says nothing."""


@dataclass(frozen=True, slots=True)
class Component:
    """A figure that a method's word was found with.

    Attributes:
        name: done, elapsed, ratio, current or gap.
        amount: The figure.
    """

    name: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one method says.

    Attributes:
        method: Whose rule.
        version: Of our writing of it.
        klass: The method's own word; "" where refused.
        is_enough: Whether the word says that the pace is enough to meet the target.
        components: Figures the word was found with, as far as there are any.
        margin: How far the deciding figure is from the nearest edge of a band, in its own
            measure; None where the word does not hang on a band (the target is reached, or missed).
        refused: Why the method does not apply; NONE where it does.
    """

    method: Method
    version: str = "1"
    klass: str = ""
    is_enough: bool = False
    components: tuple[Component, ...] = ()
    margin: Decimal | None = None
    refused: Refusal = Refusal.NONE

    @property
    def figures(self) -> dict[str, Decimal]:
        """The components by name."""
        return {component.name: component.amount for component in self.components}


def is_disputed(panel: Iterable[Opinion]) -> bool:
    """Whether some of the methods that apply say that the pace is enough and others that it is not."""
    return len({opinion.is_enough for opinion in panel if opinion.refused is Refusal.NONE}) > 1
