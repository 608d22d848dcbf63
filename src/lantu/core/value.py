"""Indicators computed for a place and a period.

In: nothing (nouns only). Out: values that name the observations and the rule
they rest on. Left out on purpose: judgement.
"""

from dataclasses import dataclass
from datetime import date

from lantu.core.absence import Absence
from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.quantity import Quantity
from lantu.core.time import Period


@dataclass(frozen=True, slots=True)
class Value:
    """An indicator's figure.

    Attributes:
        indicator_code: Of a definition.
        place_code: GB/T 2260.
        period: What it is about.
        quantity: In the definition's unit, or why there is none.
        bound: EQUAL, or LESS_THAN and the like where only a bound is known.
        status: The least settled of its inputs.
        inputs: Ids of the observations it rests on.
        rule: "reported" or "ratio", with the codes it used.
        published_on: The latest publication among its inputs, or None.
        note: What a reader must know (scope, revision).
    """

    indicator_code: str
    place_code: str
    period: Period
    quantity: Quantity | Absence
    bound: Comparator
    status: Status
    inputs: tuple[str, ...]
    rule: str
    published_on: date | None = None
    note: str = ""
