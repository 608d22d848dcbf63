"""An executable promise.

In: nothing (nouns only). Out: targets that `judge` can decide without looking at
words again. Left out on purpose: the words; a target carries the id of its entry.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lantu.core.absence import Absence
from lantu.core.definition import Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.quantity import Quantity


class Form(StrEnum):
    """How a target is decided (design: judging)."""

    LEVEL = "level"
    FLOOR = "floor"
    CEILING = "ceiling"
    ABOUT = "about"
    RANGE = "range"
    GROWTH = "growth"
    CUT = "cut"
    SUM = "sum"
    CHANGE = "change"
    RELATIVE = "relative"
    ASSIGNED = "assigned"
    COVERAGE = "coverage"
    MULTIPLE = "multiple"
    MILESTONE = "milestone"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Base:
    """The figure a target starts from.

    Attributes:
        year: Its year.
        quantity: The figure, or why there is none.
        version: Whose figure it is: "plan" for the one the plan prints.
        inputs: Ids of the observations it was taken from, where it was not printed.
    """

    year: int
    quantity: Quantity | Absence
    version: str = "plan"
    inputs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What was promised, ready to be judged.

    Attributes:
        id: Address of the target.
        entry_id: The entry it was read from.
        indicator_code: Of a definition, or "" where none was matched.
        name: The indicator's name as the plan prints it.
        place_code: GB/T 2260.
        form: How it is decided.
        comparator: How the value is to be met.
        value: The figure promised, or why there is none.
        value_max: Upper end of a range, else None.
        due_year: Last year of the promise.
        direction: Which way is good.
        base: What it starts from.
        stretch: Further figures beside the firm one, same unit where stated so.
        relative_to: Code of the partner indicator, or "".
        is_binding: 约束性.
        tolerance: Share of the target value within which "about" holds, or None for the setting.
        kind: How the indicator's periods combine, and whether its values are levels or growth.
        partner_kind: The same of the partner indicator.
        is_yearly: Whether it is promised of every year (每年) and so has no way to go.
    """

    id: str
    entry_id: str
    indicator_code: str
    name: str
    place_code: str
    form: Form
    comparator: Comparator
    value: Quantity | Absence
    due_year: int
    direction: Direction
    base: Base
    value_max: Quantity | None = None
    stretch: tuple[Quantity, ...] = ()
    relative_to: str = ""
    is_binding: bool = False
    tolerance: Decimal | None = None
    kind: Kind = Kind.LEVEL
    partner_kind: Kind = Kind.GROWTH
    is_yearly: bool = False
