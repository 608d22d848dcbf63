"""Arrows that break a target down to places, departments and years, file it under themes, and place plans in their tree.

In: a target or plan, and what somebody states. Out: rows and one audit row each; verdicts on whether the parts meet
the whole. Left out on purpose: judging the parts by actuals, which `judge` does for every target with a plan.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lantu.check.breakdown import Verdict, check_departments, check_places, check_years
from lantu.core.absence import Absence
from lantu.core.definition import Definition
from lantu.core.place import index_places, walk_up
from lantu.core.quantity import DimensionError, express_in
from lantu.core.target import Target
from lantu.run.clock import read_clock
from lantu.sense.cells import is_blank, parse_figure
from lantu.store import models
from lantu.store.audit import append_audit
from lantu.store.codec import decode
from lantu.store.fetch.breakdowns import (
    Parts,
    find_plan,
    find_target,
    parts_of,
    places_in,
    plan_key_above,
    themes_of,
)
from lantu.store.fetch.departments import find_department
from lantu.store.fetch.filing import values_of
from lantu.store.keep.breakdowns import keep_parts, keep_themes, place_plan
from lantu.store.known import known_places
from lantu.store.models.documents import PLAN_KINDS
from lantu.store.transactions import one_transaction

KINDS = ("place", "department", "year")
MOST_THEMES = 12


class BreakdownRefusedError(ValueError):
    """The change makes no sense; `code` says why.

    Attributes:
        code: unknown, kind, amount, place or circle.
        share: The share it is about, or "".
    """

    def __init__(self, code: str, message: str, share: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.share = share


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What the parts of one target come to.

    Attributes:
        places: By place.
        departments: By department.
        years: By year.
    """

    places: Verdict
    departments: Verdict
    years: Verdict


def years_of(row: models.PlanTarget) -> list[int]:
    """The years of a target's promise."""
    target = decode(Target, row.body)
    return list(range(target.base.year + 1, target.due_year + 1))


def check_target(row: models.PlanTarget, parts: Parts, definitions: Mapping[str, Definition]) -> Breakdown:
    """The verdicts on one target.

    Args:
        row: The target.
        parts: Of this target and perhaps others, as `parts_of` gives them.
        definitions: By code.
    """
    target = decode(Target, row.body)

    def amounts(kind: str) -> dict[str, Decimal]:
        of_kind = parts.get((row.address, kind), {})
        return {share: part.amount for share, part in of_kind.items() if part.amount is not None}

    by_place = amounts("place")
    places = [place.code for place in places_in(row.place_id)] if by_place else []
    weights = find_weights(definitions.get(row.indicator_code), places) if by_place else {}
    return Breakdown(
        check_places(target, by_place, places, weights),
        check_departments(target, amounts("department")),
        check_years(target, {int(year): a for year, a in amounts("year").items()}, years_of(row)),
    )


def find_weights(definition: Definition | None, places: Iterable[str]) -> dict[str, Decimal]:
    """What a ratio's or a growth's parts are weighted by: the last year for which every place has the denominator."""
    if definition is None:
        return {}
    code = definition.ratio.denominator if definition.ratio else definition.growth_of
    by_place = (
        {place: {p.year: a for p, a in values_of([code], place).get(code, [])} for place in places} if code else {}
    )
    years = set.intersection(*(set(years) for years in by_place.values())) if by_place else set()
    return {place: years_[max(years)] for place, years_ in by_place.items()} if years else {}


