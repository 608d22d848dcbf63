"""A standing or a value that crossed a rule.

In: nothing (nouns only). Out: rules, the open warnings and the moves that open, change and close them. Left out on purpose: what
somebody does about one, which is a case.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lantu.core.standing import Class


class Level(StrEnum):
    """How grave it is, from the least."""

    BLUE = "blue"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"

    @property
    def gravity(self) -> int:
        """0 for the least grave."""
        return list(Level).index(self)


class Trigger(StrEnum):
    """What a rule looks at."""

    STANDING = "standing"
    CHANCE = "chance"
    VALUE = "value"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class WarningRule:
    """When a warning is open, and how grave it is.

    Attributes:
        code: Short form, unique.
        cause: What it is about; there is one open warning for each cause and subject, however many rules hold.
        name: In Chinese.
        name_en: In English.
        trigger: What it looks at.
        levels: Level from so many days after the rule began to hold; the first of them is how long it must hold.
        classes: Classes that hold it, for standings.
        binding: Whether it looks at binding targets only, at others only, or at both (None).
        indicator: Code of the indicator it looks at, for values.
        above: Figure above which it holds, for values.
        below: Figure or chance below which it holds.
        release: How far back a figure must go beyond the limit before an open warning is closed.
    """

    code: str
    cause: str
    name: str
    name_en: str
    trigger: Trigger
    levels: tuple[tuple[int, Level], ...]
    classes: tuple[Class, ...] = ()
    binding: bool | None = None
    indicator: str = ""
    above: Decimal | None = None
    below: Decimal | None = None
    release: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class OpenWarning:
    """A warning that is open.

    Attributes:
        cause: What it is about.
        subject: Address of the target or of the series.
        level: How grave it is now.
        rule: Code of the rule that made it so.
        since: Day its rule began to hold.
    """

    cause: str
    subject: str
    level: Level
    rule: str
    since: date


class Step(StrEnum):
    """What happens to a warning."""

    OPENED = "opened"
    RAISED = "raised"
    LOWERED = "lowered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class WarningMove:
    """One step of one warning.

    Attributes:
        step: What happens.
        cause: What the warning is about.
        subject: Address of the target or of the series.
        level: How grave it is from now on; of a closed one, what it was.
        rule: Code of the rule; of a closed one, of the rule that held last.
        since: Day the rule began to hold.
        evidence: Figures it was decided with, by name.
    """

    step: Step
    cause: str
    subject: str
    level: Level
    rule: str
    since: date
    evidence: tuple[tuple[str, str], ...] = ()
