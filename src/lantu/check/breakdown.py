"""Whether the parts of a target meet the whole: by place, by department, by year.

In: a target and the figures of its parts, in its unit. Out: a verdict with the rule used and what the parts come to,
or why it cannot be checked. Left out on purpose: how the parts were found; people state them.

Source: sums for what adds up; the mean weighted by denominators for ratios, which lies between its smallest and its
largest part; 年均增长 by the level method (水平法), so the yearly rates are multiplied; 累计降低 as
1 − Π(1 − kᵢ).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lantu.core.absence import Absence
from lantu.core.definition import Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.target import Form, Target

ADDITIVE = frozenset(
    ["coal equivalent", *"CNY USD person count mass area energy volume power visit length TEU".split()]
)
"""Dimensions whose figures of districts add up to that of the city."""
TOLERANCE = Decimal("0.001")
"""Share of the whole that rounding may take."""
_UP = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})
_DOWN = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN})
_PLAIN = frozenset({Form.LEVEL, Form.FLOOR, Form.CEILING, Form.ABOUT, Form.SUM, Form.CHANGE})
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the parts come to.

    Attributes:
        state: meets, short or unknown.
        rule: sum, mean, floor, last, product or "".
        total: What the parts come to, in the target's unit, or None.
        whole: What the target asks for, or None.
        reason: Why it is unknown: no_parts, no_figure, form, missing, weights, composition or shared; else "".
        missing: The shares without a part.
    """

    state: str
    rule: str = ""
    total: Decimal | None = None
    whole: Decimal | None = None
    reason: str = ""
    missing: tuple[str, ...] = ()

    @property
    def excess(self) -> Decimal | None:
        """The total over the whole: above 1 where the parts ask for more (层层加码)."""
        if self.total is None or self.whole is None or self.whole == 0:
            return None
        return self.total / self.whole


def check_places(
    target: Target, parts: Mapping[str, Decimal], places: Sequence[str], weights: Mapping[str, Decimal]
) -> Verdict:
    """Parts by place against the whole.

    Args:
        target: The whole.
        parts: Figure of each place that has one.
        places: All places the whole consists of.
        weights: What a ratio's parts are weighted by, where known.
    """
    whole = _figure_of(target)
    if whole is None or not parts:
        return Verdict("unknown", reason="no_parts" if whole is not None else "no_figure", whole=whole)
    missing = tuple(place for place in places if place not in parts)
    own = {place: parts[place] for place in places if place in parts}
    if target.form is Form.CUT:
        return Verdict("unknown", whole=whole, reason="composition", missing=missing)
    if target.form in _PLAIN and _adds_up(target):
        return _add(target, whole, own, missing)
    if target.form not in _PLAIN and target.form is not Form.GROWTH:
        return Verdict("unknown", whole=whole, reason="form", missing=missing)
    if missing:
        return Verdict("unknown", whole=whole, reason="missing", missing=missing)
    return _average(target, whole, own, weights)


def check_departments(target: Target, parts: Mapping[str, Decimal]) -> Verdict:
    """Parts by department against the whole; departments that share one figure cannot be added."""
    whole = _figure_of(target)
    if whole is None or not parts:
        return Verdict("unknown", reason="no_parts" if whole is not None else "no_figure", whole=whole)
    if target.form not in _PLAIN or not _adds_up(target):
        return Verdict("unknown", whole=whole, reason="shared")
    return _add(target, whole, parts, ())


def check_years(target: Target, parts: Mapping[int, Decimal], years: Sequence[int]) -> Verdict:
    """Yearly targets against the one at the end.

    Args:
        target: The whole.
        parts: Figure of each year that has one.
        years: The years of the promise, the last of them its due year.
    """
    whole = _figure_of(target)
    if whole is None or not parts:
        return Verdict("unknown", reason="no_parts" if whole is not None else "no_figure", whole=whole)
    missing = tuple(str(year) for year in years if year not in parts)
    own = [parts[year] for year in years if year in parts]
    if target.form in (Form.SUM, Form.CHANGE):
        return _add(target, whole, {str(year): parts[year] for year in years if year in parts}, missing)
    if target.form in (Form.GROWTH, Form.CUT):
        if missing:
            return Verdict("unknown", whole=whole, reason="missing", missing=missing)
        return _multiply(target, whole, own)
    if target.form in (Form.FLOOR, Form.CEILING):
        worst = min(own) if _wants_more(target) else max(own)
        return _say(target, "floor", worst, whole, missing if missing and _is_met(target, worst, whole) else ())
    if target.form in _PLAIN:
        if target.due_year not in parts:
            return Verdict("unknown", whole=whole, reason="missing", missing=(str(target.due_year),))
        return _say(target, "last", parts[target.due_year], whole, ())
    return Verdict("unknown", whole=whole, reason="form", missing=missing)


def _figure_of(target: Target) -> Decimal | None:
    return None if isinstance(target.value, Absence) else target.value.amount


def _adds_up(target: Target) -> bool:
    return (
        not isinstance(target.value, Absence)
        and target.value.unit.dimension in ADDITIVE
        and target.kind in (Kind.LEVEL, Kind.FLOW)
    )


def _wants_more(target: Target) -> bool:
    if target.comparator in _UP | _DOWN:
        return target.comparator in _UP
    return target.direction is not Direction.DOWN


def _is_met(target: Target, total: Decimal, whole: Decimal) -> bool:
    slack = abs(whole) * TOLERANCE
    return total >= whole - slack if _wants_more(target) else total <= whole + slack


def _say(target: Target, rule: str, total: Decimal, whole: Decimal, missing: tuple[str, ...]) -> Verdict:
    if missing:
        return Verdict("unknown", rule, total, whole, "missing", missing)
    return Verdict("meets" if _is_met(target, total, whole) else "short", rule, total, whole)


def _add(target: Target, whole: Decimal, parts: Mapping[str, Decimal], missing: tuple[str, ...]) -> Verdict:
    total = sum(parts.values(), Decimal(0))
    # What is wanted at least is there already; what is missing can only add to it.
    is_enough = _wants_more(target) and _is_met(target, total, whole)
    return _say(target, "sum", total, whole, () if is_enough else missing)


def _average(target: Target, whole: Decimal, parts: Mapping[str, Decimal], weights: Mapping[str, Decimal]) -> Verdict:
    met = [_is_met(target, part, whole) for part in parts.values()]
    if all(place in weights and weights[place] > 0 for place in parts):
        mass = sum((weights[place] for place in parts), Decimal(0))
        mean = sum((weights[place] * part for place, part in parts.items()), Decimal(0)) / mass
        return _say(target, "mean", mean, whole, ())
    if all(met):
        return Verdict("meets", "floor", None, whole)
    if not any(met):
        return Verdict("short", "floor", None, whole)
    return Verdict("unknown", "mean", None, whole, "weights", tuple(p for p in parts if p not in weights))


def _multiply(target: Target, whole: Decimal, rates: Sequence[Decimal]) -> Verdict:
    product, sign = Decimal(1), -1 if target.form is Form.CUT else 1
    for rate in rates:
        product *= 1 + sign * rate / _HUNDRED
    if target.form is Form.CUT:
        return _say(target, "product", (1 - product) * _HUNDRED, whole, ())
    mean = (product ** (Decimal(1) / len(rates)) - 1) * _HUNDRED if product > 0 else -_HUNDRED
    return _say(target, "product", mean, whole, ())
