"""Identities between the indicators of a return, written as lines.

In: lines such as "gdp = primary + secondary + tertiary | 三次产业之和等于地区生产总值", and figures. Out: rules, and a
diagnostic with the rule's words for each that does not hold. Left out on purpose: products and quotients; a ratio has
its formula in its definition.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.quantity import DimensionError, Quantity, format_amount

_TERM = re.compile(r"([+-]?)\s*(?:(\d+(?:\.\d+)?)\s*\*\s*)?([A-Za-z_][0-9A-Za-z_.]*)\s*")
_SIDES = re.compile(r"(<=|>=|=)")

Terms = tuple[tuple[Decimal, str], ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """A rule between figures of one place and period.

    Attributes:
        text: As written.
        left: Factors and codes.
        operator: =, <= or >=.
        right: Factors and codes.
        words: What it says, for people.
        is_warning: Whether a breach can be overruled: the line begins with a question mark.
    """

    text: str
    left: Terms
    operator: str
    right: Terms
    words: str
    is_warning: bool

    def codes(self) -> tuple[str, ...]:
        """The indicators it speaks of."""
        return tuple(dict.fromkeys(code for _, code in (*self.left, *self.right)))


def read_identities(lines: Iterable[str]) -> tuple[tuple[Identity, ...], tuple[Diagnostic, ...]]:
    """The rules of some lines, and what was wrong with the others."""
    rules, diagnostics = [], []
    for line in lines:
        if not line.strip():
            continue
        try:
            rules.append(_read_line(line.strip()))
        except ValueError as error:
            hint = "write codes joined by + and -, one of = <= >=, and what it says behind a bar: a = b + c | words"
            diagnostics.append(Diagnostic("S021", Severity.ERROR, f"“{line.strip()}”: {error}", hint, about=line))
    return tuple(rules), tuple(diagnostics)


def check_identities(rules: Iterable[Identity], figures: Mapping[str, Quantity]) -> tuple[Diagnostic, ...]:
    """A diagnostic for each rule that does not hold; rules with a figure missing say nothing.

    Figures are rounded, so each term may be off by half a unit of its last digit.
    """
    diagnostics = []
    for rule in rules:
        if any(code not in figures for code in rule.codes()):
            continue
        try:
            gap, slack = _measure_gap(rule, figures)
        except DimensionError as error:
            message = f"{rule.words or rule.text}: {error}"
            diagnostics.append(
                Diagnostic("S020", Severity.WARNING, message, "correct the rule or the units", about=rule.text)
            )
            continue
        is_kept = {"=": abs(gap) <= slack, "<=": gap <= slack, ">=": gap >= -slack}[rule.operator]
        if not is_kept:
            diagnostics.append(_breach(rule, gap, figures))
    return tuple(diagnostics)


def _read_line(line: str) -> Identity:
    is_warning = line.startswith("?")
    formula, _, words = line.lstrip("?").partition("|")
    parts = _SIDES.split(formula)
    if len(parts) != 3:
        raise ValueError("exactly one of = <= >= is expected")
    return Identity(formula.strip(), _read_side(parts[0]), parts[1], _read_side(parts[2]), words.strip(), is_warning)


def _read_side(text: str) -> Terms:
    terms, place, rest = [], 0, text.strip()
    while place < len(rest):
        match = _TERM.match(rest, place)
        if match is None or (place > 0 and not match[1]):
            raise ValueError(f"“{rest[place:]}” is not a code")
        factor = Decimal(match[2] or 1)
        terms.append((-factor if match[1] == "-" else factor, match[3]))
        place = match.end()
    if not terms:
        raise ValueError("one side is empty")
    return tuple(terms)


def _measure_gap(rule: Identity, figures: Mapping[str, Quantity]) -> tuple[Decimal, Decimal]:
    """Left minus right, and how much of it rounding explains; in the unit of the first figure."""
    unit = figures[rule.left[0][1]].unit
    gap = slack = Decimal(0)
    for sign, terms in ((1, rule.left), (-1, rule.right)):
        for factor, code in terms:
            figure = figures[code]
            gap += sign * factor * figure.in_unit(unit).amount
            last = Decimal(1).scaleb(int(figure.amount.as_tuple().exponent)) / 2
            slack += abs(factor) * last * figure.unit.factor / unit.factor
    return gap, slack


def _breach(rule: Identity, gap: Decimal, figures: Mapping[str, Quantity]) -> Diagnostic:
    said = "; ".join(f"{code} {figures[code]}" for code in rule.codes())
    unit = figures[rule.left[0][1]].unit.symbol
    message = f"{rule.words or rule.text} ({rule.text}): {said}; off by {format_amount(gap.normalize())} {unit}".strip()
    severity = Severity.WARNING if rule.is_warning else Severity.ERROR
    return Diagnostic("S020", severity, message, "find out which of the figures is wrong", about=rule.text)