def state_parts(target_key: int, kind: str, typed: Mapping[str, str], *, reason: str = "", by: str) -> int:
    """State what places, departments or years bring to a target; a blank takes a part back.

    Args:
        target_key: Key of the target's row.
        kind: One of KINDS.
        typed: Share → figure as typed, in the target's unit.
        reason: Why, in their words.
        by: Who says so.

    Returns:
        How many parts changed.

    Raises:
        BreakdownRefusedError: If a share or a figure is not understood; nothing was kept.
    """
    row = find_target(target_key)
    if row is None:
        raise BreakdownRefusedError("unknown", f"there is no target {target_key}")
    if kind not in KINDS:
        raise BreakdownRefusedError("kind", f"{kind} is no kind of part")
    unit = _unit_of(row)
    before = parts_of([row.address]).get((row.address, kind), {})
    known = _known_shares(row, kind, typed)
    amounts: dict[str, Decimal | None] = {}
    for share, text in typed.items():
        if share not in known:
            raise BreakdownRefusedError("unknown", f"{share} is no {kind} of this target", share)
        amount = _read_amount(text, unit, share)
        if amount != (before[share].amount if share in before else None):
            amounts[share] = amount
    if not amounts:
        return 0
    at = read_clock()
    with one_transaction():
        keep_parts(row.address, kind, amounts, unit, reason, at, by=by)
        append_audit(by, "target.broken_down", row.address, at, kind=kind, parts=len(amounts))
    return len(amounts)


def _unit_of(row: models.PlanTarget) -> str:
    value = decode(Target, row.body).value
    return "" if isinstance(value, Absence) else value.unit.symbol


def _known_shares(row: models.PlanTarget, kind: str, typed: Iterable[str]) -> set[str]:
    if kind == "place":
        return {place.code for place in places_in(row.place_id)}
    if kind == "year":
        return {str(year) for year in years_of(row)}
    return {code for code in typed if find_department(code) is not None}


def _read_amount(text: str, unit: str, share: str) -> Decimal | None:
    if is_blank(text):
        return None
    try:
        figure = parse_figure(text)
        return express_in(figure.amount, "%" if figure.is_percent else unit, unit).amount
    except (ValueError, DimensionError) as error:
        raise BreakdownRefusedError("amount", str(error), share) from error


def file_target(target_key: int, themes: Iterable[str], *, by: str) -> None:
    """File a target under themes; those not named any more are taken off.

    Raises:
        BreakdownRefusedError: If there is no such target.
    """
    row = find_target(target_key)
    if row is None:
        raise BreakdownRefusedError("unknown", f"there is no target {target_key}")
    wanted = list(dict.fromkeys(theme.strip()[:60] for theme in themes if theme.strip()))[:MOST_THEMES]
    held = themes_of([row.address]).get(row.address, [])
    added, ended = [t for t in wanted if t not in held], [t for t in held if t not in wanted]
    if not added and not ended:
        return
    at = read_clock()
    with one_transaction():
        keep_themes(row.address, added, ended, at, by=by)
        append_audit(by, "target.filed", row.address, at, added=added, ended=ended)


def file_plan(plan_key: int, kind: str, parent_key: int | None, *, by: str) -> None:
    """Say of what kind a plan is and which plan it carries out; where it stood before stays in the registry.

    Raises:
        BreakdownRefusedError: If the plan above lies below it, or belongs to a place beside or below its own.
    """
    plan = find_plan(plan_key)
    parent = find_plan(parent_key) if parent_key is not None else None
    if plan is None or (parent_key is not None and parent is None):
        raise BreakdownRefusedError("unknown", f"there is no plan {plan_key} or {parent_key}")
    if kind not in dict(PLAN_KINDS):
        raise BreakdownRefusedError("kind", f"{kind} is no kind of plan")
    if parent is not None:
        above: int | None = parent.pk
        while above is not None:
            if above == plan.pk:
                raise BreakdownRefusedError("circle", f"{parent} stands below {plan}")
            above = plan_key_above(above)
        if parent.place_id not in {place.code for place in walk_up(plan.place_id, index_places(known_places()))}:
            raise BreakdownRefusedError("place", f"{parent} is of a place that {plan} does not lie in")
    at = read_clock()
    with one_transaction():
        append_audit(
            by, "plan.filed", plan.address, at, kind=kind, parent=parent.address if parent else "",
            kind_before=plan.kind, parent_before=plan.parent.address if plan.parent else "",
        )  # fmt: skip
        place_plan(plan, kind, parent_key, at, by=by)
