"""Entries into executable targets.

In: an entry, its definition and the plan's years. Out: a target whose figures
are in the indicator's unit, and diagnostics. Left out on purpose: matching names
to definitions (`check`) and deciding where the target stands.
"""

from decimal import Decimal

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Definition, Direction
from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import Entry, YearSource
from lantu.core.quantity import DimensionError, Quantity, express_in, parse_unit
from lantu.core.target import Base, Form, Target
from lantu.judge.decide import decide_form, kind_of

_CLEARED = ("清零", "归零", "全面消除", "全部消除")
_FINISHED = ("建成", "竣工", "通车", "投用", "投运", "投产", "完工", "贯通", "开工", "启用", "开通", "交付", "完成")
_VAGUE = ("基本", "力争")
_WITHOUT_FIGURE = {
    Form.ASSIGNED: (AbsenceKind.NOT_STATED, "由上级下达，规划未写明数值"),
    Form.RELATIVE: (AbsenceKind.NOT_APPLICABLE, "与另一指标比较，没有自己的数值"),
}


def make_target(
    entry: Entry,
    *,
    target_id: str,
    place_code: str,
    definition: Definition | None,
    base_year: int,
    due_year: int,
    partner: Definition | None = None,
) -> tuple[Target, tuple[Diagnostic, ...]]:
    """The promise of an entry, ready to be judged.

    Args:
        entry: A target that the reader found.
        target_id: Address to give it.
        place_code: Place it is about.
        definition: Of its indicator, or None where none was matched.
        base_year: Of the plan; a base year named in the entry goes before it.
        due_year: Last year of the plan; a year named in the entry goes before it.
        partner: Indicator that a relative promise compares with, if known.
    """
    diagnostics: list[Diagnostic] = []
    unit = _unit_kept(entry, definition, diagnostics)
    value, base = _express(entry.value, entry, unit), _express(entry.base_value, entry, unit)
    if value is None and entry.measure == "coverage" and definition is not None:
        value = _read_coverage(entry, definition)
    form = decide_form(entry, definition, _amount(base), _amount(value))
    if form is Form.UNDECIDED and value is None and is_milestone(entry, definition):
        form, value = Form.MILESTONE, Quantity(Decimal(100), parse_unit("%"))
    years = (entry.base_year or base_year, entry.year or due_year)
    _report(entry, form, years, partner, diagnostics, has_value=value is not None)
    target = Target(
        id=target_id,
        entry_id=entry.id,
        indicator_code=definition.code if definition else "",
        name=entry.indicator,
        place_code=place_code,
        form=form,
        comparator=entry.comparator,
        value=value if value is not None and form not in _WITHOUT_FIGURE else _absent(form, entry),
        due_year=years[1],
        direction=definition.direction if definition else Direction.NONE,
        base=Base(years[0], base if base is not None else Absence(AbsenceKind.NOT_STATED, "规划未给出基期数值")),
        value_max=_express(entry.value_max, entry, unit),
        stretch=_stretches(entry, unit, diagnostics),
        relative_to=partner.code if partner and form is Form.RELATIVE else "",
        is_binding=entry.attribute == "约束性",
        kind=kind_of(definition),
        partner_kind=kind_of(partner),
        is_yearly=entry.year_source is YearSource.ANNUAL,
    )
    return target, tuple(diagnostics)


def _unit_kept(entry: Entry, definition: Definition | None, diagnostics: list[Diagnostic]) -> str:
    """The unit figures are kept in: the indicator's, where the plan's converts to it."""
    if definition is None or entry.value is None:
        return entry.unit
    if entry.measure in ("growth_rate", "cumulative_cut", "decrement"):
        return entry.unit or "%"
    if entry.measure == "multiple":
        return entry.unit or "倍"
    if not entry.unit:
        return definition.unit
    try:
        express_in(entry.value, entry.unit, definition.unit)
    except DimensionError:
        is_points = parse_unit(entry.unit).dimension == "percentage point" and definition.unit == "%"
        if not is_points:
            message = (
                f"{entry.indicator} is promised in {entry.unit}, but {definition.code} is kept in {definition.unit}"
            )
            hint = "correct the unit of the entry, or match it to another indicator"
            diagnostics.append(_problem("J001", Severity.WARNING, message, hint, entry))
        return entry.unit
    return definition.unit


def _express(amount: Decimal | None, entry: Entry, unit: str) -> Quantity | None:
    if amount is None:
        return None
    return express_in(amount, entry.unit or unit, unit)


def _read_coverage(entry: Entry, definition: Definition) -> Quantity | None:
    """All of it or none of it, in the indicator's unit; None where the words leave open how much that is."""
    words = entry.span.quote
    if any(word in words for word in _VAGUE):
        return None
    if any(word in words for word in _CLEARED):
        return Quantity(Decimal(0), parse_unit(definition.unit))
    return Quantity(Decimal(100), parse_unit("%")) if definition.unit in ("%", "％") else None


def is_milestone(entry: Entry, definition: Definition | None) -> bool:
    """Whether words promise that something will stand or begin, and its indicator counts the share of it that is done."""
    if definition is None or definition.unit not in ("%", "％") or entry.measure != "text":
        return False
    return any(word in entry.span.quote for word in _FINISHED) and not any(word in entry.span.quote for word in _VAGUE)


def _amount(quantity: Quantity | None) -> Decimal | None:
    return None if quantity is None else quantity.amount


def _absent(form: Form, entry: Entry) -> Absence:
    kind, reason = _WITHOUT_FIGURE.get(form, (AbsenceKind.NOT_STATED, "规划未给出数值"))
    return Absence(kind, f"{reason}：{entry.relative_to}" if entry.relative_to else reason)


def _stretches(entry: Entry, unit: str, diagnostics: list[Diagnostic]) -> tuple[Quantity, ...]:
    kept = []
    for stretch in entry.stretch:
        try:
            kept.append(express_in(stretch.value, stretch.unit or entry.unit or unit, unit))
        except DimensionError:
            message = f"the further goal {stretch.value} {stretch.unit} does not convert to {unit}"
            hint = "correct its unit; the firm goal is judged without it"
            diagnostics.append(_problem("J005", Severity.WARNING, message, hint, entry))
    return tuple(kept)


def _report(
    entry: Entry,
    form: Form,
    years: tuple[int, int],
    partner: Definition | None,
    diagnostics: list[Diagnostic],
    *,
    has_value: bool,
) -> None:
    if form is Form.RELATIVE and partner is None:
        message = f"{entry.indicator} is promised relative to “{entry.relative_to}”, which is not known here"
        hint = "define the partner with the same price basis"
        diagnostics.append(_problem("J002", Severity.WARNING, message, hint, entry))
    if form is Form.UNDECIDED or (form is Form.COVERAGE and not has_value):
        message = f"{entry.indicator} is promised as {entry.measure}, which no rule decides"
        hint = "judge it by hand, or write the promise as a figure"
        diagnostics.append(_problem("J004", Severity.INFO, message, hint, entry))
    if years[1] <= years[0]:
        message = f"{entry.indicator} is due in {years[1]}, not after its base year {years[0]}"
        hint = "correct the year or the base year of the entry"
        diagnostics.append(_problem("J003", Severity.WARNING, message, hint, entry))


def _problem(code: str, severity: Severity, message: str, hint: str, entry: Entry) -> Diagnostic:
    return Diagnostic(code, severity, message, hint, span=entry.span, about=entry.id)
