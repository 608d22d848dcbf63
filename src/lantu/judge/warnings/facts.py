"""What rules look at: a target with its standing, or a value.

In: nouns. Out: facts, and whether a rule holds for one. Left out on purpose: levels and moves (`decide`).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from lantu.core.absence import Absence
from lantu.core.standing import Class, Standing
from lantu.core.target import Target
from lantu.core.value import Value
from lantu.core.warning import Trigger, WarningRule

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class TargetFact:
    """A target as it stands.

    Attributes:
        target: The target.
        standing: Its standing.
        since: Day from which it has stood in this class.
    """

    target: Target
    standing: Standing
    since: date

    @property
    def subject(self) -> str:
        """Address of the target."""
        return self.target.id


@dataclass(frozen=True, slots=True)
class ValueFact:
    """The latest value of a series.

    Attributes:
        value: The value.
    """

    value: Value

    @property
    def subject(self) -> str:
        """Address of the series."""
        return f"value/{self.value.indicator_code}/{self.value.place_code}"


Fact = TargetFact | ValueFact


def find_since(rule: WarningRule, fact: Fact, as_of: date, *, is_open: bool) -> date | None:
    """The day from which a rule has held for a fact; None where it does not hold.

    Args:
        rule: The rule.
        fact: What it looks at.
        as_of: The day to speak for.
        is_open: Whether a warning of its cause is open: then a figure has to go back by the release as well.
    """
    if isinstance(fact, ValueFact):
        is_held = rule.trigger is Trigger.VALUE and _is_crossed(rule, fact.value, is_open=is_open)
        return fact.value.period.end if is_held else None
    if rule.binding is not None and rule.binding is not fact.target.is_binding:
        return None
    if rule.trigger is Trigger.STANDING:
        return fact.since if _is_in_class(rule, fact.standing, is_open=is_open) else None
    if rule.trigger is Trigger.CHANCE:
        return fact.since if _is_unlikely(rule, fact.standing, is_open=is_open) else None
    return _find_gap(fact, as_of) if rule.trigger is Trigger.MISSING else None


def _is_in_class(rule: WarningRule, standing: Standing, *, is_open: bool) -> bool:
    if standing.klass in rule.classes:
        return True
    if not is_open or standing.klass is not Class.ON_COURSE or Class.BEHIND not in rule.classes:
        return False
    if standing.done is None or standing.expected is None:
        return False
    # hardly back within the band: the warning stays until the release is passed, so that it does not flicker
    return standing.done - standing.expected < rule.release - standing.band


def _is_unlikely(rule: WarningRule, standing: Standing, *, is_open: bool) -> bool:
    chance = standing.trend.chance if standing.trend is not None else None
    if chance is None or rule.below is None:
        return False
    return chance < rule.below + (rule.release if is_open else 0)


def _is_crossed(rule: WarningRule, value: Value, *, is_open: bool) -> bool:
    if value.indicator_code != rule.indicator or isinstance(value.quantity, Absence):
        return False
    slack = rule.release if is_open else Decimal(0)
    amount = value.quantity.amount
    is_over = rule.above is not None and amount > rule.above - slack
    is_under = rule.below is not None and amount < rule.below + slack
    return is_over or is_under


def _find_gap(fact: TargetFact, as_of: date) -> date | None:
    """The last day of the first full year without a figure, if that year is over; None where nothing is missing.

    A target without any figure since its base misses the first year after the base. Years after the due year are not asked for.
    """
    target, standing = fact.target, fact.standing
    if not target.indicator_code or standing.klass in (Class.MET, Class.MISSED):
        return None
    latest = standing.latest
    last = (
        target.base.year
        if latest is None
        else latest.period.year
        if latest.period.is_full_year
        else latest.period.year - 1
    )
    missed = date(max(last, target.base.year) + 1, 12, 31)
    return missed if missed < as_of and missed.year <= target.due_year else None


def list_evidence(fact: Fact) -> tuple[tuple[str, str], ...]:
    """The figures a decision rests on, as text."""
    if isinstance(fact, ValueFact):
        return (("period", str(fact.value.period)), ("figure", str(fact.value.quantity)))
    standing = fact.standing
    chance = standing.trend.chance if standing.trend is not None else None
    told = (
        ("class", standing.klass.value),
        ("data_date", standing.data_date),
        ("done", standing.done),
        ("expected", standing.expected),
        ("figure", None if standing.latest is None else standing.latest.quantity),
        ("chance", chance),
    )
    return tuple((name, str(figure)) for name, figure in told if figure is not None)
