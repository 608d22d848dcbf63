"""One typed answer into a figure, with everything that speaks against it.

In: what somebody typed, the definition, and earlier figures of the series. Out: the figure in the definition's unit,
or None, and diagnostics: errors cannot be overruled, warnings can with a reason. Left out on purpose: other
indicators; `identities` looks at them together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lantu.core.definition import Definition, Kind
from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import Comparator
from lantu.core.quantity import DimensionError, Quantity, express_in, parse_unit
from lantu.core.time import Period
from lantu.sense.cells import Figure, is_blank, narrow, parse_figure
from lantu.sense.outliers import Jump, find_jump

_EXACT = Decimal("0.0000000001")
_RATES = (Kind.RATIO, Kind.GROWTH)
_NEVER_NEGATIVE = frozenset({"person", "count", "area", "mass", "volume", "visit", "length", "coal equivalent"})
"""Dimensions of which a state or stock cannot be less than nothing."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed.

    Attributes:
        value: The figure, or "".
        numerator: Above the line, for a ratio, or "".
        denominator: Below the line, for a ratio, or "".
        unit: Of the value; the definition's where "".
    """

    value: str = ""
    numerator: str = ""
    denominator: str = ""
    unit: str = ""

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return is_blank(self.value) and not narrow(self.numerator) and not narrow(self.denominator)


def read_draft(
    draft: Draft, definition: Definition, period: Period, history: Sequence[tuple[Period, Decimal]]
) -> tuple[Quantity | None, tuple[Diagnostic, ...]]:
    """The figure somebody typed, and what is to be said of it.

    Args:
        draft: What was typed.
        definition: Of the indicator asked for.
        period: Asked for.
        history: Figures of the same series, in the definition's unit.
    """
    if draft.is_empty():
        return None, (_error("S016", definition, "no figure was typed", "type the figure; zero is written 0"),)
    try:
        quantity = _read_quantity(draft, definition)
    except DimensionError:
        message = f"“{draft.unit or draft.value}” is no unit of {definition.name}"
        return None, (_error("S007", definition, message, f"expected {definition.unit or 'no unit'}"),)
    except _PartsError as error:
        return None, (_error("S022", definition, str(error), "check numerator, denominator and figure"),)
    except ValueError as error:
        return None, (_error("S009", definition, str(error), "type one figure such as 1234.5"),)
    return quantity, (*_check_range(quantity, definition), *check_history(quantity, definition, period, history))


class _PartsError(ValueError):
    """Numerator and denominator do not give the figure."""


def _read_quantity(draft: Draft, definition: Definition) -> Quantity:
    computed = _divide(draft, definition)
    if is_blank(draft.value):
        if computed is None:
            raise _PartsError("a numerator without a denominator gives no figure")
        return computed
    figure = parse_figure(draft.value)
    if figure.bound is not Comparator.EQUAL:
        raise ValueError(f"“{draft.value}” is a limit and no figure")
    unit = narrow(draft.unit) or ("%" if figure.is_percent else definition.unit)
    quantity = express_in(figure.amount, unit, definition.unit)
    if quantity.amount.as_tuple().exponent not in range(-10, 40):
        quantity = Quantity(quantity.amount.quantize(_EXACT), quantity.unit)
    if computed is not None and abs(computed.amount - quantity.amount) > _half_of_last(figure):
        raise _PartsError(f"{draft.numerator} over {draft.denominator} is {computed}, not {quantity}")
    return quantity


def _divide(draft: Draft, definition: Definition) -> Quantity | None:
    if not narrow(draft.numerator) and not narrow(draft.denominator):
        return None
    if not narrow(draft.numerator) or not narrow(draft.denominator):
        raise _PartsError("numerator and denominator go together")
    over, under = parse_figure(draft.numerator).amount, parse_figure(draft.denominator).amount
    if under == 0:
        raise _PartsError("the denominator is zero")
    unit = parse_unit(definition.unit)
    return Quantity((over / under / unit.factor).quantize(_EXACT).normalize(), unit)


def _half_of_last(figure: Figure) -> Decimal:
    """What rounding to the digits typed may take or add."""
    return Decimal(1).scaleb(int(figure.amount.as_tuple().exponent)) / 2


def _check_range(quantity: Quantity, definition: Definition) -> tuple[Diagnostic, ...]:
    is_share = definition.kind is Kind.RATIO and definition.unit in ("%", "‰")
    whole = Decimal(100) if definition.unit == "%" else Decimal(1000)
    if quantity.amount < 0 and (is_share or (definition.kind is Kind.LEVEL and _cannot_be_negative(quantity))):
        return (_error("S018", definition, f"{quantity} is less than nothing", "check the sign"),)
    if quantity.amount < 0 and definition.kind is Kind.FLOW:
        return (_warning("S018", definition, f"{quantity} is negative", "a net figure may be; say so"),)
    if is_share and quantity.amount > whole:
        return (_warning("S018", definition, f"{quantity} is more than the whole", "few ratios may be; say why"),)
    return ()


def _cannot_be_negative(quantity: Quantity) -> bool:
    return quantity.unit.dimension in _NEVER_NEGATIVE


def check_history(
    quantity: Quantity, definition: Definition, period: Period, history: Sequence[tuple[Period, Decimal]]
) -> tuple[Diagnostic, ...]:
    """What a figure's jump against the same part of earlier years says, if it is one.

    Args:
        quantity: In the definition's unit.
        definition: Of the indicator.
        period: What the figure is about.
        history: Figures in force of the series, in the definition's unit.
    """
    years = {p.year: amount for p, amount in history if _is_same_part(p, period) and p.year < period.year}
    last = max(years, default=period.year)
    run: list[float] = []
    year = last
    while year in years:
        run.insert(0, float(years[year]))
        year -= 1
    if last < period.year - 1:
        run = run[-1:]  # over a gap only a manyfold change says anything
    jump = find_jump(run, float(quantity.amount), by_difference=definition.kind in _RATES)
    return () if jump is None else (_warning("S019", definition, _tell_jump(jump, quantity, run[-1]), "confirm it"),)


def _is_same_part(a: Period, b: Period) -> bool:
    """Whether two periods are the same part of their years."""
    return (a.start.month, a.start.day, a.end.month) == (b.start.month, b.start.day, b.end.month)


def _tell_jump(jump: Jump, quantity: Quantity, last: float) -> str:
    change = f"{jump.change:.2f} times" if jump.is_ratio else f"{jump.change:+.2f}"
    if jump.usual is None or jump.score is None:
        return f"{quantity} is {change} the last one known ({last:g}); the history is too short for more"
    usual = f"{jump.usual:.2f} times" if jump.is_ratio else f"{jump.usual:+.2f}"
    return f"{quantity}: {change} against {last:g} the year before, usual is {usual}; robust score {jump.score:.1f}"


def _error(code: str, definition: Definition, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, hint, about=definition.code)


def _warning(code: str, definition: Definition, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, hint, about=definition.code)
